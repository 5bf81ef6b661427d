import type { LibraryError } from '../../model/library';
import type { SmartList } from '../../model/organise';
import type { Result } from '../../model/result';
import type { LibraryContext } from '../context';
import type { KeptSmartList, ReadTransaction, WriteTransaction } from '../schema';
import { writeKept } from './kept-rows';

/** The reader's lists in their order. */
export function readSmartLists({ connection }: LibraryContext): Promise<SmartList[]> {
  return connection.read(['smartLists'], async (transaction) =>
    (await inOrder(transaction)).map(({ place: _, ...list }) => list),
  );
}

/** Keeps a list in the place of one with its id, else as the last. */
export function keepSmartList(context: LibraryContext, list: SmartList): Promise<Result<void, LibraryError>> {
  return change(context, async (transaction, put) => {
    const lists = await inOrder(transaction);
    const place = lists.find(({ id }) => id === list.id)?.place ?? (lists.at(-1)?.place ?? 0) + 1;
    await put(list.id, { ...list, place });
  });
}

/** Removes a list; keeping it again takes that back, but for its place. */
export function dropSmartList(context: LibraryContext, id: string): Promise<Result<void, LibraryError>> {
  return change(context, (_, put) => put(id, null));
}

/** Puts lists in an order; those it does not name come after them, in the order they have. */
export function orderSmartLists(context: LibraryContext, ids: readonly string[]): Promise<Result<void, LibraryError>> {
  return change(context, async (transaction, put) => {
    const lists = await inOrder(transaction);
    const placeOf = ({ id }: SmartList) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
    const ordered = lists.toSorted((one, other) => placeOf(one) - placeOf(other));
    const moved = ordered.flatMap((list, i) => (list.place === i + 1 ? [] : [{ ...list, place: i + 1 }]));
    for (const list of moved) await put(list.id, list);
  });
}

async function inOrder(transaction: ReadTransaction | WriteTransaction): Promise<KeptSmartList[]> {
  const rows = await (transaction as ReadTransaction).objectStore('smartLists').getAll();
  const lists = rows.flatMap(({ list }) => list.value ?? []);
  return lists.sort((one, other) => one.place - other.place || (one.id < other.id ? -1 : 1));
}

function change(
  context: LibraryContext,
  work: (
    transaction: WriteTransaction,
    put: (id: string, list: KeptSmartList | null) => Promise<unknown>,
  ) => Promise<unknown>,
): Promise<Result<void, LibraryError>> {
  return writeKept(context, 'smartLists', 'smart-lists', (transaction, clock) =>
    work(transaction, async (id, list) => {
      const store = transaction.objectStore('smartLists');
      const before = await store.get(id);
      await store.put({ id, list: clock.stamp(list, before?.list) });
    }),
  );
}
