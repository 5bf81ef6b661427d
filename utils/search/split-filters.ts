import { foldText } from './fold';
import { isFilter } from './parse-filter';
import { isOr, nodeOf, type Piece, parseQuery, piecesOf } from './parse-query';
import { type SearchQuery, wordsOf } from './query';

/** A search taken apart into filters that stand by themselves and what is left to be typed at. */
export interface SplitSearch {
  /** As they were typed, each once. */
  readonly filters: readonly string[];
  readonly words: string;
}

/** Takes finished filters out of a search; those that `OR` joins to something stay, because they say nothing alone. */
export function splitFilters(search: string): SplitSearch {
  const pieces = piecesOf(search).filter(({ typed }) => typed !== '');
  const isAlone = (at: number) => ![pieces[at - 1], pieces[at + 1]].some((piece) => piece && isOr(piece));
  const taken = new Set(pieces.filter((piece, at) => isFinished(piece) && isAlone(at)));
  if (taken.size === 0) return { filters: [], words: search };
  const words = pieces.flatMap((piece) => (taken.has(piece) ? [] : piece.typed)).join(' ');
  const isOpen = words !== '' && /\s$/.test(search);
  return { filters: [...new Set([...taken].map(({ typed }) => typed))], words: isOpen ? `${words} ` : words };
}

/** The search that has these filters and words; it ends as the words do, which may still be typed at. */
export function joinFilters({ filters, words }: SplitSearch): string {
  return [...new Set(filters)].map((filter) => `${filter} `).join('') + words;
}

/** A filter as it is typed, in quotation marks where it needs them. */
export function filterPiece(name: string, value: string): string {
  const plain = value.replace(/["“”„«»「」『』]/g, '');
  return /\s/.test(plain) ? `${name}:"${plain}"` : `${name}:${plain}`;
}

/** What a filter that was taken out of a search asks for. */
export function readFilter(filter: string): SearchQuery | null {
  return parseQuery(`${filter} `);
}

/** What stands behind the name of a filter, without quotation marks. */
export function filterValue(filter: string): string {
  return piecesOf(`${filter} `)[0]?.value ?? '';
}

/** A tag after another was renamed: it, if it is that or below it, by its new name. */
export function renamedTag(tag: string, from: string, to: string): string {
  const [own, before] = [foldText(tag), foldText(from)];
  if (own === before) return to;
  // Part by part: folded, a name may be longer than it stands.
  const below = tag.split('/').slice(from.split('/').length);
  return own.startsWith(`${before}/`) ? [to, ...below].join('/') : tag;
}

/** A search after a tag was renamed: it finds what it found before. */
export function withRenamedTag(search: string, from: string, to: string): string {
  const pieces = piecesOf(search).filter(({ typed }) => typed !== '');
  const isAbout = ({ name, value }: Piece) => name === 'tag' && renamedTag(value, from, to) !== value;
  if (!pieces.some(isAbout)) return search;
  const renamed = pieces.map((piece) => {
    if (!isAbout(piece)) return piece.typed;
    return (piece.isNegated ? '-' : '') + filterPiece('tag', renamedTag(piece.value, from, to));
  });
  return `${renamed.join(' ')} `;
}

/** Whether a search asks for words, by which answers can be better or worse. */
export function asksForWords(search: string): boolean {
  const query = parseQuery(search);
  return query !== null && wordsOf(query).length > 0;
}

/** Whether two filters are the same, however they were typed. */
export function isSameFilter(one: string, other: string): boolean {
  return foldText(one) === foldText(other);
}

function isFinished(piece: Piece): boolean {
  return piece.name !== null && isFilter(piece.name) && !piece.isLast && nodeOf(piece) !== null;
}
