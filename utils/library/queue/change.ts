import { urlKey } from '../../model/canonical-url';
import type { LibraryError } from '../../model/library';
import type { QueueItem } from '../../model/queue';
import { ok, type Result } from '../../model/result';
import type { QueueRow } from '../schema';
import { itemOf, type QueueContext, toldOf } from './context';

/** See `Queue.isPaused`. */
export function readPaused({ connection }: QueueContext): Promise<boolean> {
  return connection.read(['queueState'], async (transaction) => {
    return (await transaction.objectStore('queueState').get('state'))?.paused ?? false;
  });
}

/** See `Queue.setPaused`. */
export async function setPaused(context: QueueContext, paused: boolean): Promise<Result<void, LibraryError>> {
  const written = await context.connection.write(['queueState'], async (transaction) => {
    await transaction.objectStore('queueState').put({ paused }, 'state');
    return ok(undefined);
  });
  return toldOf(context, written);
}

/** See `Queue.retry`. */
export async function retryItems(context: QueueContext, ids: readonly number[]): Promise<Result<void, LibraryError>> {
  const changedAt = context.now();
  const written = await context.connection.write(['queue'], async (transaction) => {
    const store = transaction.objectStore('queue');
    const rows = await Promise.all(ids.map((id) => store.get(id)));
    const failed = rows.filter((row) => row?.status === 'failed') as QueueRow[];
    await Promise.all(failed.map((row) => store.put({ ...row, ...ANEW, changedAt })));
    return ok(undefined);
  });
  return toldOf(context, written);
}

const ANEW = { status: 'waiting', attempts: 0, notBefore: 0, problem: null } as const;

/** See `Queue.remove`. */
export async function removeItems(
  context: QueueContext,
  ids: readonly number[],
): Promise<Result<readonly QueueItem[], LibraryError>> {
  const written = await context.connection.write(['queue'], async (transaction) => {
    const store = transaction.objectStore('queue');
    const rows = await Promise.all(ids.map((id) => store.get(id)));
    const present = rows.filter((row) => row !== undefined);
    await Promise.all(present.map(({ id }) => store.delete(id)));
    return ok(present.map(itemOf));
  });
  return toldOf(context, written);
}

/** See `Queue.putBack`. What was being worked on when it was taken out waits again. */
export async function putItemsBack(
  context: QueueContext,
  items: readonly QueueItem[],
): Promise<Result<void, LibraryError>> {
  const written = await context.connection.write(['queue'], async (transaction) => {
    const store = transaction.objectStore('queue');
    const rows = items.map(
      (item): QueueRow => ({ ...item, ...(item.status === 'working' ? ANEW : {}), key: urlKey(item.url) }),
    );
    const taken = await Promise.all(rows.map(({ key }) => store.index('key').getKey(key)));
    await Promise.all(rows.filter((_, i) => taken[i] === undefined).map((row) => store.put(row)));
    return ok(undefined);
  });
  return toldOf(context, written);
}
