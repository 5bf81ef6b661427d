import { expect, test } from 'vitest';
import { anArticle, everything, freshLibrary, saved, unwrapped, updated } from './support';

test('a saved article comes back whole', async () => {
  const library = freshLibrary(() => 1_000);
  const article = anArticle('tide', {
    frontMatter: [
      ['title', 'Tide'],
      ['tags', ['a', { b: null }]],
    ],
  });

  const outcome = unwrapped(await library.save({ article, tags: ['sea'], mode: 'add' }));

  expect(outcome).toEqual({ id: outcome.id, outcome: 'added', savedAt: 1_000 });
  expect(outcome.id).toMatch(/^[0-9a-f]{32}$/);
  const { content, text, images, receipt, sources, frontMatter, ...description } = article;
  const row = await library.article(outcome.id);
  expect(row).toEqual({
    ...description,
    id: outcome.id,
    savedAt: 1_000,
    current: expect.objectContaining({ value: row?.current.value }),
    versions: [{ contentId: row?.current.value, capturedAt: 1_000, title: 'The tide comes in' }],
  });
  expect(await library.content(outcome.id)).toEqual({
    id: row?.current.value,
    content,
    text,
    images,
    receipt,
    sources,
    frontMatter,
  });
  expect((await library.items([outcome.id]))[0]).toMatchObject({ tags: ['sea'], archived: false, deleted: false });
});

test('the same article gets the same id in every library, however its address is decorated', async () => {
  const here = freshLibrary();
  const there = freshLibrary();

  const ids = [
    await saved(here, anArticle('tide')),
    await saved(there, anArticle('tide', { canonicalUrl: 'http://www.news.example/tide/?utm_source=x#part' })),
  ];

  expect(ids[0]).toBe(ids[1]);
});

test('adding an article that is there changes nothing and says when it was saved', async () => {
  let now = 1_000;
  const library = freshLibrary(() => now);
  const id = await saved(library, anArticle('tide'));
  const before = await everything(library.name);
  now = 2_000;

  const again = await library.save({ article: anArticle('tide', { text: 'Other words' }), tags: ['new'], mode: 'add' });

  expect(again).toEqual({ ok: true, value: { id, outcome: 'already-saved', savedAt: 1_000 } });
  expect(await everything(library.name)).toEqual(before);
});

test('an article is found and not doubled by either of its addresses', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide', { url: 'https://news.example/story?id=7' }));

  const found = await library.findSaved(['https://elsewhere.example/', 'https://m.news.example/story?id=7&fbclid=1']);
  const fromUrl = await library.save({
    article: anArticle('x', {
      url: 'https://news.example/story?id=7',
      canonicalUrl: 'https://news.example/story?id=7',
    }),
    mode: 'add',
  });

  expect(found).toMatchObject({ id, kind: 'article', deleted: false });
  expect(unwrapped(fromUrl)).toMatchObject({ id, outcome: 'already-saved' });
  expect(await library.findSaved(['https://news.example/other'])).toBeNull();
});

test('articles that a site shows at one address stay apart', async () => {
  const library = freshLibrary();
  const atHome = { url: 'https://news.example/' };

  const first = await saved(library, anArticle('one', atHome));
  const second = await saved(library, anArticle('two', atHome));

  expect(second).not.toBe(first);
  expect(await library.list({ shelf: 'all', sort: 'newest' })).toHaveLength(2);
});

test('a selection is an article of its own and never passes for the page', async () => {
  const library = freshLibrary();
  const selection = anArticle('tide', { kind: 'selection', text: 'the tide' });

  const part = await saved(library, selection);
  const foundPart = await library.findSaved([selection.url]);
  const whole = await saved(library, anArticle('tide'));
  const otherPart = await saved(library, { ...selection, text: 'Words' });
  const samePart = await library.save({ article: selection, mode: 'add' });

  expect(new Set([part, whole, otherPart]).size).toBe(3);
  expect(foundPart).toBeNull();
  expect(unwrapped(samePart)).toMatchObject({ id: part, outcome: 'already-saved' });
  expect((await library.findSaved([selection.url]))?.id).toBe(whole);
});

test('two saves of one article at the same moment make one article', async () => {
  const library = freshLibrary();

  const outcomes = await Promise.all([
    library.save({ article: anArticle('tide'), mode: 'add' }),
    library.save({ article: anArticle('tide'), mode: 'add' }),
  ]);

  expect(outcomes.map((outcome) => unwrapped(outcome).outcome)).toEqual(['added', 'already-saved']);
});

test('an update shows the new text, keeps the old one and leaves the state alone', async () => {
  let now = 1_000;
  const library = freshLibrary(() => now);
  const id = await saved(library, anArticle('tide'), ['sea']);
  await library.setArchived([id], true);
  await library.setPosition(id, { quote: 'Words', offset: 0, progress: 0.5 });
  const state = await library.state(id);
  now = 2_000;

  const outcome = await updated(library, anArticle('tide', { title: 'High tide', text: 'New', content: '<p>New</p>' }));

  expect(outcome).toEqual({ id, outcome: 'updated', savedAt: 1_000 });
  expect((await library.content(id))?.text).toBe('New');
  const row = await library.article(id);
  expect(row?.title).toBe('High tide');
  expect(row?.versions.map(({ capturedAt }) => capturedAt)).toEqual([1_000, 2_000]);
  expect((await everything(library.name)).contents).toHaveLength(2);
  expect(await library.state(id)).toEqual(state);
});

test('an update that brings the same text adds no version', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));

  const outcome = await updated(library, anArticle('tide', { title: 'A better title', sources: { title: 'meta' } }));

  expect(outcome).toMatchObject({ id, outcome: 'unchanged' });
  expect((await library.article(id))?.versions).toHaveLength(1);
  expect((await library.article(id))?.title).toBe('A better title');
});

test('an update back to an older text shows that text and keeps it once', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  await updated(library, anArticle('tide', { text: 'New', content: '<p>New</p>' }));

  const outcome = await updated(library, anArticle('tide'));

  expect(outcome.outcome).toBe('updated');
  expect((await library.content(id))?.text).toBe(anArticle('tide').text);
  expect((await library.article(id))?.versions).toHaveLength(2);
});

test('a link kept without its text does not empty an article', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));

  const outcome = await updated(library, anArticle('tide', { kind: 'link', title: 'link', text: '', content: '' }));

  expect(outcome).toMatchObject({ id, outcome: 'unchanged' });
  expect(await library.article(id)).toMatchObject({ kind: 'article', title: 'The tide comes in' });
  expect((await library.content(id))?.text).toBe('Words about the tide.');
});

test('saving an article that is in the trash restores and updates it', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'), ['sea']);
  await library.setFavourite([id], true);
  await library.setDeleted([id], true);
  const mark = await library.findSaved([anArticle('tide').url]);

  const outcome = await library.save({
    article: anArticle('tide', { text: 'New', content: '<p>New</p>' }),
    tags: ['again'],
    mode: 'add',
  });

  expect(mark).toMatchObject({ id, deleted: true });
  expect(unwrapped(outcome)).toMatchObject({ id, outcome: 'restored' });
  expect((await library.items([id]))[0]).toMatchObject({ deleted: false, favourite: true, tags: ['sea', 'again'] });
  expect((await library.content(id))?.text).toBe('New');
});

test('a purged article leaves a tombstone and nothing else', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide', { images: [] }), ['sea']);
  await library.setDeleted([id], true);
  const trashed = await library.state(id);

  await library.purge([id, id, 'never-there']);

  const { meta: _1, documentFlags: _2, indexState: _3, tombstones, ...rest } = await everything(library.name);
  expect(Object.values(rest).flat()).toEqual([]);
  expect(tombstones).toEqual([{ articleId: id, deleted: expect.objectContaining({ value: true }) }]);
  const [tombstone] = tombstones as { deleted: { time: string } }[];
  expect(tombstone && trashed && tombstone.deleted.time > trashed.deleted.time).toBe(true);
  expect(await library.tags()).toEqual([]);
});

test('a purged article can be saved again and is later than its tombstone', async () => {
  const library = freshLibrary(() => 1_000);
  const id = await saved(library, anArticle('tide'));
  await library.setDeleted([id], true);
  await library.purge([id]);
  const [tombstone] = (await everything(library.name)).tombstones as { deleted: { time: string } }[];

  const outcome = await library.save({ article: anArticle('tide'), mode: 'add' });

  expect(unwrapped(outcome)).toMatchObject({ id, outcome: 'added' });
  expect((await everything(library.name)).tombstones).toEqual([]);
  const state = await library.state(id);
  expect(state && tombstone && state.deleted.time > tombstone.deleted.time).toBe(true);
});

test('a text that two articles share stays until both are purged', async () => {
  const library = freshLibrary();
  const text = { text: 'The same wire report', content: '<p>The same wire report</p>' };
  const one = await saved(library, anArticle('one', text));
  const two = await saved(library, anArticle('two', text));

  await library.purge([one]);
  const left = await library.content(two);
  await library.purge([two]);

  expect(left?.text).toBe('The same wire report');
  expect((await everything(library.name)).contents).toEqual([]);
});

test('the trash is emptied of what has been there for 30 days', async () => {
  const day = 24 * 60 * 60 * 1000;
  let now = 100 * day;
  const library = freshLibrary(() => now);
  const old = await saved(library, anArticle('old'));
  const recent = await saved(library, anArticle('recent'));
  const kept = await saved(library, anArticle('kept'));
  await library.setDeleted([old], true);
  now += day;
  await library.setDeleted([recent], true);

  await library.purgeOldTrash(130 * day - 1);
  const before = await library.list({ shelf: 'trash', sort: 'oldest' });
  await library.purgeOldTrash(130 * day);

  expect(new Set(before)).toEqual(new Set([old, recent]));
  expect(await library.list({ shelf: 'trash', sort: 'oldest' })).toEqual([recent]);
  expect(await library.article(kept)).not.toBeNull();
});
