import type { Block } from '../../search/blocks';
import type { Lookup } from '../../search/lookups';
import type { ReadTransaction } from '../schema';
import { type HeldIndex, heldBlocks, holdBlocks } from './held-index';

/** After every string that begins with what stands before it: no text has this, which is no character. */
export const AFTER_ALL = '\uffff';

/** The blocks of a segment that may have what is looked up, in order. */
export async function readBlocks(
  transaction: ReadTransaction,
  held: HeldIndex,
  segment: number,
  lookup: Lookup,
): Promise<readonly Block[]> {
  const known = heldBlocks(held, segment, lookup);
  if (known) return known;
  const { term, isPrefix } = lookup;
  const read = await blocksWith(transaction, segment, term, isPrefix ? term + AFTER_ALL : term);
  holdBlocks(held, segment, lookup, read);
  return read;
}

/** The blocks of a segment that may have terms from one up to another; of those that begin with one of them, at most so many. */
export async function blocksWith(
  transaction: ReadTransaction,
  segment: number,
  first: string,
  last: string,
  most?: number,
): Promise<Block[]> {
  const [before, within] = await Promise.all([
    blockBefore(transaction, segment, first),
    blocksFrom(transaction, segment, [first], [last, []], most),
  ]);
  return before ? [before, ...within] : within;
}

/** The last block of a segment that begins before a term; it may have that term, and what follows. */
export async function blockBefore(transaction: ReadTransaction, segment: number, term: string): Promise<Block | null> {
  const range = IDBKeyRange.bound([segment], [segment, term]);
  const cursor = await transaction.objectStore('blocks').openCursor(range, 'prev');
  return cursor?.value ?? null;
}

/** The blocks of a segment between two places, at most so many. */
export async function blocksFrom(
  transaction: ReadTransaction,
  segment: number,
  from: readonly unknown[],
  to: readonly unknown[],
  most?: number,
): Promise<Block[]> {
  const range = IDBKeyRange.bound([segment, ...from], [segment, ...to]);
  return transaction.objectStore('blocks').getAll(range, most);
}
