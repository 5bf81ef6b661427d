import type { ArticleId } from '../model/article';
import type { ListQuery, Shelf, SortOrder } from '../model/library';
import type { ListItem } from '../model/saved-article';
import { articleOf } from './articles';
import type { LibraryContext } from './context';
import { tagsOf } from './entries';
import { searchTerms } from './fold';
import { startingWith } from './held';
import type { PlaceOrder, ReadTransaction } from './schema';
import { tidyTag } from './tags';

const ORDERS: Readonly<Record<SortOrder, readonly [order: PlaceOrder, backwards: boolean]>> = {
  newest: ['saved', true],
  oldest: ['saved', false],
  published: ['published', true],
  shortest: ['length', false],
  longest: ['length', true],
  title: ['title', false],
};

const SHELVES: readonly Shelf[] = ['unread', 'archived', 'favourite', 'trash', 'all'];

/** Ids in list order, from index keys alone; a search looks through the folded words of every article besides. */
export function listArticles({ connection, held }: LibraryContext, query: ListQuery): Promise<ArticleId[]> {
  const [order, backwards] = ORDERS[query.sort];
  const terms = searchTerms(query.search ?? '');
  const stores = terms.length > 0 ? (['entries', 'meta', 'words'] as const) : (['entries', 'meta'] as const);
  return connection.read(stores, async (transaction) => {
    const { limit } = query;
    if (limit !== undefined && terms.length === 0 && query.tag === undefined) {
      return firstPlaces(transaction, startingWith(query.shelf, order), backwards, limit);
    }
    const tagged = transaction.objectStore('entries').index('tagged');
    const trashed = query.shelf === 'trash' ? 1 : 0;
    const [places, withTag, words] = await Promise.all([
      held.places(transaction, query.shelf, order),
      query.tag === undefined ? null : tagged.getAllKeys(startingWith(trashed, tidyTag(query.tag))),
      terms.length === 0 ? null : held.words(transaction),
    ]);
    const ids = backwards ? places.toReversed() : [...places];
    const tag = withTag && new Set(withTag);
    const hasWords = (id: ArticleId) => terms.every((term) => words?.get(id)?.includes(term));
    const found = tag || words ? ids.filter((id) => (!tag || tag.has(id)) && hasWords(id)) : ids;
    return limit === undefined ? found : found.slice(0, limit);
  });
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

/** Tags of articles that are not in the trash, the one added most recently first. Two requests for each tag in use. */
export function listTags({ connection }: LibraryContext): Promise<{ tag: string; count: number }[]> {
  return connection.read(['entries'], async (transaction) => {
    const tagged = transaction.objectStore('entries').index('tagged');
    const found: { tag: string; time: string; count: number }[] = [];
    // From the last key backwards, so that the first of each tag is its most recent; then straight to the tag before it.
    let cursor = await tagged.openKeyCursor(startingWith(0), 'prev');
    while (cursor) {
      const [, tag, time] = cursor.key as [number, string, string];
      found.push({ tag, time, count: await tagged.count(startingWith(0, tag)) });
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
    position: state.position.value,
    tags: tagsOf(state),
    pictures: entry.pictures,
  };
}
