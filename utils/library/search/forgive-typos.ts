import { eachPacked } from '../../search/pending-terms';
import { leavesOf, type SearchQuery, type Words } from '../../search/query';
import { readTerms } from '../../search/term-list';
import { isPlainTerm } from '../../search/terms';
import { isOneEditApart, mayBeTypo } from '../../search/typo';
import type { Search } from './answer-query';
import { answerWords } from './answer-words';
import { AFTER_ALL, blocksWith } from './read-blocks';

/** Blocks of one segment in which another word is looked for: what begins with one letter, in a library of some ten thousand articles. */
const MOST_BLOCKS = 150;

/** Other words tried for one. */
const MOST_WORDS = 8;

/**
 * The query with each word that nothing has in the place of which something has words one slip away (one letter more, less or
 * other, two the other way round; the first letter, or the second, must be right); null when there is no such word.
 */
export async function forgiveTypos(search: Search, query: SearchQuery): Promise<SearchQuery | null> {
  const words = leavesOf(query, false).filter((leaf) => leaf.kind === 'words');
  const others = new Map<Words, SearchQuery>();
  for (const each of words) {
    const other = await otherThan(search, each);
    if (other) others.set(each, other);
  }
  return others.size > 0 ? replaced(query, others) : null;
}

function replaced(query: SearchQuery, others: ReadonlyMap<Words, SearchQuery>): SearchQuery {
  if ('of' in query) {
    if (query.kind === 'not') return query;
    return { kind: query.kind, of: query.of.map((each) => replaced(each, others)) };
  }
  return query.kind === 'words' ? (others.get(query) ?? query) : query;
}

async function otherThan(search: Search, words: Words): Promise<SearchQuery | null> {
  const [unit] = words.units;
  if (words.units.length !== 1 || !unit?.isWord || !mayBeTypo(unit.text)) return null;
  const { occurrences } = await answerWords(search.transaction, search.held, search.view, words, []);
  if (occurrences.documents.some((document) => search.view.flags[document])) return null;
  const near = [...(await wordsNear(search, unit.text))].slice(0, MOST_WORDS);
  const of = near.map((text): Words => ({ ...words, isPrefix: false, units: [{ ...unit, text }] }));
  return of.length > 1 ? { kind: 'or', of } : (of[0] ?? null);
}

/** Terms one slip from a word. */
async function wordsNear(search: Search, word: string): Promise<Set<string>> {
  const near = new Set<string>();
  const look = (term: string) => {
    if (isPlainTerm(term) && isOneEditApart(term, word)) near.add(term);
  };
  for (const { terms } of search.view.pending) eachPacked(terms, look);
  const beginnings = [...new Set([word.slice(0, 1), word.slice(1, 2)])];
  const { segments } = search.view;
  const all = segments.flatMap(({ id }) => beginnings.map((beginning) => termsAt(search, id, beginning)));
  for (const terms of await Promise.all(all)) terms.forEach(look);
  return near;
}

async function termsAt({ transaction }: Search, segment: number, beginning: string): Promise<readonly string[]> {
  const blocks = await blocksWith(transaction, segment, beginning, beginning + AFTER_ALL, MOST_BLOCKS);
  return blocks.flatMap(({ terms }) => readTerms(terms));
}
