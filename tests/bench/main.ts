import { BUILDS } from '../tools/build.mjs';
import { servePage } from '../tools/serve-page';
import { measureBarePopup } from './bare-popup';
import { measureSaves } from './click-to-saved';
import { measureExtraction } from './extraction-cost';
import { measureFirstPaints } from './first-paint';
import { entrySizes } from './sizes';
import { kB, medians, ms, table } from './table';

/** Sizes of library that the first paints are measured with. */
const COUNTS = [10, 10_000];

const json = process.argv.includes('--json');
const runs = Number(process.argv.find((arg) => arg.startsWith('--runs='))?.slice(7) ?? 5);
const say = (text: string) => (json ? console.error(text) : console.log(text));

const { folder } = BUILDS.chrome;
const page = await servePage(undefined);

say(`Saving ${page.url}, ${runs} times …`);
const saves = medians(await measureSaves(folder, page.url, runs));
const paints: Record<number, Record<string, number>> = {};
for (const count of COUNTS) {
  say(`Opening popup and side panel over ${count} articles, ${runs} times …`);
  paints[count] = medians(await measureFirstPaints(folder, page.url, count, runs));
}
say('Opening a popup that does nothing …');
const bare = medians(await measureBarePopup(page.url, runs));
say('Extracting sample pages beside Readability alone …');
const extraction = await measureExtraction(folder);
const sizes = await entrySizes(folder);
await page.close();

if (json) {
  console.log(JSON.stringify({ runs, saves, paints, bare, extraction, sizes }, null, 2));
} else {
  console.log(`\nFrom click to saved (medians of ${runs} runs, production build)\n`);
  console.log(
    table(
      ['stage', 'time'],
      [
        ['toolbar click to popup painted', ms(saves.popup ?? Number.NaN)],
        ['popup painted to page captured', ms(saves.capture ?? Number.NaN)],
        ['Save pressed to saved', ms(saves.save ?? Number.NaN)],
        ['saved to pictures kept', ms(saves.pictures ?? Number.NaN)],
        ['click to saved, the person’s own time left out', ms(saves.clickToSaved ?? Number.NaN)],
        ['Readability alone on the same page', ms(saves.readability ?? Number.NaN)],
      ],
    ),
  );
  const rows: [string, string][] = [
    ['popup: click to title in the document', 'popupTitle'],
    ['popup: click to title painted', 'popup'],
    ['popup: click to newest articles painted', 'popupList'],
    ['side panel: click to article painted', 'panelReader'],
    ['side panel: start to first row painted', 'panelList'],
  ];
  console.log('\nFirst useful paint by size of library\n');
  console.log(
    table(
      ['', ...COUNTS.map((count) => `${count.toLocaleString('en')} articles`)],
      rows.map(([label, name]) => [label, ...COUNTS.map((count) => ms(paints[count]?.[name] ?? Number.NaN))]),
    ),
  );
  console.log(`A popup that does nothing, from click to paint: ${ms(bare.painted ?? Number.NaN)}`);
  console.log('\nExtraction in the page, beside Readability alone in the same run (medians of 9)\n');
  const all = { path: 'all of them', cost: sumOf(extraction.map(({ cost }) => cost)) };
  console.log(
    table(
      ['page', 'Readability', 'all of it', 'added', 'times Readability'],
      [...extraction, all].map(({ path, cost }) => [
        path,
        ms(cost.readability),
        ms(cost.whole),
        ms(cost.whole - cost.readability),
        (cost.whole / cost.readability).toFixed(2),
      ]),
    ),
  );
  console.log('\nScripts of each entry, static imports included\n');
  console.log(
    table(
      ['entry', 'bytes', 'gzipped', 'later, gzipped'],
      sizes.map(({ entry, script, gzipped, later }) => [entry, kB(script), kB(gzipped), later ? kB(later) : '']),
    ),
  );
}
process.exit();

function sumOf(costs: readonly { readonly whole: number; readonly readability: number }[]) {
  const sum = (pick: 'whole' | 'readability') => costs.reduce((total, cost) => total + cost[pick], 0);
  return { whole: sum('whole'), readability: sum('readability') };
}
