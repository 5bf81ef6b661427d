/** What a character is to a search. */
export type CharacterClass = typeof GAP | typeof WORD | typeof UNSPACED;

/** Neither letter nor digit. */
export const GAP = 1;

/** A letter, digit or mark of a script that parts its words by spaces. */
export const WORD = 2;

/** A character of a script that writes its words without spaces between, or, as Korean, glues endings to them. */
export const UNSPACED = 3;

const UNSPACED_SCRIPTS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー〆゛゜]$/u;

/** Unified ideographs, syllables of Hangul, letters of hiragana and katakana: told without the expressions below, which take some ms to be made ready. */
const COMMON_UNSPACED = [
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
] as const;

const LETTER = /^[\p{L}\p{N}\p{M}]$/u;

/** Classes found so far, by code: asking a regular expression for each character of a text would cost ten times the rest. */
const known = new Uint8Array(0x10000);

/** The class of a code point. */
export function classOf(code: number): CharacterClass {
  if (code > 0xffff) return look(code);
  const before = known[code] as CharacterClass | 0;
  if (before !== 0) return before;
  const found = look(code);
  known[code] = found;
  return found;
}

function look(code: number): CharacterClass {
  if (code < 0x80) return isAsciiLetter(code) ? WORD : GAP;
  if (COMMON_UNSPACED.some(([from, to]) => code >= from && code <= to)) return UNSPACED;
  const character = String.fromCodePoint(code);
  if (!LETTER.test(character)) return GAP;
  return UNSPACED_SCRIPTS.test(character) ? UNSPACED : WORD;
}

function isAsciiLetter(code: number): boolean {
  // A letter's codes differ by this bit.
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** The code point at a place, read past the slow path of `codePointAt`. */
export function codeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff ? (text.codePointAt(at) ?? code) : code;
}

/** How many places of a string a code point takes. */
export function widthOf(code: number): 1 | 2 {
  return code > 0xffff ? 2 : 1;
}
