import type { ArticleId } from '../../model/article';
import type { RestorePoint } from '../../model/restore-point';
import type { ArticleState } from '../../model/saved-article';
import type { Clock } from '../clock';
import { countPictures, entryOf } from '../entries';
import { picturesOf, wantedPictures } from '../pictures';
import { putArticle } from '../put-article';
import { keepTexts } from '../restore-points/keep';
import type { ArticleRow, PictureRow, WriteTransaction } from '../schema';
import { prepareTerms } from '../search/documents';
import { forgetStrayDocuments } from './stray-documents';

/** What a mend goes by. */
export interface Mending {
  readonly clock: Clock;
  readonly undo: RestorePoint;
  readonly now: number;
}

/**
 * Makes everything that lists, searches and jobs need of an article anew, and its row and pictures agree with the texts and bytes
 * that are there. Within a transaction over what a repair writes.
 */
export async function mendArticle(transaction: WriteTransaction, id: ArticleId, mending: Mending): Promise<void> {
  const { clock, undo, now } = mending;
  const [row, state] = await Promise.all([
    transaction.objectStore('articles').get(id),
    transaction.objectStore('states').get(id),
  ]);
  if (!row) return;
  if (state) await keepTexts(transaction, undo, [id]);
  const shown = await withTextsThatAreThere(transaction, row, clock);
  const known = state ?? freshState(id, clock);
  await fetchLostAgain(transaction, id);
  const content = await transaction.objectStore('contents').get(shown.current.value);
  if (!content) return listOnly(transaction, shown, known, clock);
  const wanted = wantedPictures({ ...shown, images: content.images });
  const present = await transaction.objectStore('pictures').getAllKeys(picturesOf(id));
  const isWhole = wanted.every(({ url }) => present.some(([, each]) => each === url));
  const terms = prepareTerms({ ...shown, text: content.text });
  await forgetStrayDocuments(transaction, id);
  const whole = { row: shown, state: known, content, terms, wanted: isWhole ? null : wanted, tabId: null, now };
  await putArticle(transaction, whole, clock);
}

/** Without its text an article is yet to be seen, found by its title and saved again. */
async function listOnly(
  transaction: WriteTransaction,
  row: ArticleRow,
  state: ArticleState,
  clock: Clock,
): Promise<void> {
  const pictures = await transaction.objectStore('pictures').getAll(picturesOf(row.id));
  await Promise.all([
    transaction.objectStore('states').put(state),
    transaction.objectStore('entries').put(entryOf(row, state, countPictures(pictures))),
    clock.keep('places'),
  ]);
}

/** The row without the versions whose texts are gone; when none is left it stays as it is. */
async function withTextsThatAreThere(
  transaction: WriteTransaction,
  row: ArticleRow,
  clock: Clock,
): Promise<ArticleRow> {
  const keys = await Promise.all(row.contentIds.map((each) => transaction.objectStore('contents').getKey(each)));
  const versions = row.versions.filter(({ contentId }) => keys.includes(contentId));
  const newest = versions.at(-1)?.contentId;
  if (newest === undefined) return row;
  const isShown = keys.includes(row.current.value);
  return {
    ...row,
    versions,
    contentIds: versions.map(({ contentId }) => contentId),
    current: isShown ? row.current : clock.stamp(newest, row.current),
  };
}

/** Pictures whose bytes are gone wait to be fetched again. */
async function fetchLostAgain(transaction: WriteTransaction, id: ArticleId): Promise<void> {
  const store = transaction.objectStore('pictures');
  const kept = (await store.getAll(picturesOf(id))).filter(({ status }) => status === 'kept');
  await Promise.all(
    kept.map(async (row) => {
      const bytes = row.hash === null ? undefined : await transaction.objectStore('blobs').getKey(row.hash);
      const lost: PictureRow = { ...row, status: 'pending', hash: null, failure: null };
      if (bytes === undefined) await store.put(lost);
    }),
  );
}

function freshState(articleId: ArticleId, clock: Clock): ArticleState {
  return {
    articleId,
    archived: clock.stamp(false),
    favourite: clock.stamp(false),
    deleted: clock.stamp(false),
    position: clock.stamp(null),
    tags: {},
  };
}
