import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Chromium } from '../../journeys/driver/chromium';
import { BUILDS } from '../../tools/build.mjs';
import { at } from '../../tools/project.mjs';
import { bundle } from '../bundle';
import { table } from '../table';
import { type BlockFigures, crossValidate, figuresOf } from './cross-validate';
import { readDataSet } from './data-set';
import type { LabelledBlock, LabelledPage } from './labelled-blocks';
import { learn } from './logistic';

/** Where the weights go: what `leftovers` reads. */
const WEIGHTS = at('utils/extraction/leftovers/weights.json');

const { values: options } = parseArgs({ options: { data: { type: 'string' } } });

if (!options.data) {
  console.error('Say which pages: npm run train:extraction -- --data <folder with ground-truth.json and html/>');
  process.exit(1);
}
const pages = await labelAll(options.data);
const ofLook = learn(pages.filter(({ half }) => half === 'look'));
await keep(WEIGHTS, ofLook);
print(`Each page by weights learned on other sites, ${pages.length} pages`, crossValidate(pages));
const unseen = pages.filter(({ half }) => half === 'score');
print(
  'Half “score” by weights learned on “look”',
  figuresOf(unseen, () => ofLook),
);
process.exit();

async function labelAll(folder: string): Promise<LabelledPage[]> {
  const script = await bundle('tests/bench/extraction/labelled-blocks.ts', 'training');
  const chromium = await Chromium.start({ extension: BUILDS.chrome.folder, lang: 'en-US' });
  const labelled: LabelledPage[] = [];
  try {
    const tab = await chromium.open('about:blank');
    await tab.evaluate(script);
    for (const { html, truth, half, part } of await readDataSet(folder)) {
      const given = [await html(), truth.url, truth.articleBody].map((value) => JSON.stringify(value)).join(', ');
      const blocks = (await tab.evaluate(`training.labelBlocks(${given})`)) as LabelledBlock[];
      labelled.push({ half, part, site: siteOf(truth.url), blocks });
    }
  } finally {
    await chromium.close();
  }
  return labelled;
}

/** The last two names of a host, or three where the last but one is as short as `co`. */
function siteOf(url: string): string {
  const names = new URL(url).hostname.split('.');
  return names.slice((names.at(-2) ?? '').length > 3 ? -2 : -3).join('.');
}

async function keep(file: string, weights: Readonly<Record<string, number>>): Promise<void> {
  await writeFile(file, `${JSON.stringify(weights, null, 2)}\n`);
  console.log(`${Object.keys(weights).length} weights in ${file}`);
}

function print(what: string, figures: ReadonlyMap<string, BlockFigures>): void {
  const rows = [...figures].map(([part, { all, kept, right }]) => [
    part,
    ...[all, kept, right].map((f1) => f1.toFixed(3)),
  ]);
  console.log(`\n${what}: F1 of the words of blocks\n`);
  console.log(table(['', 'all stay', 'as judged', 'all judged rightly'], rows));
}
