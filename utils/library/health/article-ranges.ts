import type { ArticleId } from '../../model/article';
import type { LibraryContext } from '../context';

/** All ids behind one and up to another; null for no end. */
export interface IdRange {
  readonly after: ArticleId | null;
  readonly last: ArticleId | null;
  /** How many articles are in it. */
  readonly size: number;
}

/** Ranges that together cover every id there can be, with `most` articles in each: records of no article are in one of them too. */
export async function* articleRanges({ connection }: LibraryContext, most: number): AsyncGenerator<IdRange> {
  let after: ArticleId | null = null;
  for (;;) {
    const start: ArticleId | null = after;
    const ids: ArticleId[] = await connection.read(['articles'], (transaction) =>
      transaction.objectStore('articles').getAllKeys(start === null ? null : IDBKeyRange.lowerBound(start, true), most),
    );
    const isEnd = ids.length < most;
    const last = isEnd ? null : (ids.at(-1) ?? null);
    yield { after, last, size: ids.length };
    if (isEnd) return;
    after = last;
  }
}

/** The range in a store whose keys are ids. */
export function keysOfIds({ after, last }: IdRange): IDBKeyRange {
  const lower = after ?? '';
  const isOpen = after !== null;
  return last === null ? IDBKeyRange.lowerBound(lower, isOpen) : IDBKeyRange.bound(lower, last, isOpen);
}

/** The range in a store whose keys are arrays that begin with an id. */
export function keysOfPairs({ after, last }: IdRange): IDBKeyRange {
  const lower = after === null ? [] : [after, []];
  return last === null ? IDBKeyRange.lowerBound(lower) : IDBKeyRange.bound(lower, [last, []]);
}
