import { openDB } from 'idb';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openUpkeep } from '../../utils/library/health/upkeep';
import { newRestorePoint } from '../../utils/model/restore-point';
import { seen } from './restore-points/support';
import { anArticle, anImage, everything, freshLibrary, saved, unwrapped } from './support';

/** As much of the Storage Buckets API as is needed: https://wicg.github.io/storage-buckets/ */
interface StorageBuckets {
  open(name: string, options: { quota: number }): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

/** Puts the databases of this test on a disk of their own, with room for `quota` bytes. */
async function useSmallDisk(quota: number): Promise<void> {
  const { storageBuckets } = navigator as Navigator & { readonly storageBuckets: StorageBuckets };
  const name = `disk-${crypto.randomUUID()}`;
  const bucket = await storageBuckets.open(name, { quota });
  vi.stubGlobal('indexedDB', bucket.indexedDB);
  onTestFinished(async () => {
    vi.unstubAllGlobals();
    await storageBuckets.delete(name);
  });
}

/** An article of about 200 kB that does not compress away. */
function aBigArticle(number: number) {
  const noise = Array.from(crypto.getRandomValues(new Uint32Array(16_000)), (word) => word.toString(36)).join(' ');
  return anArticle(`big-${number}`, { content: `<p>${noise}</p>`, text: noise });
}

test('a full disk stops a save whole and leaves the library readable', async () => {
  await useSmallDisk(1_000_000);
  const library = freshLibrary();

  let count = 0;
  let outcome = await library.save({ article: aBigArticle(count), mode: 'add' });
  while (outcome.ok && count < 50) {
    count++;
    outcome = await library.save({ article: aBigArticle(count), mode: 'add' });
  }

  expect(outcome).toEqual({ ok: false, error: 'quota-exceeded' });
  expect(count).toBeGreaterThan(0);
  const ids = await library.list({ shelf: 'all', sort: 'newest' });
  expect(ids).toHaveLength(count);
  expect(await library.content(ids[0] ?? '')).not.toBeNull();
  const records = await everything(library.name);
  const stores = ['articles', 'contents', 'states', 'entries', 'pendingDocuments'];
  expect(stores.map((store) => records[store]?.length)).toEqual(stores.map(() => count));
});

/** Fills the disk of a library with what is no article, to the last 40 kB. */
async function fillUp(name: string): Promise<void> {
  const database = await openDB(name);
  for (const size of [60_000, 40_000]) {
    for (let isFull = false; !isFull; ) {
      const noise = crypto.getRandomValues(new Uint8Array(size));
      try {
        await database.put('meta', { noise }, `noise-${crypto.randomUUID()}`);
      } catch {
        isFull = true;
      }
    }
  }
  database.close();
}

test('on a full disk a bulk change does nothing and leaves no point, and articles can be deleted without a way back', async () => {
  await useSmallDisk(2_000_000);
  const library = freshLibrary();
  const ids: string[] = [];
  for (let i = 0; i < 2; i++) ids.push(unwrapped(await library.save({ article: aBigArticle(i), mode: 'add' })).id);
  for (let i = 0; i < 60; i++) ids.push(await saved(library, anArticle(`small-${i}`, { images: [anImage(`${i}`)] })));
  const before = await seen(library.name);
  await fillUp(library.name);

  const point = newRestorePoint('tags');
  const long = Array.from({ length: 40 }, (_, i) => `tag ${i} ${'x'.repeat(60)}`);
  const bulk = await library.changeTags(ids, { add: long }, point);

  expect(bulk).toEqual({ ok: false, error: 'quota-exceeded' });
  expect(await seen(library.name)).toEqual(before);
  expect(await library.restorePoints()).toEqual([]);
  expect(await library.purge(ids, newRestorePoint('purge'))).toEqual({ ok: false, error: 'quota-exceeded' });
  expect(await seen(library.name)).toEqual(before);
  expect(await library.restorePoints()).toEqual([]);
  // Without a way back it takes a tenth of the room.
  unwrapped(await library.purge(ids));
  expect((await seen(library.name)).size).toBe(0);
  expect((await openUpkeep({ name: library.name }).survey()).problems).toEqual([]);
});

test('putting back that fails half-way, as on a full disk, is done by the next try', async () => {
  await useSmallDisk(2_000_000);
  const library = freshLibrary();
  const ids: string[] = [];
  for (let i = 0; i < 40; i++) ids.push(await saved(library, anArticle(`small-${i}`)));
  const before = await seen(library.name);
  const point = newRestorePoint('purge');
  unwrapped(await library.purge(ids, point));
  const { put } = IDBObjectStore.prototype;
  let writes = 0;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    const request = key === undefined ? put.call(this, value) : put.call(this, value, key);
    // In its second slice.
    if (this.name === 'documents' && ++writes > 30) request.addEventListener('success', () => this.transaction.abort());
    return request;
  });

  const outcome = await library.restoreTo(point.id);

  vi.restoreAllMocks();
  expect(outcome.ok).toBe(false);
  expect((await seen(library.name)).size).toBe(25);
  unwrapped(await library.restoreTo(point.id));
  expect(await seen(library.name)).toEqual(before);
});
