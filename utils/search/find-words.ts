import { classOf, codeAt, GAP, WORD, widthOf } from './characters';
import type { Words } from './query';
import { MOST_LETTERS, type Unit, wordEnd } from './units';

/** A stretch of a text: where it begins and where it ends. */
export type Span = readonly [start: number, end: number];

/** The first place from `from` on where folded text has the words one after the other; null when it has none. */
export function findWords(words: Words, folded: string, from = 0): Span | null {
  const [first] = words.units;
  if (!first) return null;
  for (let at = folded.indexOf(first.text, from); at >= 0; at = folded.indexOf(first.text, at + 1)) {
    if (first.isWord && isInsideWord(folded, at)) continue;
    const end = wordsEnd(words, folded, at);
    if (end >= 0) return [at, end];
  }
  return null;
}

/** Every place where folded text has the words, none over another. */
export function findAllWords(words: Words, folded: string, most: number): Span[] {
  const spans: Span[] = [];
  for (let span = findWords(words, folded); span && spans.length < most; span = findWords(words, folded, span[1]))
    spans.push(span);
  return spans;
}

/** Where the words end that begin at `at`; -1 when they do not stand there. */
function wordsEnd({ units, isPrefix }: Words, folded: string, at: number): number {
  let end = at;
  for (const [i, unit] of units.entries()) {
    const start = i === 0 ? at : unit.isJoined ? end : gapEnd(folded, end);
    if (!folded.startsWith(unit.text, start)) return -1;
    end = start + unit.text.length;
    if (!unit.isWord) continue;
    const whole = wordEnd(folded, end);
    if (whole > end && !isOpen(unit, isPrefix && i === units.length - 1)) return -1;
    end = whole;
  }
  return end;
}

function isOpen({ text }: Unit, isPrefix: boolean): boolean {
  return isPrefix || text.length >= MOST_LETTERS;
}

function gapEnd(folded: string, at: number): number {
  let end = at;
  while (end < folded.length) {
    const code = codeAt(folded, end);
    if (classOf(code) !== GAP) break;
    end += widthOf(code);
  }
  return end;
}

function isInsideWord(folded: string, at: number): boolean {
  if (at === 0) return false;
  const unit = folded.charCodeAt(at - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return classOf(isLow ? codeAt(folded, at - 2) : unit) === WORD;
}
