import { IN_TEXT } from './terms';

/*
 * Postings: where a term stands, as bytes. For each document, ascending, a variable-length number (seven bits a byte, the
 * last byte below 128) of twice its distance from the one before, plus one when the text alone has the term, and once:
 * most do. For the others, the byte of `terms.ts` follows.
 */

/** Documents that have a term, ascending, and the byte of `terms.ts` for each. */
export interface Postings {
  readonly documents: readonly number[];
  readonly marks: readonly number[];
}

/** Writes the postings from `from` to `to` (exclusive) into `bytes` at `at`; gives where they end. The first counts from `base`. */
export function writePostings(
  bytes: Uint8Array,
  at: number,
  { documents, marks }: Postings,
  from: number,
  to: number,
  base: number,
): number {
  let end = at;
  let last = base;
  for (let i = from; i < to; i++) {
    const document = documents[i] ?? 0;
    const mark = marks[i] ?? IN_TEXT;
    let number = (document - last) * 2 + (mark === IN_TEXT ? 1 : 0);
    for (; number > 127; number = Math.floor(number / 128)) bytes[end++] = (number % 128) | 128;
    bytes[end++] = number;
    if (mark !== IN_TEXT) bytes[end++] = mark;
    last = document;
  }
  return end;
}

/** The most bytes that one posting takes: five of a number below 2^33, and one. */
export const LONGEST_POSTING = 6;

/** Reads postings from `at` to `to` (exclusive), telling each. */
export function readPostings(
  bytes: Uint8Array,
  at: number,
  to: number,
  base: number,
  visit: (document: number, mark: number) => void,
): void {
  let document = base;
  for (let place = at; place < to; ) {
    let number = 0;
    let scale = 1;
    let byte = bytes[place++] ?? 0;
    for (; byte > 127; byte = bytes[place++] ?? 0) {
      number += (byte - 128) * scale;
      scale *= 128;
    }
    number += byte * scale;
    const isOnce = number % 2 === 1;
    document += (number - (isOnce ? 1 : 0)) / 2;
    visit(document, isOnce ? IN_TEXT : (bytes[place++] ?? 0));
  }
}
