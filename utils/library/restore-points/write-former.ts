import type { RestorePoint } from '../../model/restore-point';
import type { FormerArticle, FormerRow, WriteTransaction } from '../schema';
import { ARTICLE_KINDS } from './former-rows';

/** Those of some keys of which nothing of this kind is kept under a point yet. */
export async function notKept<K extends IDBValidKey>(
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

/** Writes former rows and counts them in their point, which is made with the first. Within a transaction over `RESTORE_STORES`. */
export async function writeFormer(
  transaction: WriteTransaction,
  point: RestorePoint,
  former: readonly FormerRow[],
): Promise<void> {
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
