import { expect, test } from 'vitest';
import { openLibrary } from '../../utils/library/library';
import type { Library } from '../../utils/model/library';
import type { ArticleBefore } from '../../utils/model/saved-article';
import { anArticle, anImage, aPicture, everything, freshLibrary, saved, tended, unwrapped, updated } from './support';

const SECOND = {
  title: 'The tide goes out',
  text: 'Other words entirely.',
  content: '<p>Other words entirely.</p>',
  wordCount: 3,
};

/** An article whose page changed, words and title. */
async function withTwoTexts(library: Library) {
  const id = await saved(library, anArticle());
  await updated(library, anArticle('tide', SECOND));
  const article = await library.article(id);
  const [first, second] = article?.versions ?? [];
  if (!article || !first || !second) throw new Error('no two texts');
  return { id, article, first: first.contentId, second: second.contentId };
}

async function before(library: Library, id: string, ...contentIds: string[]): Promise<ArticleBefore> {
  const [article, ...contents] = await Promise.all([
    library.article(id),
    ...contentIds.map((each) => library.version(id, each)),
  ]);
  if (!article) throw new Error('no article');
  return { article, contents: contents.filter((content) => content !== null) };
}

const found = (library: Library, search: string) => library.list({ shelf: 'all', sort: 'newest', search });

test('an update keeps the earlier text with its title and when it was captured', async () => {
  let now = 1_000;
  const library = freshLibrary(() => now);
  const id = await saved(library, anArticle());
  now = 2_000;
  await updated(library, anArticle('tide', SECOND));

  expect((await library.article(id))?.versions).toMatchObject([
    { capturedAt: 1_000, title: 'The tide comes in' },
    { capturedAt: 2_000, title: 'The tide goes out' },
  ]);
});

test('going back shows the text of then, its title, length and pictures, and searches find what is shown', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide', { images: [anImage('old')] }));
  await library.keepPicture(id, anImage('old').url, await aPicture('old'));
  await updated(library, anArticle('tide', { ...SECOND, images: [anImage('new')], wordCount: 3 }));
  const [first] = (await library.article(id))?.versions ?? [];

  unwrapped(await library.showVersion(id, first?.contentId ?? ''));

  expect((await library.content(id))?.text).toBe('Words about the tide.');
  expect(await library.article(id)).toMatchObject({ title: 'The tide comes in', wordCount: 4, readingMinutes: 1 });
  expect((await library.article(id))?.versions).toHaveLength(2);
  expect(await library.pictures(id)).toMatchObject([{ url: anImage('old').url, status: 'kept' }]);
  await tended(library);
  expect([await found(library, 'entirely'), await found(library, 'comes in')]).toEqual([[], [id]]);
});

test('going back and forth again leaves everything as it was but the order of the stamps', async () => {
  const library = freshLibrary();
  const { id, article, first, second } = await withTwoTexts(library);
  const content = await library.content(id);

  unwrapped(await library.showVersion(id, first));
  unwrapped(await library.showVersion(id, second));

  expect(await library.content(id)).toEqual(content);
  expect(await library.article(id)).toEqual({ ...article, current: expect.objectContaining({ value: second }) });
});

test('a version is dropped with its text, but for the one shown, and the drop can be undone', async () => {
  const library = freshLibrary();
  const { id, first, second } = await withTwoTexts(library);
  const was = await before(library, id, first);

  expect(await library.dropVersion(id, second)).toEqual({ ok: false, error: 'not-found' });
  unwrapped(await library.dropVersion(id, first));

  expect((await library.article(id))?.versions).toMatchObject([{ contentId: second }]);
  expect(await library.version(id, first)).toBeNull();
  expect((await everything(library.name)).contents).toHaveLength(1);

  unwrapped(await library.putBack(was, second));

  expect((await library.article(id))?.versions).toEqual(was.article.versions);
  expect((await library.version(id, first))?.text).toBe('Words about the tide.');
});

test('a text that another article has stays when it is dropped from one', async () => {
  const library = freshLibrary();
  const { id, first } = await withTwoTexts(library);
  const other = await saved(
    library,
    anArticle('tide', { url: 'https://other.example/', canonicalUrl: 'https://other.example/' }),
  );

  unwrapped(await library.dropVersion(id, first));

  expect((await library.content(other))?.text).toBe('Words about the tide.');
});

test('an update is undone with its title and address, unless the article has changed since', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle());
  const was = await before(library, id);
  await updated(library, anArticle('tide', SECOND));
  const { current } = (await library.article(id)) ?? was.article;

  unwrapped(await library.putBack(was, current.value));

  expect(await library.article(id)).toEqual({ ...was.article, current: expect.anything() });
  expect((await everything(library.name)).contents).toHaveLength(1);
  expect(await library.putBack(was, current.value)).toEqual({ ok: false, error: 'not-found' });
});

test('what other contexts dropped meanwhile is not put back without its text', async () => {
  const library = freshLibrary();
  const { id, first, second } = await withTwoTexts(library);
  const was = await before(library, id);
  unwrapped(await openLibrary({ name: library.name }).dropVersion(id, first));

  expect(await library.putBack(was, second)).toEqual({ ok: false, error: 'not-found' });
  expect((await library.article(id))?.versions).toHaveLength(1);
});

test('a newer text goes into the article it is of, whatever its address', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle());
  const article = anArticle('tide', {
    ...SECOND,
    url: 'https://elsewhere.example/x',
    canonicalUrl: 'https://e.example/',
  });

  const into = unwrapped(await library.save({ article, mode: 'update', into: id }));

  expect(into).toMatchObject({ id, outcome: 'updated' });
  expect((await library.article(id))?.versions).toHaveLength(2);
  unwrapped(await library.purge([id]));
  expect(await library.save({ article, mode: 'update', into: id })).toEqual({ ok: false, error: 'not-found' });
  expect(await library.list({ shelf: 'all', sort: 'newest' })).toEqual([]);
});

test('an article that moved is found by both addresses', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle());

  unwrapped(await library.setAddress(id, 'https://news.example/2026/tide?utm_source=x'));

  expect(await library.article(id)).toMatchObject({ canonicalUrl: 'https://news.example/2026/tide' });
  for (const url of ['https://news.example/tide', 'https://news.example/2026/tide'])
    expect((await library.findSaved([url]))?.id).toBe(id);
});

test('what was found of a page is remembered, marked in the list, and no longer true once it is saved again', async () => {
  const library = freshLibrary(() => 5_000);
  const id = await saved(library, anArticle());
  expect((await library.items([id]))[0]).not.toHaveProperty('isGone');

  unwrapped(await library.recordCheck(id, { is: 'gone', checkedAt: 4_000 }));

  expect((await library.state(id))?.page?.value).toEqual({ is: 'gone', checkedAt: 4_000 });
  expect((await library.items([id]))[0]?.isGone).toBe(true);
  unwrapped(await library.setArchived([id], true));
  expect((await library.items([id]))[0]?.isGone).toBe(true);

  await updated(library, anArticle('tide', SECOND));

  expect((await library.state(id))?.page?.value).toEqual({ is: 'unchanged', checkedAt: 5_000 });
  expect((await library.items([id]))[0]).not.toHaveProperty('isGone');
});
