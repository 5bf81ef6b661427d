import { expect, test } from 'vitest';
import { openLibrary } from '../../utils/library/library';
import { openQueue } from '../../utils/library/queue/queue';
import type { Queue, QueueChange, QueueItem } from '../../utils/model/queue';
import { anArticle, everything, freshName, saved, unwrapped } from './support';

/** A queue in a library of the test's own, and the clock of both. */
function freshQueue() {
  const time = { now: 1_000 };
  const name = freshName();
  const options = { name, now: () => time.now };
  return { name, time, queue: openQueue(options), other: openQueue(options), library: openLibrary(options) };
}

const page = (path: string) => ({ url: `https://news.example/${path}` });

const pathsOf = (items: readonly QueueItem[]) => items.map(({ url }) => new URL(url).pathname.slice(1));

async function statusOf(queue: Queue): Promise<Record<string, string>> {
  const items = await queue.items();
  return Object.fromEntries(items.map(({ status }, i) => [pathsOf(items)[i] ?? '', status]));
}

test('addresses are added in their order, each once however it is decorated', async () => {
  const { queue } = freshQueue();

  const added = await queue.add([
    page('b'),
    page('a'),
    { url: 'http://www.news.example/b/?utm_source=x#part' },
    page('a'),
  ]);
  const again = await queue.add([page('c'), page('a')]);

  expect([unwrapped(added), unwrapped(again)]).toEqual([
    { added: 2, repeated: 2, alreadySaved: 0 },
    { added: 1, repeated: 1, alreadySaved: 0 },
  ]);
  expect(pathsOf(await queue.items())).toEqual(['b', 'a', 'c']);
});

test('what is in the library is told and does not wait; it gets the tags too', async () => {
  const { queue, library } = freshQueue();
  const id = await saved(library, anArticle('tide'));
  const trashed = await saved(library, anArticle('trash'));
  await library.setDeleted([trashed], true);
  await saved(library, anArticle('link', { kind: 'link', text: '' }));

  const added = unwrapped(await queue.add([page('tide'), page('trash'), page('link')], ['sea']));

  expect(added).toEqual({ added: 2, repeated: 0, alreadySaved: 1 });
  expect(await statusOf(queue)).toEqual({ tide: 'already-saved', trash: 'waiting', link: 'waiting' });
  expect((await queue.items())[0]).toMatchObject({ articleId: id, title: 'The tide comes in' });
  expect((await library.items([id]))[0]?.tags).toEqual(['sea']);
});

test('what failed and is added again waits at its old place, with its new tab', async () => {
  const { queue } = freshQueue();
  await queue.add([page('a'), page('b')], ['sea']);
  await queue.take(1);
  await queue.settle(1, { status: 'failed', problem: 'gone' }, null);

  const added = unwrapped(await queue.add([{ ...page('a'), tabId: 7 }], ['moon']));

  expect(added).toEqual({ added: 1, repeated: 0, alreadySaved: 0 });
  expect(pathsOf(await queue.items())).toEqual(['a', 'b']);
  expect((await queue.items())[0]).toMatchObject({
    status: 'waiting',
    tabId: 7,
    problem: null,
    attempts: 0,
    tags: ['sea', 'moon'],
  });
});

test('an item is taken by one only, and by nobody while the queue is paused', async () => {
  const { queue, other } = freshQueue();
  await queue.add([page('a'), page('b')]);

  const takers = await Promise.all([queue.take(1), other.take(1), queue.take(1), other.take(1)]);
  await other.setPaused(true);

  expect(takers.filter((taken) => taken !== null)).toHaveLength(1);
  expect(await queue.take(2)).toBeNull();
  expect([await queue.isPaused(), await queue.waiting()]).toEqual([true, []]);
  await queue.setPaused(false);
  expect(pathsOf(await queue.waiting())).toEqual(['b']);
});

test('what a stopped worker left waits again and its host rests; what stopped it too often has failed', async () => {
  const { queue, time } = freshQueue();
  await queue.add([page('a'), { url: 'https://other.example/b' }, page('c')]);
  await queue.take(1);
  await queue.take(2);
  for (let round = 0; round < 2; round++) {
    await queue.recover(3, 0);
    await queue.take(2);
  }

  await queue.recover(3, 4_000);

  expect((await queue.items()).map(({ status, problem }) => [status, problem])).toEqual([
    ['waiting', null],
    ['failed', 'interrupted'],
    ['waiting', null],
  ]);
  expect([...(await queue.restingHosts())]).toEqual([['other.example', 4_000]]);
  time.now = 4_000;
  expect([...(await queue.restingHosts())]).toEqual([]);
});

test('how work ended is kept: saved, failed, or to be tried again', async () => {
  const { queue } = freshQueue();
  await queue.add([
    { ...page('a'), title: 'A link' },
    { ...page('b'), tabId: 3 },
    { ...page('c'), tabId: 4 },
  ]);
  for (const id of [1, 2, 3]) await queue.take(id);

  await queue.settle(1, { status: 'saved', articleId: 'x', title: 'An article' }, 2_000);
  await queue.settle(
    2,
    { status: 'waiting', notBefore: 9_000, problem: 'server-error', isCounted: true, keepsTab: true },
    null,
  );
  await queue.settle(3, { status: 'waiting', notBefore: 0, problem: null, isCounted: false, keepsTab: false }, null);

  expect(await queue.items()).toMatchObject([
    { status: 'saved', articleId: 'x', title: 'An article', attempts: 1 },
    { status: 'waiting', notBefore: 9_000, problem: 'server-error', attempts: 1, tabId: 3 },
    { status: 'waiting', notBefore: 0, problem: null, attempts: 0, tabId: null },
  ]);
  expect([...(await queue.restingHosts())]).toEqual([['news.example', 2_000]]);
});

test('a failed item that is tried again begins anew; others are left alone', async () => {
  const { queue } = freshQueue();
  await queue.add([page('a'), page('b')]);
  await queue.take(1);
  await queue.settle(1, { status: 'failed', problem: 'refused' }, null);
  await queue.take(2);

  await queue.retry([1, 2, 99]);

  expect(await queue.items()).toMatchObject([
    { status: 'waiting', attempts: 0, problem: null },
    { status: 'working', attempts: 1 },
  ]);
});

test('a removal can be undone at the old places, but brings back nothing twice', async () => {
  const { queue, name } = freshQueue();
  await queue.add([page('a'), page('b'), page('c')]);
  await queue.take(2);

  const removed = unwrapped(await queue.remove([1, 2, 99]));
  await queue.settle(2, { status: 'saved', articleId: 'x', title: '' }, null);
  expect(pathsOf(await queue.items())).toEqual(['c']);
  await queue.add([page('a')]);
  await queue.putBack(removed);

  expect(await statusOf(queue)).toEqual({ b: 'waiting', c: 'waiting', a: 'waiting' });
  expect((await everything(name)).queue).toHaveLength(3);
});

test('every context hears what changed', async () => {
  const { queue, other } = freshQueue();
  const heard: QueueChange[] = [];
  const lifetime = new AbortController();
  other.subscribe((change) => heard.push(change), lifetime.signal);

  await queue.add([page('a')]);
  await queue.take(1);
  await queue.settle(1, { status: 'failed', problem: 'gone' }, null);
  await queue.setPaused(true);

  await expect
    .poll(() => heard)
    .toEqual([
      { kind: 'list', ids: [] },
      { kind: 'items', ids: [1] },
      { kind: 'items', ids: [1] },
      { kind: 'list', ids: [] },
    ]);
  lifetime.abort();
});

test('5,000 addresses are added in little time, and saves are not kept waiting', { timeout: 60_000 }, async () => {
  const { queue, library } = freshQueue();
  const entries = Array.from({ length: 5_000 }, (_, i) => ({ url: `https://host-${i % 50}.example/${i}` }));

  const before = performance.now();
  const adding = queue.add(entries);
  const save = saved(library, anArticle('tide')).then(() => performance.now() - before);
  const added = unwrapped(await adding);
  const took = performance.now() - before;
  const listing = performance.now();
  const listed = await queue.items();

  // biome-ignore lint/suspicious/noConsole: figures for whoever runs the tests
  console.log(
    `5,000 added in ${took.toFixed()} ms, a save beside it in ${(await save).toFixed()} ms, listed in ${(performance.now() - listing).toFixed()} ms`,
  );
  expect([added.added, listed.length]).toEqual([5_000, 5_000]);
  expect(took).toBeLessThan(20_000);
});
