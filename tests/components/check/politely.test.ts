import { expect, test } from 'vitest';
import { eachPolitely } from '../../../components/check/politely';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('one host is asked one thing at a time, others beside it', async () => {
  const items = ['a1', 'b1', 'a2', 'b2', 'c1', 'd1', 'e1', 'f1', 'a3'];
  const busy = new Map<string, number>();
  let [mostOfOne, mostOfAll] = [0, 0];
  const done: string[] = [];

  await eachPolitely(
    items,
    ([host = '']) => host,
    async (item) => {
      const host = item.charAt(0);
      busy.set(host, (busy.get(host) ?? 0) + 1);
      mostOfOne = Math.max(mostOfOne, ...busy.values());
      mostOfAll = Math.max(
        mostOfAll,
        [...busy.values()].reduce((sum, each) => sum + each),
      );
      await pause(5);
      busy.set(host, (busy.get(host) ?? 0) - 1);
      done.push(item);
    },
    new AbortController().signal,
  );

  expect([mostOfOne, mostOfAll]).toEqual([1, 4]);
  expect(done.toSorted()).toEqual(items.toSorted());
});

test('what has begun ends after a stop, nothing else begins', async () => {
  const stop = new AbortController();
  const done: string[] = [];

  await eachPolitely(
    ['a1', 'a2', 'a3'],
    () => 'a',
    async (item) => {
      if (item === 'a2') stop.abort();
      await pause(1);
      done.push(item);
    },
    stop.signal,
  );

  expect(done).toEqual(['a1', 'a2']);
});
