import { expect, onTestFinished, test, vi } from 'vitest';
import { openLibrary } from '../../utils/library/library';
import type { LibraryChange } from '../../utils/model/library';
import type { Order } from './other-context';
import { anArticle, anImage, aPicture, freshLibrary, saved } from './support';

/** Hears what a library announces until the test is over. */
function heardBy(library: Pick<ReturnType<typeof openLibrary>, 'subscribe'>): LibraryChange[] {
  const heard: LibraryChange[] = [];
  const lifetime = new AbortController();
  onTestFinished(() => lifetime.abort());
  library.subscribe((change) => heard.push(change), lifetime.signal);
  return heard;
}

function tagsOf(state: { tags: Record<string, { value: boolean; time: string }> } | null): [string, string][] {
  return Object.entries(state?.tags ?? {}).map(([tag, { time }]) => [tag, time]);
}

test('two contexts that change different fields at once both succeed', async () => {
  const one = freshLibrary();
  const other = openLibrary({ name: one.name });
  const id = await saved(one, anArticle('tide', { images: [anImage('a')] }));

  await Promise.all([
    one.setArchived([id], true),
    other.setFavourite([id], true),
    one.changeTags([id], { add: ['here'] }),
    other.changeTags([id], { add: ['there'] }),
    one.setPosition(id, { quote: '', offset: 3, progress: 0.1 }),
    other.keepPicture(id, anImage('a').url, await aPicture('1')),
  ]);

  expect((await one.items([id]))[0]).toMatchObject({
    archived: true,
    favourite: true,
    tags: ['here', 'there'],
    position: { offset: 3 },
    pictures: { kept: 1, pending: 0 },
  });
  expect(await other.counts()).toMatchObject({ archived: 1, favourite: 1, unread: 0 });
});

test('a page and a worker writing at once lose nothing and never use a moment twice', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  const worker = new Worker(new URL('./other-context.ts', import.meta.url), { type: 'module' });
  onTestFinished(() => worker.terminate());
  const names = (side: string) => Array.from({ length: 40 }, (_, i) => `${side} ${i}`);
  const answered = new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data));
    worker.addEventListener('error', reject);
  });

  const order: Order = { name: library.name, id, tags: names('worker') };
  worker.postMessage(order);
  // Both at work at the same time: the page goes on for as long as the worker does.
  const outcomes = [];
  for (const tag of names('page')) outcomes.push(await library.changeTags([id], { add: [tag] }));

  expect(await answered).toBe('done');
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  const tags = tagsOf(await library.state(id));
  expect(new Set(tags.map(([tag]) => tag))).toEqual(new Set([...names('worker'), ...names('page')]));
  expect(new Set(tags.map(([, time]) => time)).size).toBe(80);
});

test('a worker hears of nothing until it is written, then every context does, this one included', async () => {
  const library = freshLibrary();
  const elsewhere = openLibrary({ name: library.name });
  const here = heardBy(library);
  const there = heardBy(elsewhere);

  const id = await saved(library, anArticle('tide', { images: [anImage('a')] }));
  await library.setArchived([id], true);
  await library.missPicture(id, anImage('a').url, 'refused');
  await library.purge([id]);

  const expected = ['articles', 'states', 'pictures', 'articles'].map((kind) => ({ kind, ids: [id] }));
  await vi.waitFor(() => expect([here, there]).toEqual([expected, expected]));
});

test('what changed nothing is not announced', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  const heard = heardBy(library);

  await library.save({ article: anArticle('tide'), mode: 'add' });
  await library.setArchived([id], false);
  await library.setArchived(['gone'], true);
  await library.purge(['gone']);
  await library.setFavourite([id], true);

  await vi.waitFor(() => expect(heard).toEqual([{ kind: 'states', ids: [id] }]));
});

test('nothing is heard once the subscriber is gone, nor from another library', async () => {
  const library = freshLibrary();
  const lifetime = new AbortController();
  const heard: LibraryChange[] = [];
  library.subscribe((change) => heard.push(change), lifetime.signal);
  const still = heardBy(library);
  await saved(freshLibrary(), anArticle('elsewhere'));
  lifetime.abort();

  const id = await saved(library, anArticle('tide'));

  await vi.waitFor(() => expect(still).toEqual([{ kind: 'articles', ids: [id] }]));
  expect(heard).toEqual([]);
});
