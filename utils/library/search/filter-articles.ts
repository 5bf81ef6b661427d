import type { ArticleId } from '../../model/article';
import { addDays, type Day } from '../../model/day';
import type { AtHost, ReadBy } from '../../search/query';
import type { ReadTransaction } from '../schema';
import { AFTER_ALL } from './read-blocks';

/** The last day that a filter of the queue means. */
export function lastDayOf({ until }: ReadBy, today: Day): Day {
  if (until === null) return AFTER_ALL;
  return typeof until === 'number' ? addDays(today, until) : until;
}

/** The articles of the queue until a day. */
export function articlesReadBy(transaction: ReadTransaction, leaf: ReadBy, today: Day): Promise<ArticleId[]> {
  const range = IDBKeyRange.bound(['queue', 'due'], ['queue', 'due', lastDayOf(leaf, today) + AFTER_ALL]);
  return transaction.objectStore('entries').index('places').getAllKeys(range);
}

/** The articles that were read at an address of a host. */
export function articlesAtHost(transaction: ReadTransaction, { host, isPrefix }: AtHost): Promise<ArticleId[]> {
  const beginning = isPrefix ? host : `${host}/`;
  const range = IDBKeyRange.bound(beginning, beginning + AFTER_ALL);
  return transaction.objectStore('articles').index('keys').getAllKeys(range);
}

/** Whether an address's key is one of a host. */
export function isAtHost({ host, isPrefix }: AtHost, key: string): boolean {
  return key.startsWith(isPrefix ? host : `${host}/`);
}
