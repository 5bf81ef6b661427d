import type { FormerRow, ReadTransaction, WriteTransaction } from '../schema';

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
