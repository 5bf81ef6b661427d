import type { ArticleId } from '../../model/article';
import { picturesOf } from '../pictures';
import type { FormerArticle, FormerRow, ReadTransaction, WriteTransaction } from '../schema';

/** How much of an article is kept: all, its row and pictures without what the reader did with it, or its pictures. */
export type ArticleKind = 'article' | 'text' | 'pictures';

/** Every kind of former row that is kept of articles, but for states. */
export const ARTICLE_KINDS: readonly string[] = ['article', 'text', 'pictures'] satisfies ArticleKind[];

/** Every former row of a point. */
export function rowsOf(point: string): IDBKeyRange {
  return IDBKeyRange.bound([point], [point, []]);
}

/** Some former rows of one kind, those behind `after`; from the first on for null. Within a transaction over `formerRows`. */
export function someRows(
  transaction: ReadTransaction | WriteTransaction,
  point: string,
  kind: string,
  after: IDBValidKey | null,
  most: number,
): Promise<FormerRow[]> {
  const first = after === null ? [point, kind] : [point, kind, after];
  const range = IDBKeyRange.bound(first, [point, `${kind}\u0000`], after !== null, true);
  return (transaction as ReadTransaction).objectStore('formerRows').getAll(range as never, most);
}

/** The kinds of rows that a point keeps; `article` is before `state`. */
export async function kindsOf(transaction: ReadTransaction, point: string): Promise<string[]> {
  const kinds: string[] = [];
  let cursor = await transaction.objectStore('formerRows').openKeyCursor(rowsOf(point) as never);
  while (cursor) {
    const [, kind] = cursor.key;
    kinds.push(kind);
    cursor = await cursor.continue([point, `${kind}\u0000`] as never);
  }
  return kinds;
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
