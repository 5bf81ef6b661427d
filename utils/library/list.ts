import type { ArticleId } from '../model/article';
import type { ListQuery, Shelf, SortOrder } from '../model/library';
import type { ListItem } from '../model/saved-article';
import { articleOf } from './articles';
import { wallTime } from './clock';
import type { LibraryContext } from './context';
import { tagsOf } from './entries';
import { startingWith } from './held';
import type { PlaceOrder, ReadTransaction } from './schema';
import { tagRanges, tidyTag } from './tags';

const ORDERS: Readonly<Record<Exclude<SortOrder, 'relevance'>, readonly [order: PlaceOrder, backwards: boolean]>> = {
  due: ['due', false],
  newest: ['saved', true],
  oldest: ['saved', false],
  published: ['published', true],
  shortest: ['length', false],
  longest: ['length', true],
  title: ['title', false],
};

const SHELVES: readonly Shelf[] = ['unread', 'archived', 'favourite', 'trash', 'all', 'queue'];

/** Ids in list order, from index keys alone or, for a search, from its index. */
export async function listArticles(context: LibraryContext, query: ListQuery): Promise<ArticleId[]> {
  const search = query.search?.trim() ? await import('./search/find-articles') : null;
  const stores = search?.SEARCH_STORES ?? (['entries', 'meta'] as const);
  return context.connection.read(stores, async (transaction) => {
    // What a tag takes away must not count towards the limit.
    const whole = query.tag === undefined ? query : { ...query, limit: undefined };
    const order = query.sort === 'relevance' ? 'relevance' : orderOf(query);
    const [withTag, found] = await Promise.all([
      query.tag === undefined ? null : taggedArticles(transaction, query.shelf, query.tag),
      search ? search.findArticles(context, transaction, whole, order) : null,
    ]);
    const listed = found ?? (await listShelf(context, transaction, whole));
    const all = withTag ? listed.filter((id) => withTag.has(id)) : listed;
    return query.limit === undefined ? all : all.slice(0, query.limit);
  });
}

async function taggedArticles(transaction: ReadTransaction, shelf: Shelf, tag: string): Promise<Set<ArticleId>> {
  const tagged = transaction.objectStore('entries').index('tagged');
  const ranges = tagRanges(shelf === 'trash' ? 1 : 0, tidyTag(tag));
  return new Set((await Promise.all(ranges.map((range) => tagged.getAllKeys(range)))).flat());
}

/** The order of a list that is not by relevance: only the queue has days to go by. */
function orderOf({ shelf, sort }: Pick<ListQuery, 'shelf' | 'sort'>): (typeof ORDERS)['newest'] {
  return sort === 'relevance' || (sort === 'due' && shelf !== 'queue') ? ORDERS.newest : ORDERS[sort];
}

/** A shelf without a search; the whole of it when something else narrows it afterwards. */
async function listShelf(
  { held }: LibraryContext,
  transaction: ReadTransaction,
  { shelf, sort, limit }: ListQuery,
): Promise<ArticleId[]> {
  const [order, backwards] = orderOf({ shelf, sort });
  if (limit !== undefined) return firstPlaces(transaction, startingWith(shelf, order), backwards, limit);
  const places = await held.places(transaction, shelf, order);
  return backwards ? places.toReversed() : [...places];
}

/** The first ids of an order by a walk over its index: the rest of a large library is not touched. */
async function firstPlaces(
  transaction: ReadTransaction,
  range: IDBKeyRange,
  backwards: boolean,
  limit: number,
): Promise<ArticleId[]> {
  const places = transaction.objectStore('entries').index('places');
  // To the database, no keys at all means every key.
  if (limit === 0) return [];
  if (!backwards) return places.getAllKeys(range, limit);
  const ids: ArticleId[] = [];
  let cursor = await places.openKeyCursor(range, 'prev');
  while (cursor) {
    ids.push(cursor.primaryKey);
    cursor = ids.length < limit ? await cursor.continue() : null;
  }
  return ids;
}

/** Rows for a window of a list, in the order of the ids; what is gone is left out. */
export function listItems({ connection }: LibraryContext, ids: readonly ArticleId[]): Promise<ListItem[]> {
  return connection.read(['articles', 'states', 'entries'], async (transaction) => {
    const items = await Promise.all(ids.map((id) => listItem(transaction, id)));
    return items.filter((item) => item !== null);
  });
}

/** How many articles each shelf holds. */
export function countShelves({ connection }: LibraryContext): Promise<Record<Shelf, number>> {
  return connection.read(['entries'], async (transaction) => {
    const places = transaction.objectStore('entries').index('places');
    const counts = await Promise.all(SHELVES.map((shelf) => places.count(startingWith(shelf, 'saved'))));
    return Object.fromEntries(SHELVES.map((shelf, i) => [shelf, counts[i] ?? 0])) as Record<Shelf, number>;
  });
}

/**
 * Tags of articles that are not in the trash, the one added most recently first, each with how many have it or one below it. Two
 * requests for each tag in use, and for one above others their keys.
 */
export function listTags({ connection }: LibraryContext): Promise<{ tag: string; count: number }[]> {
  return connection.read(['entries'], async (transaction) => {
    const tagged = transaction.objectStore('entries').index('tagged');
    const found: { tag: string; time: string; count: number }[] = [];
    // From the last key backwards, so that the first of each tag is its most recent; then straight to the tag before it.
    let cursor = await tagged.openKeyCursor(startingWith(0), 'prev');
    while (cursor) {
      const [, tag, time] = cursor.key as [number, string, string];
      const isAbove = found.some((other) => other.tag.startsWith(`${tag}/`));
      const count = isAbove
        ? (await taggedArticles(transaction, 'all', tag)).size
        : await tagged.count(startingWith(0, tag));
      found.push({ tag, time, count });
      cursor = await cursor.continue([0, tag]);
    }
    return found.sort((a, b) => (a.time > b.time ? -1 : 1)).map(({ tag, count }) => ({ tag, count }));
  });
}

async function listItem(transaction: ReadTransaction, id: ArticleId): Promise<ListItem | null> {
  const [row, state, entry] = await Promise.all([
    transaction.objectStore('articles').get(id),
    transaction.objectStore('states').get(id),
    transaction.objectStore('entries').get(id),
  ]);
  if (!row || !state || !entry) return null;
  return {
    article: articleOf(row),
    archived: state.archived.value,
    favourite: state.favourite.value,
    deleted: state.deleted.value,
    trashedAt: state.deleted.value ? wallTime(state.deleted.time) : null,
    position: state.position.value,
    readBy: state.readBy?.value ?? null,
    tags: tagsOf(state),
    pictures: entry.pictures,
    ...(state.page?.value.is === 'gone' ? { isGone: true } : {}),
  };
}
