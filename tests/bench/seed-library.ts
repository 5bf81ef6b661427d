import type { Page } from 'puppeteer-core';
import { loadInPage } from '../journeys/driver/in-page';

/** Articles written before the next look at the clock; a save is a transaction of its own, as in use. */
const AT_ONCE = 50;

/**
 * Fills the library with `count` made-up articles through the library's own code, carried into a page of the extension:
 * every row is written as a save writes it. Resolves with how long it took, in ms.
 */
export async function seedLibrary(page: Page, count: number): Promise<number> {
  const started = Date.now();
  await loadInPage(page, 'tests/bench/seeder.ts', 'seeder');
  for (let from = 0; from < count; from += AT_ONCE) {
    await page.evaluate(`seeder.seed(${from}, ${Math.min(from + AT_ONCE, count)})`);
  }
  return Date.now() - started;
}

/** Removes every article and whatever else the library holds. The page must be one of the extension's own. */
export async function emptyLibrary(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? '');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      if (db.objectStoreNames.length > 0) {
        const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
        for (const store of db.objectStoreNames) transaction.objectStore(store).clear();
        await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      }
      db.close();
    }
  });
}
