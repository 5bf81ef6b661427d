import { ok } from '../../model/result';
import { firstTermOf } from '../../search/blocks';
import { buildSegment } from '../../search/build-segment';
import type { LibraryContext } from '../context';
import type { PendingRow, StoreName, WriteTransaction } from '../schema';
import { chunkOf, emptyFacts, enterFacts } from './chunks';
import { NO_INDEX } from './documents';
import { idsChunkOf, withId } from './ids';
import { emptyRanks, enterRanks, RANKS_CHUNK, ranksChunkOf } from './ranks';

/** Documents that wait until they become a segment: searches read all that waits, and each segment costs them a read. */
export const MOST_PENDING = 64;

/** Documents taken at a time, when an import leaves thousands. */
const AT_ONCE = 400;

const STORES: readonly StoreName[] = [
  'segments',
  'blocks',
  'pendingDocuments',
  'documentRanks',
  'documentFacts',
  'documentIds',
  'indexState',
];

/** Makes a segment of what is pending, when there is enough; true when it did. */
export async function flushPending({ connection }: LibraryContext): Promise<boolean> {
  const pending = await connection.read(['pendingDocuments'], async (transaction) => {
    const store = transaction.objectStore('pendingDocuments');
    return (await store.count()) < MOST_PENDING ? null : store.getAll(null, AT_ONCE);
  });
  if (!pending) return false;
  const blocks = buildSegment(pending);
  const written = await connection.write(STORES, async (transaction) => {
    const [first, last] = [pending[0]?.document ?? 0, pending.at(-1)?.document ?? 0];
    const id = await newSegmentId(transaction);
    const segment = { id, first, last, size: pending.length, status: 'whole', inputs: [], after: null } as const;
    await Promise.all([
      transaction.objectStore('segments').put(segment),
      ...blocks.map((block) => transaction.objectStore('blocks').put(block, [id, firstTermOf(block), block.first])),
      putColumns(transaction, pending),
      transaction.objectStore('pendingDocuments').delete(IDBKeyRange.upperBound(last)),
      putFlushed(transaction, last + 1),
    ]);
    return ok(true);
  });
  return written.ok;
}

/** An id that no segment ever had: blocks that some context holds must not be taken for others. */
export async function newSegmentId(transaction: WriteTransaction): Promise<number> {
  const last = await transaction.objectStore('segments').openKeyCursor(null, 'prev');
  return Math.max(Date.now(), (last?.key ?? 0) + 1);
}

async function putFlushed(transaction: WriteTransaction, flushed: number): Promise<void> {
  const states = transaction.objectStore('indexState');
  await states.put({ ...((await states.get('state')) ?? NO_INDEX), flushed }, 'state');
}

/** Enters what waits into its chunks of ranks, facts and ids. */
async function putColumns(transaction: WriteTransaction, pending: readonly PendingRow[]): Promise<void> {
  await Promise.all([putRanks(transaction, pending), putFacts(transaction, pending), putIds(transaction, pending)]);
}

async function putRanks(transaction: WriteTransaction, pending: readonly PendingRow[]): Promise<void> {
  const store = transaction.objectStore('documentRanks');
  for (const [chunk, rows] of Map.groupBy(pending, ({ document }) => ranksChunkOf(document))) {
    const ranks = (await store.get(chunk)) ?? emptyRanks(RANKS_CHUNK);
    for (const row of rows) enterRanks(ranks, row.document % RANKS_CHUNK, row);
    await store.put(ranks, chunk);
  }
}

async function putFacts(transaction: WriteTransaction, pending: readonly PendingRow[]): Promise<void> {
  const store = transaction.objectStore('documentFacts');
  for (const [chunk, rows] of Map.groupBy(pending, ({ document }) => chunkOf(document))) {
    const facts = (await store.get(chunk)) ?? emptyFacts();
    for (const row of rows) enterFacts(facts, row);
    await store.put(facts, chunk);
  }
}

async function putIds(transaction: WriteTransaction, pending: readonly PendingRow[]): Promise<void> {
  const store = transaction.objectStore('documentIds');
  for (const [chunk, rows] of Map.groupBy(pending, ({ document }) => idsChunkOf(document)))
    await store.put(rows.reduce(withId, (await store.get(chunk)) ?? ''), chunk);
}
