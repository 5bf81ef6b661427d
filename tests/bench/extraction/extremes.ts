import { Chromium } from '../../journeys/driver/chromium';
import { BUILDS } from '../../tools/build.mjs';
import { bundle } from '../bundle';
import { ms, table } from '../table';
import type { Outcome } from './extremes-in-page';

const chromium = await Chromium.start({ extension: BUILDS.chrome.folder, lang: 'en-US' });
const rows: string[][] = [];
try {
  const tab = await chromium.open('about:blank');
  await tab.evaluate(await bundle('tests/bench/extraction/extremes-in-page.ts', 'extremes'));
  for (const name of (await tab.evaluate('extremes.NAMES')) as string[]) {
    const outcome = (await tab.evaluate(`extremes.measure(${JSON.stringify(name)})`)) as Outcome;
    rows.push([name, outcome.elements.toLocaleString('en'), ms(outcome.ms), outcome.outcome]);
  }
} finally {
  await chromium.close();
}
console.log(
  `\nPages made to cost much; parsing them is the browser's\n\n${table(['page', 'elements', 'time', 'outcome'], rows)}`,
);
process.exit();
