import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Chromium } from '../../journeys/driver/chromium';
import { BUILDS } from '../../tools/build.mjs';
import { at } from '../../tools/project.mjs';
import { bundle } from '../bundle';
import { type Half, readDataSet } from './data-set';
import type { LabelledBlock } from './labelled-blocks';

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, rows: { type: 'string' }, half: { type: 'string', default: 'look' } },
});

/** Where the weights go: what `leftovers` reads. */
const WEIGHTS = at('utils/extraction/leftovers/weights.json');

/** A feature that fewer pages have tells of those pages, not of articles. */
const LEAST_PAGES = 6;
/** Passes over all blocks, the step of the first of them, and how strongly weights are drawn to 0. */
const PASSES = 60;
const STEP = 0.12;
const PULL = 0.0012;
/** Weights smaller than this decide nothing and are left out of the file. */
const LEAST_WEIGHT = 0.04;

interface Page {
  readonly half: Half;
  readonly blocks: readonly LabelledBlock[];
}

if (!options.data) {
  console.error('Say which pages: npm run train:extraction -- --data <folder with ground-truth.json and html/>');
  process.exit(1);
}
const pages = await labelAll(options.data);
const chosen = pages.filter(({ half }) => options.half === 'all' || half === options.half);
const weights = train(chosen);
await writeFile(WEIGHTS, `${JSON.stringify(weights, null, 2)}\n`);
console.log(`${Object.keys(weights).length} weights from ${chosen.length} pages`);
for (const half of ['look', 'score'] as const) describe(half);
process.exit();

async function labelAll(folder: string): Promise<Page[]> {
  const script = await bundle('tests/bench/extraction/labelled-blocks.ts', 'training');
  const chromium = await Chromium.start({ extension: BUILDS.chrome.folder, lang: 'en-US' });
  const labelled: Page[] = [];
  try {
    const tab = await chromium.open('about:blank');
    await tab.evaluate(script);
    for (const { html, truth, half } of await readDataSet(folder)) {
      const given = [await html(), truth.url, truth.articleBody].map((value) => JSON.stringify(value)).join(', ');
      labelled.push({ half, blocks: (await tab.evaluate(`training.labelBlocks(${given})`)) as LabelledBlock[] });
    }
  } finally {
    await chromium.close();
  }
  return labelled;
}

/**
 * Logistic regression by stochastic gradient descent over blocks in a fixed order of chance; a positive sum means that a block is a leftover.
 * A block counts by the root of its words: losing a paragraph is worse than keeping a label. Blocks that are half in are left out.
 */
function train(of: readonly Page[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { blocks } of of)
    for (const feature of new Set(blocks.flatMap(({ features }) => features)))
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rows = of.flatMap(({ blocks }) => {
    const clear = blocks.filter(({ known }) => known <= 0.25 || known >= 0.75);
    const all = Math.sqrt(blocks.reduce((sum, { size }) => sum + size, 0) + 50);
    return clear.map(({ features, size, known }) => ({
      features: ['bias', ...features.filter((feature) => (counts.get(feature) ?? 0) >= LEAST_PAGES)],
      leftover: known <= 0.25 ? 1 : 0,
      // So that a page counts as a page, however long it is.
      importance: Math.min(2.5, (6 * Math.sqrt(size)) / all + 0.1),
    }));
  });
  const found = new Map<string, number>();
  const chance = generator(1);
  for (let pass = 0; pass < PASSES; pass++) {
    const step = STEP / (1 + pass / 8);
    for (let turn = rows.length - 1; turn > 0; turn--) {
      const other = Math.floor(chance() * (turn + 1));
      [rows[turn], rows[other]] = [rows[other] as (typeof rows)[0], rows[turn] as (typeof rows)[0]];
    }
    for (const { features, leftover, importance } of rows) {
      const sum = features.reduce((total, feature) => total + (found.get(feature) ?? 0), 0);
      const error = leftover - 1 / (1 + Math.exp(-sum));
      for (const feature of features) {
        const weight = found.get(feature) ?? 0;
        found.set(feature, weight + step * (importance * error - (feature === 'bias' ? 0 : PULL * weight)));
      }
    }
  }
  const kept = [...found].filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT);
  return Object.fromEntries(
    kept.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, weight]) => [name, Number(weight.toFixed(2))]),
  );
}

/** What removing blocks above each sum would do, in words. */
function describe(half: Half): void {
  const blocks = pages.filter((page) => page.half === half).flatMap((page) => page.blocks);
  const sums = blocks.map((block) => ({
    ...block,
    sum: ['bias', ...block.features].reduce((total, feature) => total + (weights[feature] ?? 0), 0),
  }));
  const size = (of: readonly LabelledBlock[]) => of.reduce((total, block) => total + block.size, 0);
  const leftovers = sums.filter(({ known }) => known < 0.5);
  const wanted = sums.filter(({ known }) => known >= 0.5);
  console.log(`\n${half}: ${size(wanted)} words wanted, ${size(leftovers)} left over`);
  for (const threshold of [-0.5, 0, 0.5, 1, 1.5, 2, 3]) {
    const gone = size(leftovers.filter(({ sum }) => sum > threshold));
    const lost = size(wanted.filter(({ sum }) => sum > threshold));
    console.log(`above ${threshold}: ${gone} words of leftovers gone, ${lost} wanted ones lost`);
  }
}

/** Numbers of chance from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
