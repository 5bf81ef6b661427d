import { expect, onTestFinished, test, vi } from 'vitest';
import { anArticle, everything, freshLibrary } from './support';

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
