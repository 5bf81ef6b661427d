import type { Problem } from '../../model/storage';
import type { LibraryContext } from '../context';
import type { StoreName } from '../schema';

/**
 * The records of some ranges that the browser cannot read, found one by one: a damaged value fails the request for every value
 * beside it ("Failed to read large IndexedDB value"; also after a crash of the system, dexie#543), and its transaction.
 */
export async function unreadableIn(
  context: LibraryContext,
  ranges: Readonly<Partial<Record<StoreName, IDBKeyRange | null>>>,
  most: number,
): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const [name, range] of Object.entries(ranges)) {
    const store = name as StoreName;
    const keys = await context.connection.read([store], async (transaction) => {
      // Pictures' rows are many to an article: all of their range. Of the others no more than one slice.
      const all = await transaction.objectStore(store).getAllKeys((range ?? null) as never);
      return store === 'contents' || store === 'blobs' ? all.slice(0, most) : all;
    });
    for (const key of keys)
      if (!(await canRead(context, store, key)))
        found.push({ kind: 'unreadable', store, key, articleId: ownerOf(store, key) });
  }
  return found;
}

async function canRead({ connection }: LibraryContext, store: StoreName, key: IDBValidKey): Promise<boolean> {
  try {
    await connection.read([store], (transaction) => transaction.objectStore(store).get(key as never));
    return true;
  } catch {
    return false;
  }
}

function ownerOf(store: StoreName, key: IDBValidKey): string | null {
  if (store === 'contents' || store === 'blobs') return null;
  return Array.isArray(key) ? (key[0] as string) : (key as string);
}
