import type { ArticleId } from '../../model/article';
import type { DocumentNumber, PendingRow, ReadTransaction } from '../schema';
import type { HeldIndex } from './held-index';
import type { IndexView } from './index-view';

/** Documents in a chunk of ids: few, because of a search only the first results are asked for theirs. */
export const IDS_CHUNK = 64;

/** Characters of an article's id. */
export const ID_LENGTH = 32;

/** From how many chunks on all are read at once. */
const MOST_CHUNKS = 64;

/** The chunk of ids that a document is in. */
export function idsChunkOf(document: DocumentNumber): number {
  return Math.floor(document / IDS_CHUNK);
}

/** A chunk of ids with that of a document entered. */
export function withId(ids: string, { document, articleId }: Pick<PendingRow, 'document' | 'articleId'>): string {
  const at = (document % IDS_CHUNK) * ID_LENGTH;
  return ids.slice(0, at).padEnd(at) + articleId.padEnd(ID_LENGTH) + ids.slice(at + ID_LENGTH);
}

/** The ids of documents' articles, in their order. */
export async function readIds(
  transaction: ReadTransaction,
  held: HeldIndex,
  view: IndexView,
  documents: readonly DocumentNumber[],
): Promise<ArticleId[]> {
  const pending = new Map(view.pending.map(({ document, articleId }) => [document, articleId]));
  const chunks = new Set<number>();
  for (const document of documents) if (!pending.has(document)) chunks.add(idsChunkOf(document));
  const missing = [...chunks].filter((chunk) => !isKnown(held, view, chunk));
  if (missing.length > MOST_CHUNKS) await readAll(transaction, held, view);
  else await Promise.all(missing.map((chunk) => readOne(transaction, held, view, chunk)));
  return documents.map((document) => {
    const at = (document % IDS_CHUNK) * ID_LENGTH;
    const ids = () => held.ids.get(idsChunkOf(document))?.ids ?? '';
    return (
      pending.get(document) ??
      ids()
        .slice(at, at + ID_LENGTH)
        .trimEnd()
    );
  });
}

/** Whether what is held of a chunk is all that is in segments of it by now. */
function isKnown({ ids }: HeldIndex, { flushed }: IndexView, chunk: number): boolean {
  return (ids.get(chunk)?.until ?? 0) >= Math.min(flushed, (chunk + 1) * IDS_CHUNK);
}

async function readOne(transaction: ReadTransaction, held: HeldIndex, { flushed }: IndexView, chunk: number) {
  const ids = (await transaction.objectStore('documentIds').get(chunk)) ?? '';
  held.ids.set(chunk, { until: flushed, ids });
}

async function readAll(transaction: ReadTransaction, held: HeldIndex, { flushed }: IndexView): Promise<void> {
  const store = transaction.objectStore('documentIds');
  const [keys, chunks] = await Promise.all([store.getAllKeys(), store.getAll()]);
  for (const [i, chunk] of keys.entries()) held.ids.set(chunk, { until: flushed, ids: chunks[i] ?? '' });
}
