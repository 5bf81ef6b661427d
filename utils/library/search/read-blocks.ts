import { type Block, lowerBound, readBlockPostings } from '../../search/blocks';
import type { Lookup } from '../../search/lookups';
import type { ReadTransaction } from '../schema';
import { type HeldIndex, heldBlock, holdBlocks } from './held-index';

/** A block with its terms taken apart. */
export interface ReadBlock {
  readonly terms: readonly string[];
  readonly block: Block;
}

/** After every string that begins with what stands before it: no text has this, which is no character. */
export const AFTER_ALL = '\uffff';

/** The blocks of a segment that may have what is looked up, in order. */
export async function readBlocks(
  transaction: ReadTransaction,
  held: HeldIndex,
  segment: number,
  { term, isPrefix }: Lookup,
): Promise<readonly ReadBlock[]> {
  const known = isPrefix ? null : heldBlock(held, segment, term);
  if (known) return [known];
  const last = isPrefix ? term + AFTER_ALL : term;
  const [before, within] = await Promise.all([
    blockBefore(transaction, segment, term),
    blocksFrom(transaction, segment, [term], [last, []]),
  ]);
  const read = before ? [before, ...within] : within;
  holdBlocks(held, segment, read);
  return read;
}

/** The last block of a segment that begins before a term; it may have that term, and what follows. */
export async function blockBefore(
  transaction: ReadTransaction,
  segment: number,
  term: string,
): Promise<ReadBlock | null> {
  const range = IDBKeyRange.bound([segment], [segment, term]);
  const cursor = await transaction.objectStore('blocks').openCursor(range, 'prev');
  return cursor && taken(cursor.value);
}

/** The blocks of a segment between two places, at most so many. */
export async function blocksFrom(
  transaction: ReadTransaction,
  segment: number,
  from: readonly unknown[],
  to: readonly unknown[],
  most?: number,
): Promise<ReadBlock[]> {
  const range = IDBKeyRange.bound([segment, ...from], [segment, ...to]);
  return (await transaction.objectStore('blocks').getAll(range, most)).map(taken);
}

/** Tells the postings of everything that is looked up in a block. */
export function findInBlock(
  { terms, block }: ReadBlock,
  { term, isPrefix }: Lookup,
  visit: (document: number, mark: number) => void,
): void {
  for (let i = lowerBound(terms, term); i < terms.length; i++) {
    const found = terms[i] ?? '';
    if (isPrefix ? !found.startsWith(term) : found !== term) return;
    readBlockPostings(block, i, visit);
  }
}

function taken(block: Block): ReadBlock {
  return { terms: block.terms.split('\n'), block };
}
