import { classOf, GAP } from './characters';
import { foldText } from './fold';
import { foldForSearch } from './fold-for-search';
import { isFilter, parseFilter } from './parse-filter';
import { type SearchQuery, SHORTEST_PREFIX, type Words } from './query';
import type { Field } from './terms';
import { unitsOf } from './units';

/** A piece of a search as it was typed. */
export interface Piece {
  /** All of it. */
  readonly typed: string;
  readonly isNegated: boolean;
  /** What stood before its colon; null without one. */
  readonly name: string | null;
  readonly value: string;
  /** It had quotation marks around it, the first at least. */
  readonly isQuoted: boolean;
  /** Nothing follows it, not even a space or the second quotation mark: it is still being typed. */
  readonly isLast: boolean;
}

const FIELDS: readonly string[] = ['title', 'site', 'author', 'text'] satisfies Field[];

/** A minus, a name with a colon, then a phrase in quotation marks of any kind or what has neither them nor spaces. */
const PIECE = /(-?)(?:([a-z]+)[:：])?(?:["“”„«»「『]([^"“”„«»」』]*)(["“”«»」』]?)|([^\s"“”„«»「」『』]*))/giu;

/**
 * What a search asks for; null when that is nothing. All of its words, `"phrases"` and filters (`title: site: author: tag: lang: is:
 * readby: before: after: minutes:`) must be met; `-` before one of them forbids it, `OR` between two asks for either. A filter that
 * is not finished yet, or says nothing that is known, is passed over.
 */
export function parseQuery(search: string): SearchQuery | null {
  const alternatives: SearchQuery[][] = [];
  let joinsLast = false;
  for (const piece of piecesOf(search)) {
    if (isOr(piece)) {
      joinsLast = alternatives.length > 0;
      continue;
    }
    const node = nodeOf(piece);
    if (!node) continue;
    if (joinsLast) alternatives.at(-1)?.push(node);
    else alternatives.push([node]);
    joinsLast = false;
  }
  return joined(
    'and',
    alternatives.map((each) => joined('or', each)).filter((each) => each !== null),
  );
}

/** The pieces of a search, one for each word, phrase, filter and `OR`. */
export function piecesOf(search: string): Piece[] {
  return [...search.matchAll(PIECE)].map((match) => {
    const [whole, minus, name, phrase, closing, plain] = match;
    return {
      typed: whole,
      isNegated: minus === '-',
      name: name?.toLowerCase() ?? null,
      value: phrase ?? plain ?? '',
      isQuoted: phrase !== undefined,
      isLast: match.index + whole.length === search.length && !closing,
    };
  });
}

/** Whether a piece joins its neighbours. */
export function isOr({ value, name, isQuoted, isNegated }: Piece): boolean {
  return value === 'OR' && name === null && !isQuoted && !isNegated;
}

/** What a piece asks for; null when that is nothing. */
export function nodeOf(piece: Piece): SearchQuery | null {
  const { name, value, isNegated, isLast } = piece;
  const node = name !== null && isFilter(name) ? parseFilter(name, foldText(value), isLast) : orAtHost(piece);
  return node && isNegated ? { kind: 'not', of: [node] } : node;
}

/** A site that looks like a host is asked for by that too: its name may be quite another. */
function orAtHost(piece: Piece): SearchQuery | null {
  const words = wordsIn(piece);
  const host = piece.name === 'site' ? hostIn(piece.value) : null;
  return words && host ? { kind: 'or', of: [words, { kind: 'host', host, isPrefix: piece.isLast }] } : words;
}

function hostIn(value: string): string | null {
  const host = value
    .trim()
    .toLowerCase()
    .replace(/^www\./, '');
  return /^[^\s/.:]+(?:\.[^\s/.:]+)+$/.test(host) ? host : null;
}

function wordsIn({ name, value, isLast }: Piece): Words | null {
  const isField = name !== null && FIELDS.includes(name);
  const units = unitsOf(foldForSearch(name === null || isField ? value : `${name}:${value}`));
  const last = units.at(-1);
  if (!last) return null;
  const isPrefix = isLast && last.isWord && last.text.length >= SHORTEST_PREFIX && endsInLetter(value);
  return { kind: 'words', field: isField ? (name as Field) : null, units, isPrefix };
}

function endsInLetter(value: string): boolean {
  const last = [...value].at(-1);
  return last !== undefined && classOf(last.codePointAt(0) ?? 0) !== GAP;
}

function joined(kind: 'and' | 'or', of: readonly SearchQuery[]): SearchQuery | null {
  return of.length > 1 ? { kind, of } : (of[0] ?? null);
}
