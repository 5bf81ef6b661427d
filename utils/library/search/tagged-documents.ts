import type { ArticleId } from '../../model/article';
import { startingWith } from '../held';
import type { DocumentNumber, ReadTransaction } from '../schema';
import type { HeldIndex } from './held-index';
import { readIds } from './ids';
import type { IndexView } from './index-view';

/** Up to how many articles are asked for their documents one by one: for more, every id is read. */
const MOST_ONE_BY_ONE = 400;

/** The documents of articles with any of these tags. */
export async function taggedDocuments(
  transaction: ReadTransaction,
  held: HeldIndex,
  view: IndexView,
  tags: readonly string[],
): Promise<DocumentNumber[]> {
  const tagged = transaction.objectStore('entries').index('tagged');
  const ranges = tags.flatMap((tag) => [startingWith(0, tag), startingWith(1, tag)]);
  return documentsOf(
    transaction,
    held,
    view,
    (await Promise.all(ranges.map((range) => tagged.getAllKeys(range)))).flat(),
  );
}

/** The documents of articles. */
export async function documentsOf(
  transaction: ReadTransaction,
  held: HeldIndex,
  view: IndexView,
  articles: readonly ArticleId[],
): Promise<DocumentNumber[]> {
  const ids = new Set(articles);
  return ids.size > MOST_ONE_BY_ONE ? readAll(transaction, held, view, ids) : readEach(transaction, ids);
}

async function readEach(transaction: ReadTransaction, ids: ReadonlySet<ArticleId>): Promise<DocumentNumber[]> {
  const documents = await Promise.all([...ids].map((id) => transaction.objectStore('documents').get(id)));
  return documents.filter((document) => document !== undefined);
}

async function readAll(
  transaction: ReadTransaction,
  held: HeldIndex,
  view: IndexView,
  ids: ReadonlySet<ArticleId>,
): Promise<DocumentNumber[]> {
  const alive = Array.from({ length: view.size }, (_, document) => document).filter((document) => view.flags[document]);
  const all = await readIds(transaction, held, view, alive);
  return alive.filter((_, i) => ids.has(all[i] ?? ''));
}
