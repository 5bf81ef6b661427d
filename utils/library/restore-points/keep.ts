import type { ArticleId } from '../../model/article';
import type { RestorePoint } from '../../model/restore-point';
import type { ArticleState } from '../../model/saved-article';
import { picturesOf } from '../pictures';
import type { FormerArticle, FormerRow, ReadTransaction, StoreName, WriteTransaction } from '../schema';

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
  | ('documents' | 'pendingDocuments' | 'segments' | 'blocks' | 'documentFlags' | 'documentFacts' | 'documentIds')
  | ('indexState' | 'restorePoints' | 'formerRows')
>;

/** How much of an article is kept: all, its row and pictures without what the reader did with it, or its pictures. */
export type ArticleKind = 'article' | 'text' | 'pictures';

/** Every kind of former row that is kept of articles, but for states. */
export const ARTICLE_KINDS: readonly string[] = ['article', 'text', 'pictures'] satisfies ArticleKind[];

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
  await keep(transaction, point, former);
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
  await keep(transaction, point, former);
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
  await keep(transaction, point, former);
}

/** Adds to what a point takes: what became free and is there for its sake alone (see `release.ts`). Over `restorePoints`. */
export async function addHeldBytes(transaction: WriteTransaction, point: RestorePoint, bytes: number): Promise<void> {
  const points = transaction.objectStore('restorePoints');
  const row = bytes > 0 ? await points.get(point.id) : undefined;
  if (row) await points.put({ ...row, bytes: row.bytes + bytes });
}

const NOTHING_HELD = { contentIds: [], hashes: [] };

async function notKept<K extends IDBValidKey>(
  transaction: WriteTransaction,
  point: RestorePoint,
  kind: string,
  keys: readonly K[],
): Promise<K[]> {
  const store = transaction.objectStore('formerRows');
  const unique = [...new Set(keys)];
  const known = await Promise.all(unique.map((key) => store.getKey([point.id, kind, key])));
  return unique.filter((_, i) => known[i] === undefined);
}

/** An article as it is now, with all that a point keeps of it. */
export async function readFormer(
  transaction: ReadTransaction | WriteTransaction,
  id: ArticleId,
): Promise<FormerArticle> {
  const [row = null, state = null, tombstone = null, pictures] = await Promise.all([
    transaction.objectStore('articles').get(id),
    transaction.objectStore('states').get(id),
    transaction.objectStore('tombstones').get(id),
    transaction.objectStore('pictures').getAll(picturesOf(id)),
  ]);
  return { row, state, tombstone, pictures };
}

async function keep(transaction: WriteTransaction, point: RestorePoint, former: readonly FormerRow[]): Promise<void> {
  if (former.length === 0) return;
  const points = transaction.objectStore('restorePoints');
  const known = (await points.get(point.id)) ?? { articles: 0, added: 0, others: 0, bytes: 0 };
  const articles = former.filter(({ kind }) => kind === 'state' || ARTICLE_KINDS.includes(kind));
  const added = articles.filter(({ row }) => (row as FormerArticle).row === null);
  const { id, reason, about, madeAt } = point;
  await Promise.all([
    ...former.map((row) => transaction.objectStore('formerRows').put(row)),
    points.put({
      ...{ id, reason, about, madeAt },
      articles: known.articles + articles.length,
      added: known.added + added.length,
      others: known.others + former.length - articles.length,
      bytes: known.bytes + former.reduce((sum, row) => sum + sizeOf(row), 0),
      version: transaction.db.version,
      // One that is at work is no longer dropped.
      droppedAt: null,
      isGoing: false,
    }),
  ]);
}

/** About what a row takes: the length of its text as JSON. */
function sizeOf({ row }: FormerRow): number {
  return JSON.stringify(row)?.length ?? 0;
}
