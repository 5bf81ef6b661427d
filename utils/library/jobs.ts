import type { ArticleId } from '../model/article';
import type { Job } from '../model/picture';
import { ok } from '../model/result';
import type { LibraryContext } from './context';
import type { JobRow, WriteTransaction } from './schema';

/** The id of the job that fetches an article's pictures. */
export function pictureJobId(id: ArticleId): string {
  return `keep-pictures:${id}`;
}

/** A fresh picture job, due at once. */
export function pictureJob(articleId: ArticleId, tabId: number | null, queuedAt: number): JobRow {
  // Due since 1970 rather than since now: a wall clock that is set back must not put it to rest.
  return { id: pictureJobId(articleId), kind: 'keep-pictures', articleId, tabId, attempts: 0, notBefore: 0, queuedAt };
}

/** Jobs that may run at `now` (ms since 1970), the one queued first before all. */
export function dueJobs({ connection }: LibraryContext, now: number): Promise<Job[]> {
  return connection.read(['jobs'], async (transaction) => {
    const rows = await transaction.objectStore('jobs').index('notBefore').getAll(IDBKeyRange.upperBound(now));
    return rows.sort((a, b) => a.queuedAt - b.queuedAt).map(({ queuedAt: _, ...job }) => job);
  });
}

/** When the first job of all may run, 0 for at once; null when there is none. */
export function nextJobAt({ connection }: LibraryContext): Promise<number | null> {
  return connection.read(['jobs'], async (transaction) => {
    const cursor = await transaction.objectStore('jobs').index('notBefore').openKeyCursor();
    return cursor ? cursor.key : null;
  });
}

/** Counts an attempt and lets the job rest until `notBefore`. Nothing happens when it is done meanwhile. */
export async function restJob({ connection }: LibraryContext, id: string, notBefore: number): Promise<void> {
  await connection.write(['jobs'], async (transaction) => {
    const job = await transaction.objectStore('jobs').get(id);
    if (job) await transaction.objectStore('jobs').put({ ...job, attempts: job.attempts + 1, notBefore });
    return ok(undefined);
  });
}

/** Removes a job, unless pictures wait for it again: a retry may have queued it anew since it was found done. */
export async function finishJob({ connection }: LibraryContext, id: string): Promise<void> {
  await connection.write(['jobs', 'entries'], async (transaction) => {
    const job = await transaction.objectStore('jobs').get(id);
    const entry = job && (await transaction.objectStore('entries').get(job.articleId));
    if (job && !entry?.pictures.pending) await deleteJob(transaction, job.articleId);
    return ok(undefined);
  });
}

/** Removes an article's picture job within a transaction over `jobs`. */
export function deleteJob(transaction: WriteTransaction, articleId: ArticleId): Promise<void> {
  return transaction.objectStore('jobs').delete(pictureJobId(articleId));
}
