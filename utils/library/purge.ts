import type { ArticleId } from '../model/article';
import type { LibraryError } from '../model/library';
import { ok, type Result } from '../model/result';
import { openClock, wallTime } from './clock';
import { announced, type LibraryContext } from './context';
import { startingWith } from './held';
import { deleteJob } from './jobs';
import { removePictures } from './pictures';
import type { ArticleRow, StoreName, WriteTransaction } from './schema';
import { removeDocuments } from './search/documents';
import { dropTagNames } from './search/tag-names';

/** How long the trash keeps an article. */
export const TRASH_MS = 30 * 24 * 60 * 60 * 1000;

const STORES: readonly StoreName[] = [
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
];

/** Removes articles for good in one transaction and leaves a tombstone each. Ids that are gone are passed over. */
export async function purgeArticles(
  { connection, changes, now }: LibraryContext,
  ids: readonly ArticleId[],
): Promise<Result<void, LibraryError>> {
  const purged = await connection.write(STORES, async (transaction) => {
    const clock = await openClock(transaction, now());
    const gone: ArticleId[] = [];
    // One after the other: what two of them share is free only when both are gone.
    for (const id of new Set(ids)) {
      const [row, state] = await Promise.all([
        transaction.objectStore('articles').get(id),
        transaction.objectStore('states').get(id),
      ]);
      if (!row) continue;
      const deleted = clock.stamp(true as const, state?.deleted);
      await Promise.all([
        transaction.objectStore('tombstones').put({ articleId: id, deleted }),
        removeArticle(transaction, row),
      ]);
      gone.push(id);
      if (state) await dropTagNames(transaction, state);
    }
    await removeDocuments(transaction, gone);
    if (gone.length > 0) await clock.keep('places');
    return ok(gone);
  });
  return announced(changes, 'articles', purged);
}

/** Purges what has been in the trash for 30 days at `now` (ms since 1970). */
export async function purgeOldTrash(context: LibraryContext, now: number): Promise<void> {
  const old = await context.connection.read(['entries', 'states'], async (transaction) => {
    const trash = startingWith('trash', 'saved');
    const ids = await transaction.objectStore('entries').index('places').getAllKeys(trash);
    const states = await Promise.all(ids.map((id) => transaction.objectStore('states').get(id)));
    return states.flatMap((state) =>
      state?.deleted.value && wallTime(state.deleted.time) <= now - TRASH_MS ? [state.articleId] : [],
    );
  });
  if (old.length > 0) await purgeArticles(context, old);
}

async function removeArticle(transaction: WriteTransaction, row: ArticleRow): Promise<void> {
  await Promise.all([
    transaction.objectStore('articles').delete(row.id),
    transaction.objectStore('states').delete(row.id),
    transaction.objectStore('entries').delete(row.id),
    deleteJob(transaction, row.id),
    removePictures(transaction, row.id),
    ...row.contentIds.map(async (contentId) => {
      const users = await transaction.objectStore('articles').index('contentIds').count(contentId);
      if (users === 0) await transaction.objectStore('contents').delete(contentId);
    }),
  ]);
}
