import type { ArticleId } from '../model/article';
import type { Shelf } from '../model/library';
import type { HybridTime } from '../model/stamped';
import type { PlaceOrder, ReadTransaction } from './schema';

/** What a change may make untrue of what was read before: the `places` of a list. */
export type Mark = 'places';

/** What lists are made of, read whole; within transactions over `meta` and the store named. */
export interface HeldLists {
  /** Ids on a shelf, ascending in an order, from `entries`. */
  places(transaction: ReadTransaction, shelf: Shelf, order: PlaceOrder): Promise<readonly ArticleId[]>;
}

/**
 * Lists that are read once and held for as long as they are true. Every write that changes them leaves its time under a mark
 * in `meta`, in its own transaction and whichever context it is in; so a list that finds the time it knows is exact, and need
 * not read 10,000 keys again for each change of its order.
 */
export function heldLists(): HeldLists {
  const places = holder<readonly ArticleId[]>('places');
  return {
    places: (transaction, shelf, order) =>
      places(transaction, `${shelf} ${order}`, () =>
        transaction.objectStore('entries').index('places').getAllKeys(startingWith(shelf, order)),
      ),
  };
}

/** Every array key that begins with `parts`: arrays sort after numbers and strings (Indexed Database API, "compare two keys"). */
export function startingWith(...parts: (number | string)[]): IDBKeyRange {
  return IDBKeyRange.bound(parts, [...parts, []]);
}

function holder<T>(mark: Mark) {
  let time: HybridTime | undefined;
  let values = new Map<string, T>();
  return async (transaction: ReadTransaction, key: string, read: () => Promise<T>): Promise<T> => {
    const now = (await transaction.objectStore('meta').get(mark))?.time;
    if (now !== time) {
      time = now;
      values = new Map();
    }
    // Another read may find a newer time while this one is under way: what it read belongs to its own map.
    const mine = values;
    const value = mine.get(key) ?? (await read());
    mine.set(key, value);
    return value;
  };
}
