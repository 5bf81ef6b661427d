import { expect, it } from 'vitest';
import { capturePage, capturePageInSlices } from '../../utils/extraction/extract';
import { runAtOnce, runInSlices, type Staged } from '../../utils/extraction/stages';
import { parse } from './support';

const URL = 'https://a.example/knots';
const PAGE = `<title>Knots</title><article><h1>Knots</h1>${'<p>The harbour office counted every rope on the quay, and then it counted every knot in every rope.</p>'.repeat(9)}</article>`;

function* work(milliseconds: number): Staged<string> {
  for (const stage of ['prepare', 'readability'] as const) {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    yield stage;
  }
  return 'done';
}

it('gives way to the page after a long stage, and not after short ones', async () => {
  const order: string[] = [];
  const elsewhere = () => new Promise<void>((resolve) => setTimeout(resolve)).then(() => order.push('page'));

  const waiting = elsewhere();
  await runInSlices(work(60), (stage) => order.push(stage));
  await waiting;

  expect(order.indexOf('page')).toBeLessThan(order.indexOf('readability'));

  order.length = 0;
  const later = elsewhere();
  await runInSlices(work(1), (stage) => order.push(stage));
  await later;

  expect(order).toEqual(['prepare', 'readability', 'page']);
});

it('finds the same in slices as at once, and tells the stages in order', async () => {
  const told: string[] = [];
  const done = runAtOnce(work(0), (stage) => told.push(stage));

  const sliced = await capturePageInSlices(parse(PAGE), URL, {});

  expect(done).toBe('done');
  expect(told).toEqual(['prepare', 'readability']);
  expect(sliced.article).toEqual(capturePage(parse(PAGE), URL).article);
  expect(sliced.article?.text).toContain('every knot');
});
