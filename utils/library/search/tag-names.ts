import type { ArticleState } from '../../model/saved-article';
import { tagsOf } from '../entries';
import { startingWith } from '../held';
import type { WriteTransaction } from '../schema';

/** Remembers the tags in use on articles, within a transaction over `tagNames`: a search asks which of them it means. */
export async function putTagNames(transaction: WriteTransaction, states: readonly ArticleState[]): Promise<void> {
  const names = new Set(states.flatMap(tagsOf));
  await Promise.all([...names].map((name) => transaction.objectStore('tagNames').put(name, name)));
}

/** Forgets those of an article's tags that nothing has any more, within a transaction over `tagNames` and `entries`. */
export async function dropTagNames(transaction: WriteTransaction, { tags }: ArticleState): Promise<void> {
  const tagged = transaction.objectStore('entries').index('tagged');
  await Promise.all(
    Object.keys(tags).map(async (tag) => {
      const counts = await Promise.all([tagged.count(startingWith(0, tag)), tagged.count(startingWith(1, tag))]);
      if (counts.every((count) => count === 0)) await transaction.objectStore('tagNames').delete(tag);
    }),
  );
}
