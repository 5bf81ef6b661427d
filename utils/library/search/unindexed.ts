import type { ArticleId } from '../../model/article';
import type { Shelf } from '../../model/library';
import type { ArticleState } from '../../model/saved-article';
import { holds } from '../../search/evaluate';
import { findWords } from '../../search/find-words';
import { foldForSearch } from '../../search/fold-for-search';
import type { QueryLeaf, SearchQuery } from '../../search/query';
import { publishedAt, tagsOf } from '../entries';
import type { ArticleRow } from '../schema';
import { isAbout, isThere, meansTag, meets } from './answer-filters';
import type { Search } from './answer-query';
import { flagsOf } from './flags';
import { foldedFields, hasWords } from './look-at-texts';

/**
 * Matches among the articles of an older library that have yet to be indexed, by all but their text, whose turn comes in the
 * background: what could be found before can be found meanwhile.
 */
export async function findUnindexed(search: Search, query: SearchQuery, shelf: Shelf): Promise<ArticleId[]> {
  const { transaction, view } = search;
  if (view.unindexed === null) return [];
  const range = IDBKeyRange.lowerBound(view.unindexed);
  const [rows, states, known] = await Promise.all([
    transaction.objectStore('articles').getAll(range),
    transaction.objectStore('states').getAll(range),
    transaction.objectStore('documents').getAllKeys(range),
  ]);
  const isHere = isAbout(query, shelf);
  const indexed = new Set(known);
  const byId = new Map(states.map((state) => [state.articleId, state]));
  return rows.flatMap((row) => {
    const state = byId.get(row.id);
    if (!state || indexed.has(row.id)) return [];
    const flags = flagsOf(state);
    return isHere(flags) && holds(query, (leaf) => hasLeaf(row, state, flags, leaf)) ? [row.id] : [];
  });
}

function hasLeaf(row: ArticleRow, state: ArticleState, flags: number, leaf: QueryLeaf): boolean {
  switch (leaf.kind) {
    case 'words':
      return (
        hasWords(leaf, foldedFields(row, '')) ||
        tagsOf(state).some((tag) => leaf.field === null && findWords(leaf, foldForSearch(tag)))
      );
    case 'is':
      return isThere(flags, leaf.what);
    case 'tag':
      return tagsOf(state).some((tag) => meansTag(leaf, tag));
    case 'lang':
      return `${row.lang?.toLowerCase()}-`.startsWith(`${leaf.lang}-`);
    default:
      return meets({ minutes: row.readingMinutes, publishedAt: publishedAt(row), savedAt: row.savedAt }, leaf);
  }
}
