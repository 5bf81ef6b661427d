import type { QueueItem, QueueOutcome } from '../../model/queue';
import { ok } from '../../model/result';
import type { QueueRow, WriteTransaction } from '../schema';
import { itemOf, type QueueContext, toldOf } from './context';

/** See `Queue.recover`. */
export async function recover(context: QueueContext, mostAttempts: number, hostsRestUntil: number): Promise<void> {
  const changedAt = context.now();
  // Asked each time the worker wakes, mostly for something else: nothing is written for nothing.
  if ((await countWorking(context)) === 0) return;
  const written = await context.connection.write(['queue', 'queueHosts'], async (transaction) => {
    const store = transaction.objectStore('queue');
    const left = await store.index('status').getAll('working');
    const writes = left.map((row) =>
      store.put(
        row.attempts >= mostAttempts
          ? { ...row, status: 'failed', problem: 'interrupted', changedAt }
          : { ...row, status: 'waiting', changedAt },
      ),
    );
    const rests = left.map(({ host }) => transaction.objectStore('queueHosts').put(hostsRestUntil, host));
    await Promise.all([...writes, ...rests]);
    return ok(left.length);
  });
  if (written.ok && written.value > 0) toldOf(context, written);
}

function countWorking({ connection }: QueueContext): Promise<number> {
  return connection.read(['queue'], (transaction) => transaction.objectStore('queue').index('status').count('working'));
}

/** See `Queue.waiting`. */
export function readWaiting({ connection }: QueueContext): Promise<QueueItem[]> {
  return connection.read(['queue', 'queueState'], async (transaction) => {
    const state = await transaction.objectStore('queueState').get('state');
    if (state?.paused) return [];
    // Within one status, rows come in the order of their ids.
    return (await transaction.objectStore('queue').index('status').getAll('waiting')).map(itemOf);
  });
}

/** See `Queue.take`: the check and the mark are one transaction, so that no two take the same item. */
export async function takeItem(context: QueueContext, id: number): Promise<QueueItem | null> {
  const changedAt = context.now();
  const written = await context.connection.write(['queue', 'queueState'], async (transaction) => {
    const store = transaction.objectStore('queue');
    const [row, state] = await Promise.all([store.get(id), transaction.objectStore('queueState').get('state')]);
    if (row?.status !== 'waiting' || state?.paused) return ok(null);
    const taken: QueueRow = { ...row, status: 'working', attempts: row.attempts + 1, problem: null, changedAt };
    await store.put(taken);
    return ok(itemOf(taken));
  });
  if (!written.ok || !written.value) return null;
  context.news.announce({ kind: 'items', ids: [id] });
  return written.value;
}

/** See `Queue.settle`. */
export async function settleItem(
  context: QueueContext,
  id: number,
  outcome: QueueOutcome,
  hostRestsUntil: number | null,
): Promise<void> {
  const changedAt = context.now();
  await context.connection.write(['queue', 'queueHosts'], async (transaction) => {
    const row = await transaction.objectStore('queue').get(id);
    if (row?.status === 'working')
      await transaction.objectStore('queue').put({ ...row, ...changeOf(row, outcome), changedAt });
    if (row && hostRestsUntil !== null) await putRest(transaction, row.host, hostRestsUntil);
    return ok(undefined);
  });
  context.news.announce({ kind: 'items', ids: [id] });
}

function changeOf(row: QueueRow, outcome: QueueOutcome): Partial<QueueRow> {
  if (outcome.status === 'failed') return outcome;
  if (outcome.status !== 'waiting') return { ...outcome, title: outcome.title || row.title };
  const { status, notBefore, problem, isCounted, keepsTab } = outcome;
  const attempts = isCounted ? row.attempts : row.attempts - 1;
  return { status, notBefore, problem, attempts, tabId: keepsTab ? row.tabId : null };
}

function putRest(transaction: WriteTransaction, host: string, until: number): Promise<string> {
  return transaction.objectStore('queueHosts').put(until, host);
}

/** See `Queue.restingHosts`. */
export async function readRestingHosts({ connection, now }: QueueContext): Promise<ReadonlyMap<string, number>> {
  const resting = new Map<string, number>();
  await connection.write(['queueHosts'], async (transaction) => {
    const store = transaction.objectStore('queueHosts');
    const [hosts, times] = await Promise.all([store.getAllKeys(), store.getAll()]);
    const over = hosts.filter((host, i) => {
      const until = times[i] ?? 0;
      if (until > now()) resting.set(host, until);
      return until <= now();
    });
    await Promise.all(over.map((host) => store.delete(host)));
    return ok(undefined);
  });
  return resting;
}
