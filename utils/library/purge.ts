import type { ArticleId } from '../model/article';
import type { LibraryError } from '../model/library';
import type { RestorePoint } from '../model/restore-point';
import { ok, type Result } from '../model/result';
import type { ArticleState } from '../model/saved-article';
import { TRASH_MS } from '../model/trash';
import { carefulNow, keepCarefulNow } from './careful-now';
import { type Clock, openClock, wallTime } from './clock';
import { announced, type LibraryContext } from './context';
import { startingWith } from './held';
import { deleteJob } from './jobs';
import { removePictures } from './pictures';
import { releaseTexts } from './release';
import { addHeldBytes, keepArticles, RESTORE_STORES } from './restore-points/keep';
import type { ArticleRow, StoreName, WriteTransaction } from './schema';
import { removeDocuments } from './search/documents';
import { dropTagNames } from './search/tag-names';

/** The stores that `removeArticles` writes, and those that keep what it removes. */
export const PURGE_STORES: readonly StoreName[] = [
  'articles',
  'contents',
  'states',
  'tombstones',
  'entries',
  'documents',
  'pendingDocuments',
  'documentFlags',
  'tagNames',
  'pictures',
  'blobs',
  'jobs',
  'meta',
  ...RESTORE_STORES,
];

/** Articles removed in one transaction: nothing else can be written meanwhile. */
const AT_ONCE = 100;

/**
 * Removes articles for good, some at a time, and leaves a tombstone each. Ids that are gone are passed over. Under a restore
 * point they are kept for as long as that is.
 */
export async function purgeArticles(
  context: LibraryContext,
  ids: readonly ArticleId[],
  point: RestorePoint | null = null,
): Promise<Result<void, LibraryError>> {
  const all = [...new Set(ids)];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const purged = await purgeSome(context, all.slice(from, from + AT_ONCE), point);
    const told = announced(context.changes, 'articles', purged);
    if (!told.ok) return told;
  }
  return ok(undefined);
}

function purgeSome(
  { connection, now }: LibraryContext,
  ids: readonly ArticleId[],
  point: RestorePoint | null,
): Promise<Result<ArticleId[], LibraryError>> {
  return connection.write(PURGE_STORES, async (transaction) => {
    const clock = await openClock(transaction, now());
    const present = (await Promise.all(ids.map((id) => readPresent(transaction, id)))).flat();
    const gone = present.map(({ row }) => row.id);
    if (point) await keepArticles(transaction, point, gone);
    const held = await removeArticles(transaction, present, clock);
    if (point) await addHeldBytes(transaction, point, held);
    if (gone.length > 0) await clock.keep('places');
    return ok(gone);
  });
}

/**
 * Purges what has been in the trash for 30 days at `now` (ms since 1970), by a clock that does not jump. Without a restore point:
 * it could be taken back for as long. What a clock that ran ahead put there stays until that moment has come: too long rather
 * than too short.
 */
export async function purgeOldTrash(context: LibraryContext, now: number): Promise<void> {
  const careful = await carefulNow(context, now);
  const old = await context.connection.read(['entries', 'states'], async (transaction) => {
    const trash = startingWith('trash', 'saved');
    const ids = await transaction.objectStore('entries').index('places').getAllKeys(trash);
    const states = await Promise.all(ids.map((id) => transaction.objectStore('states').get(id)));
    return states.flatMap((state) =>
      state?.deleted.value && wallTime(state.deleted.time) <= careful - TRASH_MS ? [state.articleId] : [],
    );
  });
  if (old.length > 0) await purgeArticles(context, old);
  await keepCarefulNow(context, careful, now);
}

/** An article that is to go. */
export interface PresentArticle {
  readonly row: ArticleRow;
  readonly state: ArticleState | undefined;
}

/**
 * Removes articles and leaves a tombstone each, within a transaction over the stores that a purge writes; resolves with about
 * how many bytes of them stay because restore points need them.
 */
export async function removeArticles(
  transaction: WriteTransaction,
  articles: readonly PresentArticle[],
  clock: Clock,
): Promise<number> {
  let held = 0;
  // One after the other: what two of them share is free only when both are gone.
  for (const { row, state } of articles) {
    const deleted = clock.stamp(true as const, state?.deleted);
    const [, bytes] = await Promise.all([
      transaction.objectStore('tombstones').put({ articleId: row.id, deleted }),
      removeArticle(transaction, row),
    ]);
    held += bytes;
    if (state) await dropTagNames(transaction, state);
  }
  await removeDocuments(
    transaction,
    articles.map(({ row }) => row.id),
  );
  return held;
}

async function readPresent(transaction: WriteTransaction, id: ArticleId): Promise<PresentArticle[]> {
  const [row, state] = await Promise.all([
    transaction.objectStore('articles').get(id),
    transaction.objectStore('states').get(id),
  ]);
  return row ? [{ row, state }] : [];
}

async function removeArticle(transaction: WriteTransaction, row: ArticleRow): Promise<number> {
  const [pictures] = await Promise.all([
    removePictures(transaction, row.id),
    transaction.objectStore('articles').delete(row.id),
    transaction.objectStore('states').delete(row.id),
    transaction.objectStore('entries').delete(row.id),
    deleteJob(transaction, row.id),
  ]);
  return pictures + (await releaseTexts(transaction, row.contentIds));
}
