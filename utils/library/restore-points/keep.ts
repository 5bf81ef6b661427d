import type { ArticleId } from '../../model/article';
import type { RestorePoint } from '../../model/restore-point';
import type { ArticleState } from '../../model/saved-article';
import type { FormerRow, StoreName, WriteTransaction } from '../schema';
import { type ArticleKind, readFormer } from './former-rows';
import { notKept, writeFormer } from './write-former';

/*
 * Keeping what a change is about to change: the former rows are written in the transaction that changes them, the first time
 * that the change comes to each. So a change done in slices and killed between any two leaves a point that holds exactly what
 * was changed. Texts and pictures never change and are named by their hashes: a point holds those names, which keep them
 * there (see `release.ts`).
 *
 * Within one transaction these calls go one after the other: each adds to the point's own row.
 */

/** The stores that keeping writes. */
export const RESTORE_STORES: readonly StoreName[] = ['restorePoints', 'formerRows'];

/** The stores that `keepArticles` writes or reads. */
export const KEEP_ARTICLE_STORES: readonly StoreName[] = [
  ...RESTORE_STORES,
  ...(['articles', 'states', 'tombstones', 'pictures'] as const),
];

/** A store whose rows are kept and put back as they are: those of articles have ways of their own, and what is derived is made anew. */
export type PlainStore = Exclude<
  StoreName,
  | (
      | 'articles'
      | 'states'
      | 'tombstones'
      | 'pictures'
      | 'contents'
      | 'blobs'
      | 'entries'
      | 'tagNames'
      | 'jobs'
      | 'meta'
    )
  | (
      | 'documents'
      | 'pendingDocuments'
      | 'segments'
      | 'blocks'
      | 'documentFlags'
      | 'documentFacts'
      | 'documentIds'
      | 'documentRanks'
    )
  | ('indexState' | 'restorePoints' | 'formerRows')
>;

/** Keeps articles whole, or that they are not there, before they come, go or change. Over `KEEP_ARTICLE_STORES`. */
export function keepArticles(transaction: WriteTransaction, point: RestorePoint, ids: readonly ArticleId[]) {
  return keepParts(transaction, point, 'article', ids);
}

/** Keeps rows, with the texts that they name, and pictures: what the reader does with the articles then stays when they are put back. */
export function keepTexts(transaction: WriteTransaction, point: RestorePoint, ids: readonly ArticleId[]) {
  return keepParts(transaction, point, 'text', ids);
}

/** Keeps which pictures articles have. Over `KEEP_ARTICLE_STORES`. */
export function keepPictures(transaction: WriteTransaction, point: RestorePoint, ids: readonly ArticleId[]) {
  return keepParts(transaction, point, 'pictures', ids);
}

async function keepParts(
  transaction: WriteTransaction,
  point: RestorePoint,
  kind: ArticleKind,
  ids: readonly ArticleId[],
): Promise<void> {
  const [lone, whole] = await Promise.all([
    notKept(transaction, point, kind, ids),
    notKept(transaction, point, 'article', ids),
  ]);
  const fresh = lone.filter((id) => whole.includes(id));
  const former = await Promise.all(
    fresh.map(async (id): Promise<FormerRow> => {
      const article = await readFormer(transaction, id);
      const contentIds = article.row?.contentIds ?? [];
      const hashes = article.pictures.flatMap(({ hash }) => (hash === null ? [] : [hash]));
      return { point: point.id, kind, key: id, row: article, contentIds, hashes: [...new Set(hashes)] };
    }),
  );
  await writeFormer(transaction, point, former);
}

/** Keeps states alone, of articles of which nothing else changes, as they were read. Over `RESTORE_STORES`. */
export async function keepStates(
  transaction: WriteTransaction,
  point: RestorePoint,
  states: readonly ArticleState[],
): Promise<void> {
  const ids = states.map(({ articleId }) => articleId);
  const [lone, whole] = await Promise.all([
    notKept(transaction, point, 'state', ids),
    notKept(transaction, point, 'article', ids),
  ]);
  const fresh = new Set(lone.filter((id) => whole.includes(id)));
  const former = states
    .filter(({ articleId }) => fresh.has(articleId))
    .map((state) => ({ ...NOTHING_HELD, point: point.id, kind: 'state', key: state.articleId, row: state }));
  await writeFormer(transaction, point, former);
}

/** Keeps rows of any other store, or that they are not there, before they change. Over `RESTORE_STORES` and that store. */
export async function keepRows(
  transaction: WriteTransaction,
  point: RestorePoint,
  store: PlainStore,
  keys: readonly IDBValidKey[],
): Promise<void> {
  const fresh = await notKept(transaction, point, store, keys);
  const rows = await Promise.all(fresh.map((key) => transaction.objectStore(store).get(key as never)));
  const former = fresh.map((key, i) => ({ ...NOTHING_HELD, point: point.id, kind: store, key, row: rows[i] ?? null }));
  await writeFormer(transaction, point, former);
}

/** Adds to what a point takes: what became free and is there for its sake alone (see `release.ts`). Over `restorePoints`. */
export async function addHeldBytes(transaction: WriteTransaction, point: RestorePoint, bytes: number): Promise<void> {
  const points = transaction.objectStore('restorePoints');
  const row = bytes > 0 ? await points.get(point.id) : undefined;
  if (row) await points.put({ ...row, bytes: row.bytes + bytes });
}

const NOTHING_HELD = { contentIds: [], hashes: [] };
