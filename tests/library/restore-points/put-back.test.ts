import { expect, test } from 'vitest';
import { newRestorePoint } from '../../../utils/model/restore-point';
import { anArticle, anImage, aPicture, everything, freshLibrary, saved, unwrapped, updated } from '../support';
import { kept, seen } from './support';

const all = { shelf: 'all', sort: 'newest' } as const;

test('a point is there only when something changed under it', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  const point = newRestorePoint('edit');

  await library.setArchived([id], false, point);
  await library.setArchived([id], true);

  expect(await library.restorePoints()).toEqual([]);
  expect(await library.planPutBack(point.id)).toBeNull();
  expect(await library.restoreTo(point.id)).toEqual({ ok: false, error: 'not-found' });
});

test('a bulk edit is put back, and that is put back too', async () => {
  const library = freshLibrary();
  const ids = [await saved(library, anArticle('one'), ['sea']), await saved(library, anArticle('two'))];
  const before = await seen(library.name);
  const point = newRestorePoint('tags', 'moon');
  await library.changeTags(ids, { add: ['moon'], remove: ['sea'] }, point);
  await library.setFavourite(ids, true, point);
  const after = await seen(library.name);

  const plan = await library.planPutBack(point.id);
  const outcome = unwrapped(await library.restoreTo(point.id));

  expect(plan).toMatchObject({ changing: 2, returning: 0, leaving: 0, gone: 0, others: 0 });
  expect(plan?.examples.map(({ title }) => title).sort()).toEqual(['The one comes in', 'The two comes in']);
  expect(outcome).toMatchObject({ changed: 2, gone: 0 });
  expect(await seen(library.name)).toEqual(before);
  expect(await library.list({ ...all, search: 'tag:sea ' })).toEqual([ids[0]]);
  expect(await library.list({ ...all, search: 'is:favourite ' })).toEqual([]);
  expect(await library.restorePoints()).toMatchObject([
    { id: outcome.undo?.id, reason: 'put-back', articles: 2, added: 0 },
    { id: point.id, reason: 'tags', about: 'moon', articles: 2, added: 0 },
  ]);

  await library.restoreTo(outcome.undo?.id ?? '');
  expect(await seen(library.name)).toEqual(after);
});

test('an import is put back: what it added leaves, what it brought back goes into the trash again, the rest stays', async () => {
  const library = freshLibrary();
  const trashed = await saved(library, anArticle('trashed'));
  await library.setDeleted([trashed], true);
  const before = await seen(library.name);
  const point = newRestorePoint('import');
  const save = { mode: 'add', restorePoint: point } as const;
  const added = unwrapped(await library.save({ article: anArticle('added', { images: [anImage('a')] }), ...save })).id;
  await library.setArchived([added], true, point);
  await library.save({ article: anArticle('trashed', { text: 'Other words' }), ...save });
  const other = await saved(library, anArticle('other'));

  expect(await library.planPutBack(point.id)).toMatchObject({ leaving: 1, changing: 1, returning: 0 });
  const outcome = unwrapped(await library.restoreTo(point.id));

  const now = await seen(library.name);
  expect(now.get(trashed)).toEqual(before.get(trashed));
  expect([...now.keys()].sort()).toEqual([trashed, other].sort());
  expect(await library.list({ ...all, search: 'added ' })).toEqual([]);
  expect(await library.list({ shelf: 'trash', sort: 'newest', search: 'other words ' })).toEqual([]);
  expect((await everything(library.name)).jobs).toEqual([]);
  await library.restoreTo(outcome.undo?.id ?? '');
  expect(await library.list({ ...all, search: 'comes ' })).toHaveLength(3);
  expect((await library.content(added))?.text).toBe('Words about the added.');
  expect(await library.dueJobs(Date.now())).toHaveLength(1);
});

test('what was purged comes back whole, with all its texts and pictures, and is later than its tombstone', async () => {
  const library = freshLibrary();
  const article = anArticle('tide', { images: [anImage('light')] });
  const id = await saved(library, article, ['sea']);
  await library.keepPicture(id, anImage('light').url, await aPicture('light'));
  await updated(library, { ...article, text: 'Newer words' });
  await library.setDeleted([id], true);
  const before = await seen(library.name);
  const point = newRestorePoint('purge');

  await library.purge([id], point);
  expect(await library.list({ shelf: 'trash', sort: 'newest' })).toEqual([]);
  expect(await library.tags()).toEqual([]);
  const outcome = unwrapped(await library.restoreTo(point.id));

  expect(outcome).toMatchObject({ changed: 1, articles: [id] });
  expect(await seen(library.name)).toEqual(before);
  expect(before.get(id)?.texts).toHaveLength(2);
  expect(await library.list({ shelf: 'trash', sort: 'newest', search: 'newer words' })).toEqual([id]);
  const [picture] = await library.pictures(id);
  expect(await (await library.picture(picture?.hash ?? ''))?.blob.text()).toBe('light');
  const records = await everything(library.name);
  expect(records.tombstones).toEqual([]);
});

test('a text or picture that a point needs is there until the point is removed', async () => {
  const library = freshLibrary();
  const shared = { images: [anImage('light')], content: '<p>Same</p>', text: 'Same' };
  const ids = [await saved(library, anArticle('one', shared)), await saved(library, anArticle('two', shared))];
  for (const id of ids) await library.keepPicture(id, anImage('light').url, await aPicture('light'));
  const now = Date.now();
  const [first, second] = [newRestorePoint('purge', '', now - 1), newRestorePoint('purge', '', now)];
  await library.purge(ids.slice(0, 1), first);
  await library.purge(ids.slice(1), second);
  const left = async () => {
    const { contents, blobs, formerRows } = await everything(library.name);
    return [contents?.length, blobs?.length, formerRows?.length];
  };
  const bytes = (await library.restorePoints()).map((point) => point.bytes);

  expect(await left()).toEqual([1, 1, 2]);
  await library.setRestorePointDropped(first.id, true);
  await library.tendRestorePoints(Date.now() + 3_600_000);
  expect(await left()).toEqual([1, 1, 1]);
  await library.setRestorePointDropped(second.id, true);
  await library.tendRestorePoints(Date.now() + 3_600_000);
  expect(await left()).toEqual([0, 0, 0]);
  expect((await everything(library.name)).restorePoints).toEqual([]);
  // Only the second purge left something that is there for a point alone: 5 bytes of picture, 15 of text.
  expect((bytes[0] ?? 0) - (bytes[1] ?? 0)).toBe(20);
});

test('a revision does not take a text away that a point needs', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  const before = await seen(library.name);
  const point = newRestorePoint('import');
  await library.save({ article: anArticle('tide', { text: 'Newer' }), mode: 'update', restorePoint: point });
  const counts = { wordCount: 1, cjkCharCount: 0, readingMinutes: 1 };
  await library.revise(id, (content) => ({ ...content, ...counts, text: 'Revised' }));
  await library.purge([id]);

  await library.restoreTo(point.id);

  expect(await seen(library.name)).toEqual(before);
});

test('a version that was dropped is there for the point that needs it', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  await updated(library, anArticle('tide', { text: 'Newer' }));
  const before = await seen(library.name);
  const older = (await library.article(id))?.versions[0]?.contentId ?? '';
  const point = newRestorePoint('import');
  await library.save({ article: anArticle('tide', { text: 'Newest' }), mode: 'update', restorePoint: point });
  unwrapped(await library.dropVersion(id, older));

  await library.restoreTo(point.id);

  expect(await seen(library.name)).toEqual(before);
  expect((await library.version(id, older))?.text).toBe('Words about the tide.');
});

test('pictures that were fetched since stay', async () => {
  const library = freshLibrary();
  const article = anArticle('tide', { images: [anImage('light')] });
  const id = await saved(library, article);
  const point = newRestorePoint('import');
  await library.save({ article: { ...article, text: 'Newer' }, mode: 'update', restorePoint: point });
  await library.keepPicture(id, anImage('light').url, await aPicture('light'));

  await library.restoreTo(point.id);

  expect((await library.content(id))?.text).toBe('Words about the tide.');
  expect(await library.pictures(id)).toMatchObject([{ status: 'kept' }]);
  expect(await library.items([id])).toMatchObject([{ pictures: { total: 1, kept: 1, pending: 0 } }]);
});

test('of an article that was purged since without a point, a mere state cannot come back, and that is said', async () => {
  const library = freshLibrary();
  const ids = [await saved(library, anArticle('one')), await saved(library, anArticle('two'))];
  const [one = '', two = ''] = ids;
  const point = newRestorePoint('edit');
  await library.setArchived(ids, true, point);
  await library.purge([one]);

  const plan = await library.planPutBack(point.id);
  const outcome = await library.restoreTo(point.id);

  expect(plan).toMatchObject({ changing: 1, gone: 1 });
  expect(outcome).toMatchObject({ ok: true, value: { changed: 1, gone: 1, articles: [two] } });
  expect(await library.state(one)).toBeNull();
});

test('putting back twice changes nothing the second time and makes no second point', async () => {
  const library = freshLibrary();
  const ids = [await saved(library, anArticle('one'), ['b', 'a']), await saved(library, anArticle('two'))];
  const point = newRestorePoint('purge');
  await library.purge(ids, point);
  await library.restoreTo(point.id);
  const before = await everything(library.name);

  const plan = await library.planPutBack(point.id);
  const outcome = await library.restoreTo(point.id);

  expect(plan).toEqual({ returning: 0, leaving: 0, changing: 0, gone: 0, others: 0, examples: [] });
  expect(outcome).toMatchObject({ ok: true, value: { changed: 0, undo: null } });
  expect(await everything(library.name)).toEqual(before);
});

test('an article is kept once under a point, as it was first', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  const before = await seen(library.name);
  const point = newRestorePoint('import');

  await library.setArchived([id], true, point);
  await library.save({ article: anArticle('tide', { text: 'Newer' }), mode: 'update', restorePoint: point });
  await library.setFavourite([id], true, point);
  await library.purge([id], point);

  expect(await kept(library.name, point.id)).toEqual({ article: [id], state: [id] });
  expect(await library.planPutBack(point.id)).toMatchObject({ returning: 1, changing: 0, gone: 0 });
  await library.restoreTo(point.id);
  expect(await seen(library.name)).toEqual(before);
});

test('progress is told, and a stop leaves what was done', async () => {
  const library = freshLibrary();
  const ids: string[] = [];
  for (let i = 0; i < 60; i++) ids.push(await saved(library, anArticle(`a${i}`)));
  const point = newRestorePoint('purge');
  await library.purge(ids, point);
  const stop = new AbortController();
  const told: number[] = [];

  const outcome = await library.restoreTo(point.id, {
    signal: stop.signal,
    onProgress: (done, total) => {
      told.push(done, total);
      stop.abort();
    },
  });

  expect(told).toEqual([25, 60]);
  expect(outcome).toMatchObject({ ok: true, value: { changed: 25 } });
  expect(await library.list(all)).toHaveLength(25);
  await library.restoreTo(point.id);
  expect(await library.list(all)).toHaveLength(60);
});

test('a bulk change is kept by what it is: of tags, of rules, of other things; an undo and a change of one are not', async () => {
  const library = freshLibrary();
  const ids = [await saved(library, anArticle('one'), ['sea']), await saved(library, anArticle('two'), ['sea'])];
  const before = await seen(library.name);

  await library.renameTag('sea', 'ocean', { reason: 'rename-tag' });
  await library.changeArticles([{ ids: ids.slice(1), change: { archived: true } }]);
  await library.changeArticles([{ ids, change: { favourite: true } }], { reason: 'undo' });
  const [point, ...others] = await library.restorePoints();

  expect(others).toEqual([]);
  expect(point).toMatchObject({ reason: 'tags', articles: 2 });
  await library.restoreTo(point?.id ?? '');
  expect(await seen(library.name)).toEqual(before);
});
