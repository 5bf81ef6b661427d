import type { ArticleId } from '../../model/article';
import type { LibraryContext } from '../context';
import { tagsOf } from '../entries';
import { startingWith } from '../held';

/** Articles that are read first: what they do not share, all do not. */
const READ_FIRST = 100;

/** The tags that all of these articles have, in the order in which the first got them; of any number quickly. */
export function sharedTags({ connection }: LibraryContext, ids: readonly ArticleId[]): Promise<string[]> {
  return connection.read(['states', 'entries'], async (transaction) => {
    const first = await Promise.all(ids.slice(0, READ_FIRST).map((id) => transaction.objectStore('states').get(id)));
    const [own = [], ...others] = first.flatMap((state) => (state ? [tagsOf(state)] : []));
    const shared = own.filter((tag) => others.every((tags) => tags.includes(tag)));
    if (ids.length <= READ_FIRST) return shared;
    const tagged = transaction.objectStore('entries').index('tagged');
    const haveAll = await Promise.all(
      shared.map(async (tag) => {
        const having = await Promise.all(([0, 1] as const).map((at) => tagged.getAllKeys(startingWith(at, tag))));
        const among = new Set(having.flat());
        return ids.every((id) => among.has(id));
      }),
    );
    return shared.filter((_, i) => haveAll[i]);
  });
}
