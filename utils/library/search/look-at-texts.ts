import type { ArticleId } from '../../model/article';
import { holds, MAYBE, YES } from '../../search/evaluate';
import { findWords } from '../../search/find-words';
import { foldForSearch } from '../../search/fold-for-search';
import { leavesOf, type SearchQuery, type Words } from '../../search/query';
import type { ArticleRow, DocumentNumber } from '../schema';
import type { QueryAnswer, Search } from './answer-query';
import { lookedFor } from './held-index';

/** A document of which the index cannot say whether it matches. */
export interface Doubtful {
  readonly document: DocumentNumber;
  readonly id: ArticleId;
}

/** An article's fields, folded when they are asked for. */
export interface FoldedFields {
  readonly row: Pick<ArticleRow, 'title' | 'siteName' | 'authors'>;
  text(): string;
}

/** Whether each document matches, from its own words. */
export async function lookAtTexts(
  search: Search,
  query: SearchQuery,
  found: QueryAnswer,
  doubtful: readonly Doubtful[],
): Promise<ReadonlyMap<DocumentNumber, boolean>> {
  const matches = await Promise.all(doubtful.map((each) => lookAtText(search, query, found, each)));
  return new Map(doubtful.map(({ document }, i) => [document, matches[i] ?? false]));
}

async function lookAtText(
  search: Search,
  query: SearchQuery,
  { answersTo }: QueryAnswer,
  { document, id }: Doubtful,
): Promise<boolean> {
  const inDoubt = (words: Words) => answersTo(words).of(document) === MAYBE;
  const known = (words: Words) => lookedFor(search.held, words).get(document);
  const fields = await fieldsUnless(
    search,
    id,
    leavesOf(query, true).every((leaf) => leaf.kind !== 'words' || !inDoubt(leaf) || known(leaf) !== undefined),
  );
  return holds(query, (leaf) => {
    if (leaf.kind !== 'words' || !inDoubt(leaf)) return answersTo(leaf).of(document) === YES;
    const has = known(leaf) ?? (fields !== null && hasWords(leaf, fields));
    lookedFor(search.held, leaf).set(document, has);
    return has;
  });
}

async function fieldsUnless({ transaction }: Search, id: ArticleId, isKnown: boolean): Promise<FoldedFields | null> {
  if (isKnown) return null;
  const row = await transaction.objectStore('articles').get(id);
  const content = row && (await transaction.objectStore('contents').get(row.current.value));
  return row && content ? foldedFields(row, content.text) : null;
}

/** Fields of which the text is folded once, when it is first asked for. */
export function foldedFields(row: FoldedFields['row'], text: string): FoldedFields {
  let folded: string | null = null;
  return { row, text: () => (folded ??= foldForSearch(text)) };
}

/** Whether an article has words in one of its fields. */
export function hasWords(words: Words, { row, text }: FoldedFields): boolean {
  const isAsked = (field: Words['field']) => words.field === null || words.field === field;
  const has = (own: string) => findWords(words, foldForSearch(own)) !== null;
  return (
    (isAsked('title') && has(row.title)) ||
    (isAsked('site') && has(row.siteName ?? '')) ||
    (isAsked('author') && row.authors.some(has)) ||
    (isAsked('text') && findWords(words, text()) !== null)
  );
}
