import type { RestorePoint } from '../../model/restore-point';
import type { FormerRow, StoreName, WriteTransaction } from '../schema';
import { isSame } from './as-it-was';
import { keepRows, type PlainStore } from './keep';
import type { PutBackSlice } from './put-back';

/** Puts rows of one plain store back as they are kept. */
export async function putBackRows(
  transaction: WriteTransaction,
  former: readonly FormerRow[],
  undo: RestorePoint,
): Promise<PutBackSlice> {
  const name = former[0]?.kind as PlainStore;
  // Stores differ in the types of their keys and rows: what came out of this one goes back into it.
  const store = transaction.objectStore(name as StoreName);
  const current = await Promise.all(former.map(({ key }) => store.get(key as never)));
  const changed = former.filter(({ row }, i) => !isSame(row, current[i] ?? null));
  const keys = changed.map(({ key }) => key);
  await keepRows(transaction, undo, name, keys);
  await Promise.all(
    changed.map(({ key, row }) => {
      if (row === null) return store.delete(key as never);
      return store.keyPath === null ? store.put(row as never, key as never) : store.put(row as never);
    }),
  );
  return { articles: [], others: changed.length, gone: 0 };
}
