import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../utils/library/library';
import { mergeStates } from '../../../utils/library/merge';
import { addDays, dayOf } from '../../../utils/model/day';
import type { Library } from '../../../utils/model/library';
import { anArticle, asUnindexed, freshLibrary, saved, tended, unwrapped } from '../support';

const NOW = new Date(2026, 10, 24, 12).getTime();
const TODAY = dayOf(NOW);

async function aQueue() {
  let now = NOW;
  const library = freshLibrary(() => ++now);
  const [late, later, today, none] = await Promise.all(
    ['late', 'later', 'today', 'none'].map((slug) => saved(library, anArticle(slug))),
  );
  if (!late || !later || !today || !none) throw new Error('Not saved');
  await library.setReadBy([later], addDays(TODAY, 3));
  await library.setReadBy([today], TODAY);
  await library.setReadBy([late], addDays(TODAY, -2));
  return { library, late, later, today, none };
}

test('the queue holds what has a day, the most urgent first', async () => {
  const { library, late, later, today } = await aQueue();

  expect(await library.list({ shelf: 'queue', sort: 'due' })).toEqual([late, today, later]);
  expect(await library.list({ shelf: 'queue', sort: 'due', limit: 2 })).toEqual([late, today]);
  expect(await library.counts()).toMatchObject({ queue: 3, unread: 4 });
  expect((await library.items([late]))[0]?.readBy).toBe(addDays(TODAY, -2));
});

test('articles of one day follow one another as they were saved', async () => {
  const { library, late, later, today, none } = await aQueue();

  await library.setReadBy([none, later, today, late], TODAY);

  const inOrder = await library.list({ shelf: 'all', sort: 'oldest' });
  expect(await library.list({ shelf: 'queue', sort: 'due' })).toEqual(inOrder);
});

test('an archived article leaves the queue and is back in it with its day when it is unread again', async () => {
  const { library, late } = await aQueue();

  await library.setArchived([late], true);
  const meanwhile = await library.list({ shelf: 'queue', sort: 'due', search: 'late ' });
  await library.setArchived([late], false);

  expect(meanwhile).toEqual([]);
  expect((await library.list({ shelf: 'queue', sort: 'due' }))[0]).toBe(late);
});

test.each([
  ['is:due ', ['late', 'today']],
  ['is:overdue ', ['late']],
  ['readby:week ', ['late', 'later', 'today']],
  ['readby:2026-11-24 comes', ['late', 'today']],
  ['-is:queued ', ['none']],
])('%s finds what it says, before and after the index has it', async (search, slugs) => {
  const { library } = await aQueue();
  let opened: Library = library;
  const found = async () =>
    (await library.items(await opened.list({ shelf: 'all', sort: 'newest', search })))
      .map(({ article }) => article.title.split(' ')[1])
      .toSorted();

  expect(await found()).toEqual(slugs);
  await forgetIndex(library.name);
  opened = openLibrary({ name: library.name, now: () => NOW });
  expect(await found()).toEqual(slugs);
  await tended(library);
  expect(await found()).toEqual(slugs);
});

/** As after the upgrade of a library that had no index. */
async function forgetIndex(name: string): Promise<void> {
  const database = await openDB(name);
  for (const store of ['documents', 'pendingDocuments', 'documentFlags']) await database.clear(store);
  database.close();
  await asUnindexed(name);
}

test('a search on the queue keeps its order', async () => {
  const { library, late, later } = await aQueue();

  expect(await library.list({ shelf: 'queue', sort: 'due', search: 'late OR later ' })).toEqual([late, later]);
});

test('the day last chosen wins a merge, also over a library that never had one', async () => {
  const [here, there] = [freshLibrary(() => 1_000), freshLibrary(() => 2_000)];
  const id = await saved(here, anArticle());
  await saved(there, anArticle());
  const never = await there.state(id);
  unwrapped(await here.setReadBy([id], '2026-12-01'));
  const first = await here.state(id);
  unwrapped(await there.setReadBy([id], null));
  unwrapped(await there.setReadBy([id], '2026-12-24'));
  const second = await there.state(id);
  if (!never || !first || !second) throw new Error('No state');

  expect(mergeStates(never, first).readBy?.value).toBe('2026-12-01');
  expect(mergeStates(first, second).readBy?.value).toBe('2026-12-24');
  expect('readBy' in mergeStates(never, never)).toBe(false);
});
