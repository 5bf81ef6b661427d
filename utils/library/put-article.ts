import type { ArticleImage } from '../model/article';
import type { ArticleState, SavedContent } from '../model/saved-article';
import type { Clock } from './clock';
import { countPictures, entryOf } from './entries';
import { deleteJob, pictureJob } from './jobs';
import { picturesOf, planPictures } from './pictures';
import type { ArticleRow, StoreName, WriteTransaction } from './schema';
import { DOCUMENT_STORES, type PreparedTerms, putDocuments } from './search/documents';
import { putTagNames } from './search/tag-names';

/** The stores that `putArticle` writes. */
export const ARTICLE_STORES: readonly StoreName[] = [
  'articles',
  'contents',
  'states',
  'entries',
  ...DOCUMENT_STORES,
  'tagNames',
  'pictures',
  'jobs',
  'meta',
];

/** Everything that an article consists of. */
export interface WholeArticle {
  readonly row: ArticleRow;
  readonly state: ArticleState;
  readonly content: SavedContent;
  /** What searches find it by; null when that is as it was. */
  readonly terms: PreparedTerms | null;
  /** The pictures that it shows now; null leaves those it has as they are. */
  readonly wanted: readonly ArticleImage[] | null;
  /** The tab it came from, handed to the picture job. */
  readonly tabId: number | null;
  /** ms since 1970. */
  readonly now: number;
}

/** Writes an article whole within a transaction over `ARTICLE_STORES`; the clock is kept with it. */
export async function putArticle(
  transaction: WriteTransaction,
  { row, state, content, terms, wanted, tabId, now }: WholeArticle,
  clock: Clock,
): Promise<void> {
  const pictures = transaction.objectStore('pictures');
  const present = await pictures.getAll(picturesOf(row.id));
  const plan = wanted === null ? { put: present, remove: [] } : planPictures(row.id, wanted, present);
  const count = countPictures(plan.put);
  await Promise.all([
    transaction.objectStore('articles').put(row),
    row.contentIds.includes(content.id) ? transaction.objectStore('contents').put(content) : null,
    transaction.objectStore('states').put(state),
    transaction.objectStore('entries').put(entryOf(row, state, count)),
    putDocuments(transaction, [{ row, state, prepared: terms }]),
    putTagNames(transaction, [state]),
    ...plan.remove.map(({ articleId, url }) => pictures.delete([articleId, url])),
    ...plan.put.map((picture) => pictures.put(picture)),
    count.pending > 0
      ? transaction.objectStore('jobs').put(pictureJob(row.id, tabId, now))
      : deleteJob(transaction, row.id),
    clock.keep('places'),
  ]);
}
