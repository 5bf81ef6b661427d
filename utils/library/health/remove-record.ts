import type { ArticleId } from '../../model/article';
import type { LibraryError } from '../../model/library';
import { ok, type Result } from '../../model/result';
import type { Problem } from '../../model/storage';
import type { LibraryContext } from '../context';
import { releasePictures, releaseTexts } from '../release';
import type { StoreName, WriteTransaction } from '../schema';
import { removeDocuments } from '../search/documents';

/** The stores that removing a record writes or asks. */
const STORES: readonly StoreName[] = [
  ...(['articles', 'states', 'entries', 'documents', 'pictures', 'contents', 'blobs'] as const),
  ...(['restorePoints', 'formerRows', 'segments', 'blocks', 'pendingDocuments', 'documentFlags'] as const),
];

/** Removes a record that belongs to nothing, as far as that is still so, or cannot be read; resolves with the articles that miss it then. */
export function removeRecord(
  { connection }: LibraryContext,
  { kind, store, key }: Problem,
): Promise<Result<ArticleId[], LibraryError>> {
  return connection.write(STORES, async (transaction) => {
    const remove = kind === 'unreadable' ? removeUnreadable : removeLeftOver;
    return ok(await remove(transaction, store as StoreName, key));
  });
}

async function removeLeftOver(transaction: WriteTransaction, store: StoreName, key: IDBValidKey): Promise<ArticleId[]> {
  if (store === 'contents') await releaseTexts(transaction, [key as string]);
  else if (store === 'blobs') await releasePictures(transaction, [key as string]);
  else if (store === 'formerRows' || store === 'blocks') await removeOwned(transaction, store, key);
  else if (store === 'documents') await removeDocumentOf(transaction, key as ArticleId);
  else {
    const id = (Array.isArray(key) ? key[0] : key) as ArticleId;
    const isOwned = await transaction.objectStore('articles').getKey(id);
    if (isOwned === undefined) await transaction.objectStore(store).delete(key as never);
  }
  return [];
}

/** What a search would find it by is dead from then on. */
async function removeDocumentOf(transaction: WriteTransaction, id: ArticleId): Promise<void> {
  if ((await transaction.objectStore('articles').getKey(id)) === undefined) await removeDocuments(transaction, [id]);
}

/** Former rows of a point, or blocks of a segment, that is gone. */
async function removeOwned(transaction: WriteTransaction, store: 'formerRows' | 'blocks', owner: IDBValidKey) {
  const owners = store === 'formerRows' ? 'restorePoints' : 'segments';
  if ((await transaction.objectStore(owners).getKey(owner as never)) !== undefined) return;
  await transaction.objectStore(store).delete(IDBKeyRange.bound([owner], [owner, []]) as never);
}

async function removeUnreadable(
  transaction: WriteTransaction,
  store: StoreName,
  key: IDBValidKey,
): Promise<ArticleId[]> {
  const users = await usersOf(transaction, store, key);
  await transaction.objectStore(store).delete(key as never);
  return users;
}

async function usersOf(transaction: WriteTransaction, store: StoreName, key: IDBValidKey): Promise<ArticleId[]> {
  if (store === 'contents')
    return transaction
      .objectStore('articles')
      .index('contentIds')
      .getAllKeys(key as string);
  if (store !== 'blobs') return [];
  const keys = await transaction
    .objectStore('pictures')
    .index('hash')
    .getAllKeys(key as string);
  return [...new Set(keys.map(([id]) => id))];
}
