import type { Queue } from '../../model/queue';
import { type LibraryOptions, libraryContext } from '../open';
import { addEntries } from './add';
import { putItemsBack, readPaused, removeItems, retryItems, setPaused } from './change';
import { itemOf, queueContext } from './context';
import { readRestingHosts, readWaiting, recover, settleItem, takeItem } from './work';

/** The queue that is kept in the library's database. Nothing is opened before it is used. */
export function openQueue(options: LibraryOptions = {}): Queue {
  const context = queueContext(libraryContext(options));
  const { connection, news } = context;
  return {
    add: (entries, tags = []) => addEntries(context, entries, tags),
    items: () =>
      connection.read(['queue'], async (transaction) => (await transaction.objectStore('queue').getAll()).map(itemOf)),
    itemsOf: (ids) =>
      connection.read(['queue'], async (transaction) => {
        const rows = await Promise.all(ids.map((id) => transaction.objectStore('queue').get(id)));
        return rows.filter((row) => row !== undefined).map(itemOf);
      }),
    isPaused: () => readPaused(context),
    setPaused: (paused) => setPaused(context, paused),
    retry: (ids) => retryItems(context, ids),
    remove: (ids) => removeItems(context, ids),
    putBack: (items) => putItemsBack(context, items),

    recover: (mostAttempts, until) => recover(context, mostAttempts, until),
    waiting: () => readWaiting(context),
    take: (id) => takeItem(context, id),
    settle: (id, outcome, until) => settleItem(context, id, outcome, until),
    restingHosts: () => readRestingHosts(context),

    subscribe: (listener, signal) => news.subscribe(listener, signal),
  };
}
