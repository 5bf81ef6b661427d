import { lowerBound, type OpenBlock, openBlock, readBlockPostings } from '../../search/blocks';
import type { Lookup } from '../../search/lookups';
import type { ReadTransaction } from '../schema';
import { type HeldIndex, heldBlock, holdBlocks } from './held-index';

/** After every string that begins with what stands before it: no text has this, which is no character. */
export const AFTER_ALL = '\uffff';

/** The blocks of a segment that may have what is looked up, in order. */
export async function readBlocks(
  transaction: ReadTransaction,
  held: HeldIndex,
  segment: number,
  { term, isPrefix }: Lookup,
): Promise<readonly OpenBlock[]> {
  const known = isPrefix ? null : heldBlock(held, segment, term);
  if (known) return [known];
  const last = isPrefix ? term + AFTER_ALL : term;
  const read = await blocksWith(transaction, segment, term, last);
  holdBlocks(held, segment, read);
  return read;
}

/** The blocks of a segment that may have terms from one up to another; of those that begin with one of them, at most so many. */
export async function blocksWith(
  transaction: ReadTransaction,
  segment: number,
  first: string,
  last: string,
  most?: number,
): Promise<OpenBlock[]> {
  const [before, within] = await Promise.all([
    blockBefore(transaction, segment, first),
    blocksFrom(transaction, segment, [first], [last, []], most),
  ]);
  return before ? [before, ...within] : within;
}

/** The last block of a segment that begins before a term; it may have that term, and what follows. */
export async function blockBefore(
  transaction: ReadTransaction,
  segment: number,
  term: string,
): Promise<OpenBlock | null> {
  const range = IDBKeyRange.bound([segment], [segment, term]);
  const cursor = await transaction.objectStore('blocks').openCursor(range, 'prev');
  return cursor && openBlock(cursor.value);
}

/** The blocks of a segment between two places, at most so many. */
export async function blocksFrom(
  transaction: ReadTransaction,
  segment: number,
  from: readonly unknown[],
  to: readonly unknown[],
  most?: number,
): Promise<OpenBlock[]> {
  const range = IDBKeyRange.bound([segment, ...from], [segment, ...to]);
  return (await transaction.objectStore('blocks').getAll(range, most)).map(openBlock);
}

/** Tells the postings of everything that is looked up in a block. */
export function findInBlock(
  block: OpenBlock,
  { term, isPrefix }: Lookup,
  visit: (document: number, mark: number) => void,
): void {
  for (let i = lowerBound(block.terms, term); i < block.terms.length; i++) {
    const found = block.terms[i] ?? '';
    if (isPrefix ? !found.startsWith(term) : found !== term) return;
    readBlockPostings(block, i, visit);
  }
}
