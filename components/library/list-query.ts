import type { ListQuery, Shelf, SortOrder } from '../../utils/model/library';
import type { SmartList } from '../../utils/model/organise';
import { asksForWords, isSameFilter, joinFilters, readFilter, splitFilters } from '../../utils/search/split-filters';

/**
 * The order of a list through searches and shelves. Words put their best answers first, the queue what is most urgent; when that is
 * over, the order is what it was before.
 */
export function orderKeeper() {
  let before: SortOrder = 'newest';

  /** The order of a list that comes after another. */
  return function orderAfter(now: ListQuery, next: ListQuery): SortOrder {
    const own = ownOrder(next);
    const wasOwn = ownOrder(now);
    if (own !== null && own !== wasOwn) {
      if (now.sort !== wasOwn) before = now.sort;
      return own;
    }
    return isOffered(now.sort, next) ? now.sort : before;
  };
}

/** The order that a list has for being what it is. */
function ownOrder({ search = '', shelf }: ListQuery): SortOrder | null {
  if (asksForWords(search)) return 'relevance';
  return shelf === 'queue' ? 'due' : null;
}

/** Whether a list can be in an order. */
export function isOffered(sort: SortOrder, { search = '', shelf }: ListQuery): boolean {
  if (sort === 'relevance') return asksForWords(search);
  return sort !== 'due' || shelf === 'queue';
}

/** The search with a filter, in the place of those of the same kind; without it, when it has it already. */
export function withFilter(search: string, filter: string): string {
  const { filters, words } = splitFilters(search);
  const kind = kindOf(filter);
  const others = filters.filter((each) => kindOf(each) !== kind);
  const isOn = filters.some((each) => isSameFilter(each, filter));
  return joinFilters({ filters: isOn ? others : [...others, filter], words });
}

/** The search without a filter. */
export function withoutFilter(search: string, filter: string): string {
  const { filters, words } = splitFilters(search);
  return joinFilters({ filters: filters.filter((each) => each !== filter), words });
}

/** The smart list that is shown, if it is one. */
export function shownList(lists: readonly SmartList[], { shelf, sort, search }: ListQuery): SmartList | null {
  const isShown = ({ query }: SmartList) =>
    query.shelf === shelf && query.sort === sort && (query.search ?? '').trim() === (search ?? '').trim();
  return lists.find(isShown) ?? null;
}

/** Where a new search begins on a shelf. */
export function plainQuery(shelf: Shelf): ListQuery {
  return { shelf, sort: shelf === 'queue' ? 'due' : 'newest' };
}

function kindOf(filter: string): string {
  const kind = readFilter(filter)?.kind;
  // An article has one length and one day, but may have any number of tags.
  return kind === 'minutes' || kind === 'readBy' ? kind : filter;
}
