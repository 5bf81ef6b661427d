import { openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { LibraryUnavailableError } from '../../utils/library/connection';
import { migrations } from '../../utils/library/migrations';
import type { StoreName } from '../../utils/library/schema';
import { anArticle, anImage, aPicture, everything, freshLibrary, saved, unwrapped } from './support';

afterEach(() => vi.restoreAllMocks());

/** Ends the transaction as soon as a record has been written to a store, as a browser does that is stopped or fails there. */
function cutOffAt(store: StoreName): void {
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    const request = key === undefined ? put.call(this, value) : put.call(this, value, key);
    if (this.name === store) request.addEventListener('success', () => this.transaction.abort());
    return request;
  });
}

/** Answers writes to a store as a full disk does. The error alone is made up; `quota.test.ts` has a real quota. */
function fillDiskAt(store: StoreName): void {
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (this.name === store) throw new DOMException('Disk full', 'QuotaExceededError');
    return key === undefined ? put.call(this, value) : put.call(this, value, key);
  });
}

const WRITTEN_BY_A_SAVE: readonly StoreName[] = [
  'articles',
  'contents',
  'states',
  'entries',
  'documents',
  'pendingDocuments',
  'documentFlags',
  'indexState',
  'pictures',
  'jobs',
  'meta',
];

const withPicture = anArticle('tide', { images: [anImage('lighthouse')] });

test('a save writes to every one of these stores', async () => {
  const library = freshLibrary();

  await saved(library, withPicture);

  const records = await everything(library.name);
  expect(WRITTEN_BY_A_SAVE.filter((store) => !records[store]?.length)).toEqual([]);
});

for (const store of WRITTEN_BY_A_SAVE) {
  test(`a save that is cut off while it writes ${store} leaves nothing`, async () => {
    const library = freshLibrary();
    await saved(library, anArticle('earlier'));
    const before = await everything(library.name);
    cutOffAt(store);

    const outcome = await library.save({ article: withPicture, tags: ['sea'], mode: 'add' });

    expect(outcome).toEqual({ ok: false, error: 'library-unavailable' });
    vi.restoreAllMocks();
    expect(await everything(library.name)).toEqual(before);
  });
}

test('a picture for which the disk is too full stays pending', async () => {
  const library = freshLibrary();
  const id = await saved(library, withPicture);
  fillDiskAt('blobs');

  const outcome = await library.keepPicture(id, anImage('lighthouse').url, await aPicture('light'));

  expect(outcome).toEqual({ ok: false, error: 'quota-exceeded' });
  expect((await library.pictures(id))[0]).toMatchObject({ status: 'pending', hash: null });
  expect(await library.dueJobs(Date.now())).toHaveLength(1);
});

test('a connection that died is opened anew, once, without the caller noticing', async () => {
  const library = freshLibrary();
  await saved(library, anArticle('tide'));
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
    throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
  });

  const outcome = await library.save({ article: anArticle('ebb'), mode: 'add' });

  expect(unwrapped(outcome).outcome).toBe('added');
  expect(transaction).toHaveBeenCalledTimes(2);
});

test('a connection the browser closed is opened anew', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (this: IDBDatabase, stores, mode) {
    this.close();
    return this.transaction(stores, mode);
  });

  expect(await library.article(id)).toMatchObject({ id });
});

test('a database that cannot be opened twice in a row is unavailable, and tried again at the next call', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
  });

  const write = await library.setArchived([id], true);
  const calls = transaction.mock.calls.length;
  const read = library.article(id);

  expect(write).toEqual({ ok: false, error: 'library-unavailable' });
  expect(calls).toBe(2);
  await expect(read).rejects.toThrow(LibraryUnavailableError);
  vi.restoreAllMocks();
  expect(await library.article(id)).toMatchObject({ id });
});

test('a page of an older release lets a newer one upgrade within two seconds and is unavailable from then on', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  const start = performance.now();

  const newer = await openDB(library.name, migrations.length + 1, {
    upgrade: (database) => void database.createObjectStore('future'),
  });
  const took = performance.now() - start;

  expect(took).toBeLessThan(2_000);
  expect(await library.setArchived([id], true)).toEqual({ ok: false, error: 'library-unavailable' });
  await expect(library.list({ shelf: 'all', sort: 'newest' })).rejects.toThrow(LibraryUnavailableError);
  newer.close();
});
