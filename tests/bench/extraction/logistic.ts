import type { LabelledPage } from './labelled-blocks';

/** A feature that fewer pages have tells of those pages, not of articles. */
const LEAST_PAGES = 6;
/** Steps of the descent, how far the first of them go, and how strongly weights are drawn to 0. */
const STEPS = 250;
const STEP = 0.1;
const SMALL_STEPS_FROM = 150;
const PULL = 0.00015;
/** Weights smaller than this decide nothing and are left out of the file. */
const LEAST_WEIGHT = 0.04;

interface Row {
  /** Numbers of the features that hold; 0 is the bias. */
  readonly features: readonly number[];
  readonly leftover: 0 | 1;
  readonly importance: number;
}

/**
 * Logistic regression by gradient descent (Adam, https://arxiv.org/abs/1412.6980) over all blocks at once: the same pages give the same
 * weights. A positive sum means that a block is a leftover. Blocks that are half in are left out.
 */
export function learn(of: readonly LabelledPage[]): Record<string, number> {
  const names = ['bias', ...commonFeatures(of)];
  const weights = descend(rowsOf(of, new Map(names.map((name, number) => [name, number]))), names.length);
  const kept = names.map((name, number) => [name, weights[number] ?? 0] as const);
  return Object.fromEntries(
    kept
      .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
      .map(([name, weight]) => [name, Number(weight.toFixed(2))]),
  );
}

function commonFeatures(of: readonly LabelledPage[]): string[] {
  const counts = new Map<string, number>();
  for (const { blocks } of of)
    for (const feature of new Set(blocks.flatMap(({ features }) => features)))
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts].flatMap(([feature, count]) => (count >= LEAST_PAGES ? [feature] : [])).sort();
}

/** A block counts by the root of its words, and a page as a page, however long it is. */
function rowsOf(of: readonly LabelledPage[], numbers: ReadonlyMap<string, number>): Row[] {
  return of.flatMap(({ blocks }) => {
    const all = Math.sqrt(blocks.reduce((sum, { size }) => sum + size, 0) + 50);
    const clear = blocks.filter(({ known }) => known <= 0.25 || known >= 0.75);
    return clear.map(({ features, size, known }) => ({
      features: [0, ...features.flatMap((feature) => numbers.get(feature) ?? [])],
      leftover: known <= 0.25 ? 1 : 0,
      importance: Math.min(2.5, (6 * Math.sqrt(size)) / all + 0.1),
    }));
  });
}

function descend(rows: readonly Row[], count: number): Float64Array {
  const weights = new Float64Array(count);
  const [mean, spread] = [new Float64Array(count), new Float64Array(count)];
  const whole = rows.reduce((sum, { importance }) => sum + importance, 0);
  for (let turn = 1; turn <= STEPS; turn++) {
    const slope = weights.map((weight, number) => (number === 0 ? 0 : PULL * weight));
    for (const { features, leftover, importance } of rows) {
      const sum = features.reduce((total, number) => total + (weights[number] ?? 0), 0);
      const error = ((1 / (1 + Math.exp(-sum)) - leftover) * importance) / whole;
      for (const number of features) slope[number] = (slope[number] ?? 0) + error;
    }
    const step = STEP * (turn < SMALL_STEPS_FROM ? 1 : 0.3);
    for (const [number, by] of slope.entries()) {
      const first = 0.9 * (mean[number] ?? 0) + 0.1 * by;
      const second = 0.999 * (spread[number] ?? 0) + 0.001 * by * by;
      mean[number] = first;
      spread[number] = second;
      const size = Math.sqrt(second / (1 - 0.999 ** turn)) + 1e-8;
      weights[number] = (weights[number] ?? 0) - (step * first) / (1 - 0.9 ** turn) / size;
    }
  }
  return weights;
}
