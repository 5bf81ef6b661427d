import { expect, test } from 'vitest';
import { openLibrary } from '../../utils/library/library';
import type { RevisedContent, SavedContent } from '../../utils/model/saved-article';
import { anArticle, anImage, aPicture, everything, freshLibrary, saved, unwrapped, updated } from './support';

/** The text with a sentence more, as putting a block back makes it. */
const withMore =
  (words: string) =>
  (content: SavedContent): RevisedContent => ({
    ...content,
    content: `${content.content}<p>${words}</p>`,
    text: `${content.text}\n\n${words}`,
    wordCount: 400,
    cjkCharCount: 0,
    readingMinutes: 2,
  });

test('a revised text takes the place of the one it was made of', async () => {
  const library = freshLibrary(() => 1000);
  const id = await saved(library, anArticle());

  const revised = await library.revise(id, withMore('More.'));

  expect(revised).toEqual({ ok: true, value: undefined });
  const [article, content] = await Promise.all([library.article(id), library.content(id)]);
  expect(content?.text).toBe('Words about the tide.\n\nMore.');
  expect(article).toMatchObject({ wordCount: 400, readingMinutes: 2, title: 'The tide comes in' });
  expect(article?.versions).toEqual([{ contentId: content?.id, capturedAt: 1000, title: 'The tide comes in' }]);
  expect(article?.current.value).toBe(content?.id);
  expect((await everything(library.name)).contents).toEqual([content]);
  expect(await library.list({ shelf: 'all', sort: 'longest' })).toEqual([id]);
});

test('an earlier version stays, and so does a text that another article shows', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle());
  await updated(library, anArticle('tide', { text: 'Second.', content: '<p>Second.</p>' }));
  await saved(
    library,
    anArticle('ebb', { text: 'Second.', content: '<p>Second.</p>', canonicalUrl: 'https://b.example/' }),
  );

  unwrapped(await library.revise(id, withMore('More.')));

  const texts = ((await everything(library.name)).contents as SavedContent[]).map(({ text }) => text);
  expect(texts.toSorted()).toEqual(['Second.', 'Second.\n\nMore.', 'Words about the tide.']);
  expect((await library.article(id))?.versions).toHaveLength(2);
});

test('taking a revision back leaves the library as it was', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle());
  const before = await library.content(id);

  unwrapped(await library.revise(id, withMore('More.')));
  unwrapped(
    await library.revise(id, () => ({ ...(before as SavedContent), wordCount: 4, cjkCharCount: 0, readingMinutes: 1 })),
  );

  expect(await library.content(id)).toEqual(before);
  expect((await everything(library.name)).contents).toHaveLength(1);
  expect((await library.article(id))?.versions).toHaveLength(1);
});

test('two revisions at the same time are both made, whichever contexts they come from', async () => {
  const library = freshLibrary();
  const other = openLibrary({ name: library.name });
  const id = await saved(library, anArticle());

  const done = await Promise.all([
    library.revise(id, withMore('One.')),
    other.revise(id, withMore('Two.')),
    library.revise(id, withMore('Three.')),
  ]);

  expect(done.every(({ ok }) => ok)).toBe(true);
  const { text } = (await library.content(id)) as SavedContent;
  expect(text.split('\n\n').toSorted()).toEqual(['One.', 'Three.', 'Two.', 'Words about the tide.']);
  expect((await everything(library.name)).contents).toHaveLength(1);
});

test('pictures that a revision shows are to be fetched, and those that were kept stay kept', async () => {
  const library = freshLibrary();
  const [light, pier] = [anImage('light'), anImage('pier')];
  const id = await saved(library, anArticle('tide', { images: [light] }));
  unwrapped(await library.keepPicture(id, light.url, await aPicture('light')));

  unwrapped(await library.revise(id, (content) => ({ ...withMore('More.')(content), images: [light, pier] })));

  const pictures = await library.pictures(id);
  expect(pictures.map(({ url, status }) => [url, status])).toEqual([
    [light.url, 'kept'],
    [pier.url, 'pending'],
  ]);
  expect(await library.dueJobs(Date.now())).toMatchObject([{ articleId: id }]);
});

test('pictures that are missing are not asked for again by a revision of words', async () => {
  const library = freshLibrary();
  const light = anImage('light');
  const id = await saved(library, anArticle('tide', { images: [light] }));
  unwrapped(await library.missPicture(id, light.url, 'refused'));

  unwrapped(await library.revise(id, withMore('More.')));

  expect(await library.pictures(id)).toMatchObject([{ status: 'missing' }]);
  expect(await library.dueJobs(Date.now())).toEqual([]);
});

test('what is not there is not revised, and a change that finds nothing to change changes nothing', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle());
  const before = await everything(library.name);

  expect(await library.revise('0'.repeat(32), withMore('More.'))).toEqual({ ok: false, error: 'not-found' });
  expect(await library.revise(id, () => null)).toEqual({ ok: false, error: 'not-found' });
  expect(await everything(library.name)).toEqual(before);
});

test('a revision is told to every context', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle());
  const heard = new Promise((resolve) => library.subscribe(resolve, AbortSignal.timeout(5000)));

  unwrapped(await library.revise(id, withMore('More.')));

  expect(await heard).toEqual({ kind: 'articles', ids: [id] });
});
