import { expect, test } from 'vitest';
import { openLibrary } from '../../utils/library/library';
import { titleOrder } from '../../utils/library/title-order';
import type { Shelf, SortOrder } from '../../utils/model/library';
import { anArticle, freshLibrary, saved } from './support';

const SHELVES: readonly Shelf[] = ['unread', 'archived', 'favourite', 'trash', 'all'];

test('each shelf shows what belongs there, and the counts agree', async () => {
  const library = freshLibrary();
  const plain = await saved(library, anArticle('plain'));
  const read = await saved(library, anArticle('read'));
  const loved = await saved(library, anArticle('loved'));
  const gone = await saved(library, anArticle('gone'));
  await library.setArchived([read, loved], true);
  await library.setFavourite([loved, gone], true);
  await library.setDeleted([gone], true);

  const shelves = await Promise.all(SHELVES.map((shelf) => library.list({ shelf, sort: 'newest' })));

  expect(shelves.map((ids) => new Set(ids))).toEqual(
    [[plain], [read, loved], [loved], [gone], [plain, read, loved]].map((ids) => new Set(ids)),
  );
  expect(await library.counts()).toEqual({ unread: 1, archived: 2, favourite: 1, trash: 1, all: 3, queue: 0 });
});

test('what comes back from the trash stands on its shelves again', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle());
  await library.setArchived([id], true);
  await library.setDeleted([id], true);

  await library.setDeleted([id], false);

  expect(await library.counts()).toEqual({ unread: 0, archived: 1, favourite: 0, trash: 0, all: 1, queue: 0 });
});

test.each<[SortOrder]>([['newest'], ['oldest'], ['title'], ['longest']])(
  'the beginning of a list by %s is the list as far as it goes',
  async (sort) => {
    let now = 0;
    const library = freshLibrary(() => ++now);
    for (const name of ['b', 'd', 'a', 'c']) await saved(library, anArticle(name), [name < 'c' ? 'early' : 'late']);
    const whole = await library.list({ shelf: 'all', sort });

    const beginnings = await Promise.all([0, 1, 3, 9].map((limit) => library.list({ shelf: 'all', sort, limit })));
    const tagged = await library.list({ shelf: 'all', sort, tag: 'early', limit: 1 });

    expect(beginnings).toEqual([[], whole.slice(0, 1), whole.slice(0, 3), whole]);
    expect(tagged).toEqual((await library.list({ shelf: 'all', sort, tag: 'early' })).slice(0, 1));
  },
);

test('lists come in every order', async () => {
  let now = 0;
  const library = freshLibrary(() => ++now);
  const b = await saved(
    library,
    anArticle('b', { title: '“Part 10', publishedTime: '2026-01-02T00:00:00+08:00', readingMinutes: 9 }),
  );
  const a = await saved(
    library,
    anArticle('a', { title: 'Élan', publishedTime: null, readingMinutes: 1, cjkCharCount: 90 }),
  );
  const c = await saved(
    library,
    anArticle('c', { title: 'part 9', publishedTime: '2026-01-01T20:00:00Z', readingMinutes: 1 }),
  );
  const orders: SortOrder[] = ['newest', 'oldest', 'published', 'shortest', 'longest', 'title'];

  const lists = await Promise.all(orders.map((sort) => library.list({ shelf: 'all', sort })));

  expect(lists).toEqual([
    [c, a, b],
    [b, a, c],
    [c, b, a],
    [c, a, b],
    [b, a, c],
    [a, c, b],
  ]);
});

test('an update moves an article to its new place', async () => {
  const library = freshLibrary();
  const first = await saved(library, anArticle('first', { title: 'A' }));
  const second = await saved(library, anArticle('second', { title: 'B' }));

  await library.save({ article: anArticle('first', { title: 'C' }), mode: 'update' });

  expect(await library.list({ shelf: 'all', sort: 'title' })).toEqual([second, first]);
  expect(await library.list({ shelf: 'all', sort: 'title', search: 'c' })).toContain(first);
});

test('a search looks in all of an article, and every word must be there', async () => {
  const library = freshLibrary();
  const id = await saved(
    library,
    anArticle('x', { title: 'Über den Ｃａｆé-Häusern', siteName: '新华社', authors: ['José Ángel'] }),
  );
  await saved(library, anArticle('other'));
  const search = (words: string) => library.list({ shelf: 'all', sort: 'newest', search: words });

  const found = await Promise.all(
    ['uber cafe', 'ÜBER', '新华', 'jose', 'cafe jose ', 'ｃａｆｅ', 'words about x'].map(search),
  );
  const lost = await Promise.all(['uber nobody', 'words without', '新社'].map(search));

  expect(found).toEqual(Array(7).fill([id]));
  expect(lost).toEqual(Array(3).fill([]));
  expect(await search('  ')).toHaveLength(2);
});

test('a search finds at once what another context saves, renames or purges', async () => {
  const library = freshLibrary();
  const other = openLibrary({ name: library.name });
  const search = (words: string) => library.list({ shelf: 'all', sort: 'newest', search: words });
  const before = await search('tide');

  const id = await saved(other, anArticle('tide'));
  const afterSave = await search('tide');
  await other.save({ article: anArticle('tide', { title: 'Ebb' }), mode: 'update' });
  const afterUpdate = await search('ebb');
  await other.purge([id]);

  expect([before, afterSave, afterUpdate, await search('ebb')]).toEqual([[], [id], [id], []]);
});

test('a list narrows to a tag and to a search at once', async () => {
  const library = freshLibrary();
  const both = await saved(library, anArticle('high'), ['sea', 'moon']);
  await saved(library, anArticle('low'), ['sea']);
  const trashed = await saved(library, anArticle('ebb'), ['sea']);
  await library.setDeleted([trashed], true);

  const list = (query: object) => library.list({ shelf: 'all', sort: 'newest', ...query });

  expect(await list({ tag: 'sea' })).toHaveLength(2);
  expect(await list({ tag: 'sea', search: 'high' })).toEqual([both]);
  expect(await list({ tag: ' moon ' })).toEqual([both]);
  expect(await list({ tag: 'mo' })).toEqual([]);
  expect(await list({ tag: 'sea', shelf: 'trash' })).toEqual([trashed]);
});

test('tags come with their counts, the one used last first, without those of the trash', async () => {
  let now = 0;
  const library = freshLibrary(() => ++now);
  const one = await saved(library, anArticle('one'), ['sea', 'moon']);
  const two = await saved(library, anArticle('two'), ['moon']);
  await saved(library, anArticle('three'), ['sand']);

  const before = await library.tags();
  await library.changeTags([two], { add: ['sea'], remove: ['moon'] });
  const after = await library.tags();
  await library.setDeleted([one, two], true);

  expect(before).toEqual([
    { tag: 'sand', count: 1 },
    { tag: 'moon', count: 2 },
    { tag: 'sea', count: 1 },
  ]);
  expect(after).toEqual([
    { tag: 'sea', count: 2 },
    { tag: 'sand', count: 1 },
    { tag: 'moon', count: 1 },
  ]);
  expect(await library.tags()).toEqual([{ tag: 'sand', count: 1 }]);
});

test('rows come in the order asked for, without those that are gone', async () => {
  const library = freshLibrary();
  const one = await saved(library, anArticle('one'));
  const two = await saved(library, anArticle('two'));

  const items = await library.items([two, 'gone', one]);

  expect(items.map(({ article }) => article.id)).toEqual([two, one]);
  expect(items[0]?.article).toEqual(await library.article(two));
});

test('titles are ordered from their first letter, numbers by value', () => {
  const titles = ['“Zoo', 'item 10', 'Item 9', '«apple»'];

  const ordered = titles.toSorted((a, b) => (titleOrder(a) < titleOrder(b) ? -1 : 1));

  expect(ordered).toEqual(['«apple»', 'Item 9', 'item 10', '“Zoo']);
});
