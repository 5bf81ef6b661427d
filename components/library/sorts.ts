import type { SortOrder } from '../../utils/model/library';

/** Orders and what they are called. */
export const SORTS = [
  ['relevance', 'librarySortRelevance'],
  ['due', 'librarySortDue'],
  ['newest', 'librarySortNewest'],
  ['oldest', 'librarySortOldest'],
  ['published', 'librarySortPublished'],
  ['shortest', 'librarySortShortest'],
  ['longest', 'librarySortLongest'],
  ['title', 'librarySortTitle'],
] as const satisfies readonly (readonly [SortOrder, string])[];
