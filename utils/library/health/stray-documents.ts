import type { ArticleId } from '../../model/article';
import type { DocumentNumber, WriteTransaction } from '../schema';
import { putFlags } from '../search/flags';
import { ID_LENGTH, IDS_CHUNK } from '../search/ids';

/**
 * Declares dead every document of an article but the one it is known by: when that was lost, a search would find the article
 * twice. Reads all ids of the index. Within a transaction over `documents`, `pendingDocuments`, `documentIds` and `documentFlags`.
 */
export async function forgetStrayDocuments(transaction: WriteTransaction, id: ArticleId): Promise<void> {
  if ((await transaction.objectStore('documents').getKey(id)) !== undefined) return;
  const ids = transaction.objectStore('documentIds');
  const [keys, chunks, pending] = await Promise.all([
    ids.getAllKeys(),
    ids.getAll(),
    transaction.objectStore('pendingDocuments').getAll(),
  ]);
  const flushed = chunks.flatMap((chunk, i) => placesOf(id, chunk).map((at) => (keys[i] ?? 0) * IDS_CHUNK + at));
  const waiting = pending.filter(({ articleId }) => articleId === id).map(({ document }) => document);
  await Promise.all(waiting.map((document) => transaction.objectStore('pendingDocuments').delete(document)));
  await putFlags(
    transaction,
    [...flushed, ...waiting].map((document): [DocumentNumber, number] => [document, 0]),
  );
}

/** Where in a chunk of ids an id stands, counted in ids. */
function placesOf(id: ArticleId, chunk: string): number[] {
  const places: number[] = [];
  for (let at = chunk.indexOf(id); at >= 0; at = chunk.indexOf(id, at + 1))
    if (at % ID_LENGTH === 0) places.push(at / ID_LENGTH);
  return places;
}
