import { LONGEST_POSTING, type Postings, readPostings, writePostings } from './postings';
import { firstOfTerms, readTerms, termSuffix } from './term-list';

/**
 * A run of terms of one segment, in order, with their postings: one record of the database. A term with more postings than
 * one block holds goes on in the next, which then begins with it.
 */
export interface Block {
  /** See `term-list.ts`. */
  readonly terms: string;
  /** How many bytes the postings of each term take; `LONG` for as many as the next of `longer` says. */
  readonly lengths: Uint8Array;
  readonly longer: Uint16Array;
  readonly bytes: Uint8Array;
  /** The document that distances count from. */
  readonly base: number;
  /** The first document of the first term, which tells blocks apart that begin with one term. */
  readonly first: number;
}

/** A block with its terms and places taken apart. */
export interface OpenBlock {
  readonly terms: readonly string[];
  /** Where the postings of each term end in the block's bytes. */
  readonly ends: Uint16Array;
  readonly block: Block;
}

/** The length of postings that says: as many bytes as the next of `longer`. */
export const LONG = 255;

/**
 * What a block may take: small enough that reading one for a single term is cheap, large enough that there are few, and well
 * below the 60 kB from which on Chromium keeps a value in a file of its own.
 */
const BLOCK_BYTES = 24_000;

/** Collects terms, which must come in order, into blocks. */
export function blockWriter(base: number, emit: (block: Block) => void) {
  const bytes = new Uint8Array(BLOCK_BYTES + LONGEST_POSTING);
  let terms = '';
  let last = '';
  let lengths: number[] = [];
  let longer: number[] = [];
  let end = 0;
  let first = 0;

  // Two bytes a character at most.
  const size = () => terms.length * 2 + lengths.length + longer.length * 2 + end;

  function flush() {
    if (lengths.length === 0) return;
    const arrays = { lengths: Uint8Array.from(lengths), longer: Uint16Array.from(longer), bytes: bytes.slice(0, end) };
    emit({ terms, ...arrays, base, first });
    terms = last = '';
    lengths = [];
    longer = [];
    end = 0;
  }

  function put(term: string, postings: Postings, from: number, to: number) {
    if (lengths.length === 0) first = postings.documents[from] ?? 0;
    terms += lengths.length === 0 ? term : termSuffix(last, term);
    last = term;
    const begun = end;
    end = writePostings(bytes, end, postings, from, to, base);
    lengths.push(Math.min(LONG, end - begun));
    if (end - begun >= LONG) longer.push(end - begun);
  }

  function add(term: string, postings: Postings) {
    const { length } = postings.documents;
    for (let from = 0; from < length; ) {
      const fits = Math.floor((BLOCK_BYTES - size() - term.length * 2 - 5) / LONGEST_POSTING);
      if (lengths.length > 0 && fits < Math.min(length - from, 16)) {
        flush();
        continue;
      }
      const to = Math.min(length, from + Math.max(1, fits));
      put(term, postings, from, to);
      from = to;
    }
  }

  return { add, flush };
}

/** Takes a block apart. */
export function openBlock(block: Block): OpenBlock {
  const { lengths, longer } = block;
  const ends = new Uint16Array(lengths.length);
  let end = 0;
  let long = 0;
  for (const [i, length] of lengths.entries()) {
    end += length < LONG ? length : (longer[long++] ?? 0);
    ends[i] = end;
  }
  return { terms: readTerms(block.terms), ends, block };
}

/** The first term of a block. */
export function firstTermOf({ terms }: Block): string {
  return firstOfTerms(terms);
}

/** Tells the postings of the `index`th term of a block. */
export function readBlockPostings(
  { ends, block }: OpenBlock,
  index: number,
  visit: (document: number, mark: number) => void,
): void {
  const from = index === 0 ? 0 : (ends[index - 1] ?? 0);
  readPostings(block.bytes, from, ends[index] ?? from, block.base, visit);
}
