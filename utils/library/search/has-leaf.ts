import type { Day } from '../../model/day';
import type { ArticleState } from '../../model/saved-article';
import { findWords } from '../../search/find-words';
import { foldForSearch } from '../../search/fold-for-search';
import type { QueryLeaf } from '../../search/query';
import { publishedAt, tagsOf } from '../entries';
import type { ArticleRow } from '../schema';
import { isThere, meansTag, meets } from './answer-filters';
import { isAtHost, lastDayOf } from './filter-articles';
import { flagsOf } from './flags';
import { type FoldedFields, hasWords } from './look-at-texts';

/** An article that is asked for what a search wants without the index. */
export interface KnownArticle {
  readonly row: Pick<
    ArticleRow,
    'title' | 'siteName' | 'authors' | 'lang' | 'readingMinutes' | 'publishedTime' | 'savedAt' | 'keys'
  >;
  readonly state: ArticleState;
  readonly fields: FoldedFields;
}

/** Whether an article has what a leaf of a search asks for, from itself alone. */
export function hasLeaf({ row, state, fields }: KnownArticle, today: Day, leaf: QueryLeaf): boolean {
  switch (leaf.kind) {
    case 'words':
      return (
        hasWords(leaf, fields) ||
        tagsOf(state).some((tag) => leaf.field === null && findWords(leaf, foldForSearch(tag)))
      );
    case 'is':
      return isThere(flagsOf(state), leaf.what);
    case 'tag':
      return tagsOf(state).some((tag) => meansTag(leaf, tag));
    case 'lang':
      return `${row.lang?.toLowerCase()}-`.startsWith(`${leaf.lang}-`);
    case 'readBy':
      return isThere(flagsOf(state), 'queue') && (state.readBy?.value ?? '') <= lastDayOf(leaf, today);
    case 'host':
      return row.keys.some((key) => isAtHost(leaf, key));
    default:
      return meets({ minutes: row.readingMinutes, publishedAt: publishedAt(row), savedAt: row.savedAt }, leaf);
  }
}
