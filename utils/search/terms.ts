import { foldForSearch } from './fold-for-search';
import { eachUnit } from './units';

/** What of an article is searched. */
export interface SearchedArticle {
  readonly title: string;
  readonly siteName: string | null;
  readonly authors: readonly string[];
  readonly lang: string | null;
  readonly text: string;
}

/** A part of an article that can be searched by itself. */
export type Field = 'title' | 'site' | 'author' | 'text';

/*
 * What is kept of a term in an article is one byte: a bit for each short field that has it and, above them, how often the
 * text has it, at most 31 times: BM25 (see `rank.ts`) hardly tells more apart.
 */

/** The bit of each short field. */
export const FIELD_BITS = { title: 1, site: 2, author: 4 } as const satisfies Record<Exclude<Field, 'text'>, number>;

/** One occurrence in the text, and the mask of all. */
export const IN_TEXT = 8;
const MOST_IN_TEXT = 0xf8;

/** Marks the terms that are languages: no unit has it. */
const LANGUAGE = '!';

/** The terms of an article with a byte for each, and how many units its text has. */
export interface ArticleTerms {
  readonly terms: ReadonlyMap<string, number>;
  readonly length: number;
}

/** The terms an article is found by: words, characters that stand without spaces, and pairs of both. */
export function termsOf(article: SearchedArticle): ArticleTerms {
  const terms = new Map<string, number>();
  addField(terms, article.title, FIELD_BITS.title);
  addField(terms, article.siteName ?? '', FIELD_BITS.site);
  for (const author of article.authors) addField(terms, author, FIELD_BITS.author);
  const characters = new CharacterCounts();
  const length = eachTerm(
    foldForSearch(article.text),
    (term) => addToText(terms, term, 1),
    (character) => {
      if (!characters.add(character)) addToText(terms, character, 1);
    },
  );
  characters.each((character, count) => addToText(terms, character, count));
  if (article.lang) for (const term of languageTerms(article.lang)) terms.set(term, IN_TEXT);
  return { terms, length };
}

/** The term that articles in a language have: `zh` finds `zh-CN` too. */
export function languageTerm(lang: string): string {
  return LANGUAGE + lang.toLowerCase();
}

/** Marks the terms that are pairs of words: no unit has it. */
const PAIR = '"';

/**
 * The term of a word right behind another. A hash of 16 bits rather than the words, of which a report has some 700 pairs: as a term
 * it is small enough to be worth its place, and of a hundred articles that have both words of a phrase somewhere it leaves those that
 * have the phrase, and one more.
 */
export function pairTerm(first: string, second: string): string {
  // FNV-1a (Fowler, Noll and Vo).
  let hash = 0x811c9dc5;
  for (const word of [first, ' ', second]) {
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  const bits = (hash ^ (hash >>> 16)) & 0xffff;
  // Three letters from a run of 64.
  return PAIR + String.fromCharCode(0x30 + (bits >> 12), 0x30 + ((bits >> 6) & 63), 0x30 + (bits & 63));
}

/** Whether a term is of words themselves. */
export function isPlainTerm(term: string): boolean {
  return !term.startsWith(PAIR) && !term.startsWith(LANGUAGE);
}

/**
 * Tells each term of folded text and says how many units it has. Characters are terms by themselves and in pairs: a search for one
 * would have to read all pairs that begin with it, twenty times as much.
 */
export function eachTerm(
  folded: string,
  visit: (term: string) => void,
  visitCharacter: (character: string) => void = visit,
): number {
  let units = 0;
  let from = 0;
  let word = '';
  eachUnit(folded, (start, end, isWord, isJoined) => {
    units++;
    if (isJoined) visit(folded.slice(from, end));
    if (!isWord) visitCharacter(folded.slice(start, end));
    from = start;
    const before = word;
    word = isWord ? folded.slice(start, end) : '';
    if (!isWord) return;
    visit(word);
    if (before) visit(pairTerm(before, word));
  });
  return units;
}

function addToText(terms: Map<string, number>, term: string, count: number): void {
  const before = terms.get(term) ?? 0;
  const room = (MOST_IN_TEXT - (before & MOST_IN_TEXT)) / IN_TEXT;
  if (room > 0) terms.set(term, before + Math.min(count, room) * IN_TEXT);
}

/** How often a text has each of its characters: a third of a report's are new to it, so that a map is asked a third as often. */
class CharacterCounts {
  readonly #counts = new Uint16Array(0x10000);
  readonly #codes: number[] = [];

  /** False for a character that takes two places of a string. */
  add(character: string): boolean {
    if (character.length > 1) return false;
    const code = character.charCodeAt(0);
    if (!this.#counts[code]) this.#codes.push(code);
    this.#counts[code] = Math.min((this.#counts[code] ?? 0) + 1, 0xffff);
    return true;
  }

  each(visit: (character: string, count: number) => void): void {
    for (const code of this.#codes) visit(String.fromCharCode(code), this.#counts[code] ?? 0);
  }
}

function addField(terms: Map<string, number>, words: string, bit: number): void {
  eachTerm(foldForSearch(words), (term) => terms.set(term, (terms.get(term) ?? 0) | bit));
}

function languageTerms(lang: string): string[] {
  const parts = lang.toLowerCase().split('-');
  return parts.map((_, i) => LANGUAGE + parts.slice(0, i + 1).join('-'));
}
