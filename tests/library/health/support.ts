import { openDB } from 'idb';
import type { StoreName } from '../../../utils/library/schema';

/** Changes records past the library's own writing, as a fault of the browser or of an earlier release does. */
export async function damage(
  name: string,
  harm: (
    put: (store: StoreName, value: unknown, key?: IDBValidKey) => Promise<unknown>,
    remove: (store: StoreName, key: IDBValidKey) => Promise<void>,
  ) => Promise<unknown>,
): Promise<void> {
  const database = await openDB(name);
  await harm(
    (store, value, key) => database.put(store, value, key),
    (store, key) => database.delete(store, key),
  );
  database.close();
}
