import type { Problem } from '../../model/storage';
import type { Block } from '../../search/blocks';
import type { ReadTransaction, StoreName } from '../schema';

/** The stores that looking at the rest reads. */
export const REST_STORES: readonly StoreName[] = [
  'restorePoints',
  'formerRows',
  'segments',
  'blocks',
  'pendingDocuments',
];

/** Records measured for what all of them take. */
const SAMPLE = 40;

/** Looks for former rows of points, and blocks of segments, that are gone: one request for each point and segment. */
export async function inspectRest(transaction: ReadTransaction): Promise<Problem[]> {
  const [points, segments] = await Promise.all([
    transaction.objectStore('restorePoints').getAllKeys(),
    transaction.objectStore('segments').getAllKeys(),
  ]);
  const owners: (readonly [StoreName, readonly IDBValidKey[], IDBValidKey[]])[] = [
    ['formerRows', points, await ownersIn(transaction, 'formerRows')],
    ['blocks', segments, await ownersIn(transaction, 'blocks')],
  ];
  return owners.flatMap(([store, known, found]) =>
    found
      .filter((owner) => !known.includes(owner))
      .map((key): Problem => ({ kind: 'left-over', store, key, articleId: null })),
  );
}

/** About what the search index takes, from some of its blocks and of what waits to become some. Within a transaction over `REST_STORES`. */
export async function weighIndex(transaction: ReadTransaction): Promise<number> {
  const [blocks, pending] = [transaction.objectStore('blocks'), transaction.objectStore('pendingDocuments')];
  const [blockCount, someBlocks, pendingCount, somePending] = await Promise.all([
    blocks.count(),
    blocks.getAll(null, SAMPLE),
    pending.count(),
    pending.getAll(null, SAMPLE),
  ]);
  const ofBlock = ({ terms, lengths, longer, bytes }: Block) =>
    2 * terms.length + lengths.length + 2 * longer.length + bytes.length;
  return (
    mean(someBlocks.map(ofBlock)) * blockCount + mean(somePending.map(({ terms }) => 2 * terms.length)) * pendingCount
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** The first parts of the keys of a store, once each. */
async function ownersIn(transaction: ReadTransaction, store: 'formerRows' | 'blocks'): Promise<IDBValidKey[]> {
  const owners: IDBValidKey[] = [];
  let cursor = await transaction.objectStore(store).openKeyCursor();
  while (cursor) {
    const [owner] = cursor.key;
    owners.push(owner);
    cursor = await cursor.continue([owner, []] as never);
  }
  return owners;
}
