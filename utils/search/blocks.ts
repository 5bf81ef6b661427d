import { LONGEST_POSTING, type Postings, readPostings, writePostings } from './postings';

/**
 * A run of terms of one segment, in order, with their postings: one record of the database. A term with more postings than
 * one block holds goes on in the next, which then begins with it.
 */
export interface Block {
  /** Joined by line feeds, which no term has. */
  readonly terms: string;
  /** Where the postings of each term end in `bytes`. */
  readonly ends: Uint16Array;
  readonly bytes: Uint8Array;
  /** The document that distances count from. */
  readonly base: number;
  /** The first document of the first term, which tells blocks apart that begin with one term. */
  readonly first: number;
}

/**
 * What a block may take: small enough that reading one for a single term is cheap, large enough that there are few, and well
 * below the 60 kB from which on Chromium keeps a value in a file of its own.
 */
const BLOCK_BYTES = 24_000;

/** Collects terms, which must come in order, into blocks. */
export function blockWriter(base: number, emit: (block: Block) => void) {
  const bytes = new Uint8Array(BLOCK_BYTES + LONGEST_POSTING);
  let terms: string[] = [];
  let ends: number[] = [];
  let end = 0;
  let size = 0;
  let first = 0;

  function flush() {
    if (terms.length === 0) return;
    emit({ terms: terms.join('\n'), ends: Uint16Array.from(ends), bytes: bytes.slice(0, end), base, first });
    terms = [];
    ends = [];
    end = 0;
    size = 0;
  }

  function begin(term: string, document: number) {
    if (terms.length === 0) first = document;
    terms.push(term);
    // Two bytes a character at most, a line feed as wide, and the end.
    size += term.length * 2 + 4;
  }

  function add(term: string, postings: Postings) {
    const { length } = postings.documents;
    for (let from = 0; from < length; ) {
      const fits = Math.floor((BLOCK_BYTES - size - end - term.length * 2 - 4) / LONGEST_POSTING);
      if (terms.length > 0 && fits < Math.min(length - from, 16)) {
        flush();
        continue;
      }
      const to = Math.min(length, from + Math.max(1, fits));
      begin(term, postings.documents[from] ?? 0);
      end = writePostings(bytes, end, postings, from, to, base);
      ends.push(end);
      from = to;
    }
  }

  return { add, flush };
}

/** The first term of a block. */
export function firstTermOf({ terms }: Block): string {
  const end = terms.indexOf('\n');
  return end < 0 ? terms : terms.slice(0, end);
}

/** Tells the postings of the `index`th term of a block. */
export function readBlockPostings(block: Block, index: number, visit: (document: number, mark: number) => void): void {
  const from = index === 0 ? 0 : (block.ends[index - 1] ?? 0);
  readPostings(block.bytes, from, block.ends[index] ?? from, block.base, visit);
}

/** The place of the first of sorted terms that is not before `term`. */
export function lowerBound(terms: readonly string[], term: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
