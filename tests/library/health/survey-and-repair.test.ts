import { afterEach, expect, test, vi } from 'vitest';
import { openUpkeep } from '../../../utils/library/health/upkeep';
import { newRestorePoint } from '../../../utils/model/restore-point';
import type { Problem } from '../../../utils/model/storage';
import { anArticle, anImage, aPicture, everything, freshLibrary, saved, tended, unwrapped, updated } from '../support';
import { damage } from './support';

afterEach(() => vi.restoreAllMocks());

/** A library with an article with two texts and a picture, and another. */
async function library() {
  const fresh = freshLibrary();
  const article = anArticle('tide', { images: [anImage('light')] });
  const tide = await saved(fresh, article, ['sea']);
  await fresh.keepPicture(tide, anImage('light').url, await aPicture('light'));
  await updated(fresh, { ...article, text: 'Newer words' });
  const ebb = await saved(fresh, anArticle('ebb'));
  const upkeep = openUpkeep({ name: fresh.name });
  const row = await fresh.article(tide);
  const [older = '', shown = ''] = row?.versions.map(({ contentId }) => contentId) ?? [];
  const blob = (await aPicture('light')).hash;
  return { library: fresh, upkeep, tide, ebb, older, shown, blob };
}

const kinds = (problems: readonly Problem[]) => problems.map(({ kind, store }) => `${kind} ${store}`).sort();

test('a sound library has no problems, and what is used by what is told apart', async () => {
  const { library: lib, upkeep, ebb, older, shown, blob } = await library();
  const point = newRestorePoint('purge');
  await lib.purge([ebb], point);
  const { contents = [] } = await everything(lib.name);
  const lengthOf = (id: string) => {
    const { content, text } = contents.find((each) => (each as { id: string }).id === id) as {
      content: string;
      text: string;
    };
    return content.length + text.length;
  };
  const [gone] = contents.map((each) => (each as { id: string }).id).filter((id) => id !== older && id !== shown);

  const survey = await upkeep.survey();

  expect(survey).toMatchObject({ problems: [], versions: 1, isWhole: true, large: { count: 0, bytes: 0 } });
  expect(survey.bytes).toEqual({
    texts: lengthOf(shown),
    versions: lengthOf(older),
    pictures: 5,
    restorePoints: lengthOf(gone ?? ''),
    index: expect.any(Number),
  });
  expect(blob).toHaveLength(64);
  expect(await upkeep.facts()).toEqual({
    articles: 1,
    inTrash: 0,
    texts: 3,
    pictures: 1,
    missing: {},
    index: { documents: 1, pending: 1, segments: 0, unindexed: 0 },
  });
});

test('pictures that could not be had are counted by why, and their articles named, trash aside', async () => {
  const { library: lib, upkeep } = await library();
  const ids = [];
  for (const slug of ['a', 'b', 'c']) ids.push(await saved(lib, anArticle(slug, { images: [anImage(slug)] })));
  for (const [i, id] of ids.entries())
    await lib.missPicture(id, anImage('abc'[i] ?? '').url, i === 0 ? 'refused' : 'needs-permission');
  await lib.setDeleted(ids.slice(2), true);

  expect((await upkeep.facts()).missing).toEqual({ refused: 1, 'needs-permission': 2 });
  expect((await upkeep.articlesMissingPictures()).sort()).toEqual(ids.slice(0, 2).sort());
});

test('whatever is missing of an article is found and made anew', async () => {
  const { library: lib, upkeep, tide, ebb, older, blob } = await library();
  const waiting = await saved(lib, anArticle('flood', { images: [anImage('wave')] }));
  await damage(lib.name, async (put, remove) => {
    await remove('states', ebb);
    await remove('documents', ebb);
    await remove('entries', tide);
    await remove('contents', older);
    await remove('blobs', blob);
    await remove('jobs', `keep-pictures:${waiting}`);
    await put('meta', { device: 'd', time: '000000000001-0000' }, 'places');
  });

  const survey = await upkeep.survey();
  const outcome = unwrapped(await upkeep.repair(survey.problems));

  expect(kinds(survey.problems)).toEqual([
    'incomplete contents',
    'incomplete documents',
    'incomplete entries',
    'incomplete jobs',
    'incomplete states',
    'no-picture blobs',
  ]);
  expect(outcome.changed).toBe(6);
  expect((await upkeep.survey()).problems).toEqual([]);
  expect(await lib.items([tide])).toMatchObject([{ tags: ['sea'], pictures: { total: 1, kept: 0, pending: 1 } }]);
  expect((await lib.article(tide))?.versions).toHaveLength(1);
  expect(await lib.dueJobs(Date.now())).toHaveLength(2);
  expect(await lib.list({ shelf: 'unread', sort: 'newest', search: 'ebb' })).toEqual([ebb]);
});

test('an article whose shown text is gone shows the one that is left; with none it is told and stays', async () => {
  const { library: lib, upkeep, tide, ebb, shown } = await library();
  const other = (await lib.article(ebb))?.current.value ?? '';
  await damage(lib.name, async (_, remove) => {
    await remove('contents', shown);
    await remove('contents', other);
  });

  const { problems } = await upkeep.survey();
  const outcome = unwrapped(await upkeep.repair(problems));

  expect(kinds(problems)).toEqual(['incomplete contents', 'no-text contents']);
  expect(problems.find(({ kind }) => kind === 'no-text')?.articleId).toBe(ebb);
  expect(outcome.changed).toBe(1);
  expect((await lib.content(tide))?.text).toBe('Words about the tide.');
  expect(await lib.list({ shelf: 'all', sort: 'newest', search: 'words about tide' })).toContain(tide);
  expect(kinds((await upkeep.survey()).problems)).toEqual(['no-text contents']);
  expect(await lib.list({ shelf: 'all', sort: 'title' })).toContain(ebb);
});

test('what belongs to nothing is found in every store and removed', async () => {
  const { library: lib, upkeep, tide } = await library();
  const [state] = [await lib.state(tide)];
  await tended(lib);
  const before = await everything(lib.name);
  const nobody = '0'.repeat(32);
  const picture = await aPicture('nobody');
  const row = before.pictures?.[0] as object;
  const content = before.contents?.[0] as object;
  const entry = before.entries?.[0] as object;
  await damage(lib.name, async (put) => {
    await put('states', { ...state, articleId: nobody });
    await put('entries', { ...entry, articleId: nobody, places: [] });
    await put('documents', 99, nobody);
    await put('pictures', { ...row, articleId: nobody, status: 'missing', hash: null });
    await put('pictures', { ...row, articleId: 'f'.repeat(33), status: 'missing', hash: null });
    await put('contents', { ...content, id: '1'.repeat(64) });
    await put('blobs', picture);
    await put('formerRows', { point: 'gone', kind: 'state', key: tide, row: state, contentIds: [], hashes: [] });
    await put('blocks', { terms: '', lengths: new Uint8Array(), longer: new Uint16Array(), bytes: new Uint8Array() }, [
      7,
      'a',
      0,
    ]);
  });

  const { problems } = await upkeep.survey();
  unwrapped(await upkeep.repair(problems));

  expect(kinds(problems)).toEqual(
    ['states', 'entries', 'documents', 'pictures', 'pictures', 'contents', 'blobs', 'formerRows', 'blocks']
      .map((store) => `left-over ${store}`)
      .sort(),
  );
  const after = await everything(lib.name);
  expect({ ...after, restorePoints: [] }).toEqual({ ...before, restorePoints: [] });
});

/** Makes a record unreadable, as a damaged file does: every request that would read it fails. */
function makeUnreadable(store: string, key: IDBValidKey): void {
  const same = (one: unknown) => indexedDB.cmp(one, key) === 0;
  const fails = () => {
    throw new DOMException('Failed to read large IndexedDB value', 'DataError');
  };
  const { get, getAll, delete: remove } = IDBObjectStore.prototype;
  let isThere = true;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, wanted) {
    if (isThere && this.name === store && same(wanted)) fails();
    return get.call(this, wanted);
  });
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, query, count) {
    const includes = !(query instanceof IDBKeyRange) || query.includes(key);
    if (isThere && this.name === store && includes) fails();
    return getAll.call(this, query, count);
  });
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, query) {
    if (this.name === store && !(query instanceof IDBKeyRange) && same(query)) isThere = false;
    return remove.call(this, query);
  });
}

for (const store of ['states', 'entries', 'pictures', 'contents', 'blobs'] as const) {
  test(`a record of ${store} that cannot be read is found, and what can be had again is`, async () => {
    const { library: lib, upkeep, tide, shown, blob } = await library();
    const key = { states: tide, entries: tide, pictures: [tide, anImage('light').url], contents: shown, blobs: blob }[
      store
    ];
    makeUnreadable(store, key);

    const { problems } = await upkeep.survey();
    const outcome = unwrapped(await upkeep.repair(problems));

    expect(problems.filter(({ kind }) => kind === 'unreadable')).toMatchObject([{ store, key }]);
    expect(outcome.changed).toBeGreaterThan(0);
    const again = (await upkeep.survey()).problems;
    expect(again.filter(({ kind }) => kind !== 'left-over')).toEqual([]);
    const [item] = await lib.items([tide]);
    expect(item?.article.title).toBe('The tide comes in');
    expect((await lib.content(tide))?.text).toBe(store === 'contents' ? 'Words about the tide.' : 'Newer words');
    expect(item?.pictures.total).toBe(1);
  });
}

test('a survey tells how far it is and stops when asked', async () => {
  const { upkeep } = await library();
  const stop = new AbortController();
  const told: number[][] = [];

  const survey = await upkeep.survey({
    signal: stop.signal,
    onProgress: (done, total) => {
      told.push([done, total]);
      stop.abort();
    },
  });

  expect(told).toEqual([[2, 6]]);
  expect(survey.isWhole).toBe(false);
});

test('a repair that cannot be written leaves the library as it was', async () => {
  const { library: lib, upkeep, tide } = await library();
  await damage(lib.name, (_, remove) => remove('entries', tide));
  const { problems } = await upkeep.survey();
  const before = await everything(lib.name);
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    const request = key === undefined ? put.call(this, value) : put.call(this, value, key);
    if (this.name === 'entries') request.addEventListener('success', () => this.transaction.abort());
    return request;
  });

  expect(await upkeep.repair(problems)).toEqual({ ok: false, error: 'library-unavailable' });
  vi.restoreAllMocks();
  expect(await everything(lib.name)).toEqual(before);
});
