import type { Problem } from '../../model/storage';
import type { ReadTransaction, StoreName } from '../schema';

/** The stores that looking at the rest reads. */
export const REST_STORES: readonly StoreName[] = ['restorePoints', 'formerRows', 'segments', 'blocks'];

/** Blocks measured for what all of them take. */
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

/** About what the search index takes, from some of its blocks. Within a transaction over `blocks`. */
export async function weighIndex(transaction: ReadTransaction): Promise<number> {
  const blocks = transaction.objectStore('blocks');
  const [count, some] = await Promise.all([blocks.count(), blocks.getAll(null, SAMPLE)]);
  const bytes = some.map(
    (block) => 2 * block.terms.length + block.lengths.length + 2 * block.longer.length + block.bytes.length,
  );
  return some.length === 0 ? 0 : (bytes.reduce((sum, each) => sum + each, 0) / some.length) * count;
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
