import { expect, test } from 'vitest';
import { anArticle, freshLibrary, saved } from '../support';

async function tagged(...each: readonly (readonly string[])[]) {
  const library = freshLibrary();
  const ids: string[] = [];
  for (const [i, tags] of each.entries()) ids.push(await saved(library, anArticle(`${i}`), tags));
  const tagsOf = async () => (await library.items(ids)).map(({ tags }) => tags.toSorted());
  return { library, ids, tagsOf };
}

test('a tag shows what is below it, each article once', async () => {
  const { library, ids } = await tagged(
    ['politics', 'politics/china'],
    ['politics / china'],
    ['politics/eu'],
    ['pol'],
    [],
  );

  expect(await library.tagTree()).toEqual([
    { tag: 'pol', own: 1, all: 1 },
    { tag: 'politics', own: 1, all: 3 },
    { tag: 'politics/china', own: 2, all: 2 },
    { tag: 'politics/eu', own: 1, all: 1 },
  ]);
  const counts = (await library.tags()).map(({ tag, count }) => `${tag} ${count}`);
  expect(counts.toSorted()).toEqual(['pol 1', 'politics 3', 'politics/china 2', 'politics/eu 1']);
  const with_ = (tag: string) => library.list({ shelf: 'all', sort: 'oldest', tag });
  expect(new Set(await with_('politics'))).toEqual(new Set(ids.slice(0, 3)));
  expect(await with_('politics/eu')).toEqual([ids[2]]);
  expect(new Set(await library.list({ shelf: 'all', sort: 'newest', search: 'tag:politics ' }))).toEqual(
    new Set(ids.slice(0, 3)),
  );
});

test('a tag that nothing has itself is there for what is below it', async () => {
  const { library } = await tagged(['a/b/c'], ['a-x']);

  expect((await library.tagTree()).map(({ tag, own, all }) => [tag, own, all])).toEqual([
    ['a', 0, 1],
    ['a/b', 0, 1],
    ['a/b/c', 1, 1],
    ['a-x', 1, 1],
  ]);
});

test('a tag is renamed with what is below it, in the trash too, and undone', async () => {
  const { library, ids, tagsOf } = await tagged(['sea', 'sea/tides'], ['sea/tides', 'moon'], ['season']);
  await library.setDeleted(ids.slice(1, 2), true);
  const before = await tagsOf();

  const done = await library.renameTag('sea', 'ocean');

  expect(await tagsOf()).toEqual([['ocean', 'ocean/tides'], ['moon', 'ocean/tides'], ['season']]);
  expect(done).toMatchObject({ changed: 2, failure: null });
  await library.changeArticles(done.undo);
  expect(await tagsOf()).toEqual(before);
});

test('renaming onto a tag in use makes one of both, and undo tells them apart again', async () => {
  const { library, tagsOf } = await tagged(['sea'], ['ocean'], ['sea', 'ocean']);

  const done = await library.renameTag('sea', ' ocean ');

  expect(await tagsOf()).toEqual([['ocean'], ['ocean'], ['ocean']]);
  await library.changeArticles(done.undo);
  expect(await tagsOf()).toEqual([['sea'], ['ocean'], ['ocean', 'sea']]);
});

test.each([
  ['a', 'a/b', [['a/b', 'a/b/b'], ['a/b']]],
  ['a/b', 'a', [['a'], ['a']]],
])('%s becomes %s though one is below the other', async (from, to, after) => {
  const { library, tagsOf } = await tagged(['a', 'a/b'], ['a']);
  const before = await tagsOf();

  const done = await library.renameTag(from, to);

  expect(await tagsOf()).toEqual(after);
  await library.changeArticles(done.undo);
  expect(await tagsOf()).toEqual(before);
});

test('a tag is taken off with what is below it, and undone', async () => {
  const { library, tagsOf } = await tagged(['sea', 'moon'], ['sea/tides'], ['season']);

  const done = await library.removeTag('sea');

  expect(await tagsOf()).toEqual([['moon'], [], ['season']]);
  await library.changeArticles(done.undo);
  expect(await tagsOf()).toEqual([['moon', 'sea'], ['sea/tides'], ['season']]);
});

test('a name that says nothing, or the same, changes nothing', async () => {
  const { library } = await tagged(['sea']);

  expect(await library.renameTag('sea', ' / ')).toMatchObject({ changed: 0 });
  expect(await library.renameTag('sea', 'sea ')).toMatchObject({ changed: 0 });
});
