import { classOf, codeAt, GAP, UNSPACED, WORD, widthOf } from './characters';

/** The smallest thing a search tells apart in folded text: a word, or one character of a script without spaces. */
export interface Unit {
  readonly text: string;
  readonly isWord: boolean;
  /** A character that follows another with nothing between. */
  readonly isJoined: boolean;
}

/** Told of each unit: its place, and what `Unit` says of it. */
export type UnitVisitor = (start: number, end: number, isWord: boolean, isJoined: boolean) => void;

/** As much of a word as is told apart: what is longer is no word but an address or code. */
export const MOST_LETTERS = 64;

/** Walks over the units of folded text. */
export function eachUnit(folded: string, visit: UnitVisitor): void {
  let at = 0;
  let lastCharacter = -1;
  while (at < folded.length) {
    const code = codeAt(folded, at);
    const kind = classOf(code);
    const start = at;
    at += widthOf(code);
    if (kind === GAP) continue;
    if (kind === UNSPACED) {
      visit(start, at, false, start === lastCharacter);
      lastCharacter = at;
      continue;
    }
    at = wordEnd(folded, at);
    visit(start, Math.min(at, start + MOST_LETTERS), true, false);
  }
}

/** Where the word ends that has letters before `at`. */
export function wordEnd(folded: string, at: number): number {
  let end = at;
  while (end < folded.length) {
    const code = codeAt(folded, end);
    if (classOf(code) !== WORD) break;
    end += widthOf(code);
  }
  return end;
}

/** The units of folded text. */
export function unitsOf(folded: string): Unit[] {
  const units: Unit[] = [];
  eachUnit(folded, (start, end, isWord, isJoined) => units.push({ text: folded.slice(start, end), isWord, isJoined }));
  return units;
}
