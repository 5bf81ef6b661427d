import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Chromium } from '../../journeys/driver/chromium';
import { BUILDS } from '../../tools/build.mjs';
import { bundle } from '../bundle';
import { median, ms, table } from '../table';
import { type Half, readDataSet, type TestPage } from './data-set';
import { EXTRACTORS, type ExtractorName, type Prediction } from './in-page';
import { authorsMatch, daysMatch, languagesMatch, titleMatches } from './metadata-match';
import { compareTexts, pageF1, type Shares, scoreOf, tokens } from './metric';
import { reportNegatives } from './report-negatives';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    json: { type: 'string' },
    half: { type: 'string' },
    part: { type: 'string' },
    worst: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '1' },
    negatives: { type: 'boolean', default: false },
  },
});

/** One extractor's work on one page, measured. */
interface Measured {
  readonly page: TestPage;
  readonly found: Prediction;
  readonly shares: Shares;
  readonly exact: boolean;
}

if (!options.data) {
  console.error('Say which pages: npm run bench:extraction -- --data <folder with ground-truth.json and html/>');
  process.exit(1);
}
const pages = (await readDataSet(options.data)).filter(
  ({ half, part }) => (!options.half || half === options.half) && (!options.part || part === options.part),
);
if (options.negatives) {
  await inTab((tab) => reportNegatives(tab, pages, options.json));
  process.exit();
}
const results = await predictAll(pages);
if (options.json) await writeFile(options.json, JSON.stringify(predictionsOf(results)));

const parts = [...new Set(pages.map(({ part }) => part))];
const halves: readonly (Half | undefined)[] = options.half ? [undefined] : ['look', 'score', undefined];
for (const part of parts) {
  for (const half of halves) report(part, half);
}
reportTimes();
reportWorst(Number(options.worst));
process.exit();

async function predictAll(of: readonly TestPage[]): Promise<Map<ExtractorName, Measured[]>> {
  const measured = new Map<ExtractorName, Measured[]>(EXTRACTORS.map((name) => [name, []]));
  await inTab(async (tab) => {
    for (const [index, page] of of.entries()) {
      const html = await page.html();
      const run = () =>
        tab.evaluate(
          `bench.predict(${JSON.stringify(html)}, ${JSON.stringify(page.truth.url)}, ${Number(options.rounds)})`,
        ) as Promise<Record<ExtractorName, Prediction>>;
      // The first pages are done twice, for their times are those of code that has not run yet.
      if (index < 5) await run();
      const found = await run();
      for (const name of EXTRACTORS) measured.get(name)?.push(measure(page, found[name]));
      if (index % 50 === 49) console.error(`${index + 1} of ${of.length} pages`);
    }
  });
  return measured;
}

/** Works in a tab of real Chromium in which `bench` is what `in-page` offers. */
async function inTab(work: (tab: Awaited<ReturnType<Chromium['open']>>) => Promise<void>): Promise<void> {
  const script = await bundle('tests/bench/extraction/in-page.ts', 'bench');
  const chromium = await Chromium.start({ extension: BUILDS.chrome.folder, lang: 'en-US' });
  try {
    const tab = await chromium.open('about:blank');
    await tab.evaluate(script);
    await work(tab);
  } finally {
    await chromium.close();
  }
}

function measure(page: TestPage, found: Prediction): Measured {
  const { articleBody } = page.truth;
  const exact = tokens(articleBody).join(' ') === tokens(found.text).join(' ');
  return { page, found, shares: compareTexts(articleBody, found.text), exact };
}

function report(part: string, half: Half | undefined): void {
  const chosen = (name: ExtractorName) =>
    (results.get(name) ?? []).filter(({ page }) => page.part === part && (!half || page.half === half));
  const count = chosen('offprint').length;
  console.log(`\n${part}, ${half ? `half “${half}”` : 'all'}: ${count} pages\n`);
  const rows = EXTRACTORS.map((name) => {
    const all = chosen(name);
    const { f1, precision, recall, exact } = scoreOf(all);
    const share = (known: (one: Measured) => boolean, right: (one: Measured) => boolean) => {
      const asked = all.filter(known);
      return asked.length > 0 ? thousandths(asked.filter(right).length / asked.length) : '-';
    };
    return [
      name,
      ...[f1, precision, recall, exact].map(thousandths),
      share(
        ({ page: { truth } }) => Boolean(truth.title),
        ({ page: { truth }, found }) => titleMatches(truth.title ?? '', found.title),
      ),
      share(
        ({ page: { truth } }) => Boolean(truth.authors?.length),
        ({ page: { truth }, found }) => authorsMatch(truth.authors ?? [], found.authors),
      ),
      share(
        ({ page: { truth } }) => Boolean(truth.date),
        ({ page: { truth }, found }) => daysMatch(truth.date ?? '', found.publishedTime),
      ),
      share(
        ({ page: { truth } }) => Boolean(truth.lang),
        ({ page: { truth }, found }) => languagesMatch(truth.lang ?? '', found.lang),
      ),
    ];
  });
  console.log(table(['', 'F1', 'precision', 'recall', 'exact', 'title', 'authors', 'date', 'language'], rows));
}

/** Two readings of "times Readability": the pages' own ratios, and the ratio of what all pages together give. */
function reportTimes(): void {
  const timesOf = (name: ExtractorName) => (results.get(name) ?? []).map(({ found }) => found.ms);
  const base = timesOf('readability');
  const readings: readonly ((times: readonly number[]) => number)[] = [median, (times) => at(times, 0.95), total];
  const all = EXTRACTORS.map((name) => ({ name, times: timesOf(name) }));
  console.log('\nTime a page, the clone that Readability needs included\n');
  const rows = all.map(({ name, times }) => [
    name,
    ...readings.map((read) => ms(read(times))),
    ...readings.map((read) => (read(times) / read(base)).toFixed(2)),
  ]);
  console.log(table(['', 'median', 'p95', 'total', 'median / its median', 'p95 / its p95', 'total / its total'], rows));
  console.log('\nTimes Readability on the same page\n');
  const ratios = all.map(({ name, times }) => {
    const each = times.map((time, index) => time / (base[index] ?? Number.NaN));
    return [name, median(each).toFixed(2), at(each, 0.95).toFixed(2)];
  });
  console.log(table(['', 'median of the pages', 'p95 of the pages'], ratios));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function reportWorst(count: number): void {
  const looked = (results.get('offprint') ?? []).filter(({ page }) => page.half === 'look');
  const worst = looked.toSorted((one, other) => pageF1(one.shares) - pageF1(other.shares)).slice(0, count);
  console.log(`\nThe ${worst.length} worst pages of the half that is looked at\n`);
  const rows = worst.map(({ page, shares: [tp, fp, fn] }) => [
    page.id,
    thousandths(pageF1([tp, fp, fn])),
    thousandths(fp),
    thousandths(fn),
  ]);
  console.log(table(['page', 'F1', 'too much', 'missing'], rows));
}

function predictionsOf(all: ReadonlyMap<ExtractorName, readonly Measured[]>) {
  return Object.fromEntries(
    [...all].map(([name, list]) => [
      name,
      Object.fromEntries(list.map(({ page, found, shares }) => [page.id, { ...found, half: page.half, shares }])),
    ]),
  );
}

/** The value below which this share of the values lies. */
function at(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;
}

function thousandths(value: number): string {
  return value.toFixed(3);
}
