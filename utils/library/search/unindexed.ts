import type { ArticleId } from '../../model/article';
import type { Shelf } from '../../model/library';
import { holds } from '../../search/evaluate';
import type { SearchQuery } from '../../search/query';
import { isAbout } from './answer-filters';
import type { Search } from './answer-query';
import { flagsOf } from './flags';
import { hasLeaf } from './has-leaf';
import { foldedFields } from './look-at-texts';

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
    const known = { row, state, fields: foldedFields(row, '') };
    return isHere(flagsOf(state)) && holds(query, (leaf) => hasLeaf(known, search.today, leaf)) ? [row.id] : [];
  });
}
