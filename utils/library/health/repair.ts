import type { ArticleId } from '../../model/article';
import type { LibraryError } from '../../model/library';
import { newRestorePoint, type Progressing, type RestorePoint } from '../../model/restore-point';
import { ok, type Result } from '../../model/result';
import type { Problem, UpkeepOutcome } from '../../model/storage';
import { openClock } from '../clock';
import type { LibraryContext } from '../context';
import { PURGE_STORES } from '../purge';
import { ARTICLE_STORES } from '../put-article';
import { restorePointIsThere } from '../restore-points/points';
import type { StoreName } from '../schema';
import { mendArticle } from './mend-article';
import { removeRecord } from './remove-record';

/** Records mended in one transaction. */
const AT_ONCE = 20;

const STORES: readonly StoreName[] = [...new Set([...PURGE_STORES, ...ARTICLE_STORES, 'documentIds'] as const)];

/** Mends what a survey found: see `Upkeep.repair`. Records go first: what they leave incomplete is made anew after that. */
export async function repair(
  context: LibraryContext,
  problems: readonly Problem[],
  { onProgress, signal }: Progressing = {},
): Promise<Result<UpkeepOutcome, LibraryError>> {
  const undo = newRestorePoint('repair', '', context.now());
  const removable = problems.filter(({ kind, store }) => isRemovable(kind, store));
  const concerned = new Set(problems.flatMap(({ kind, articleId }) => (kind === 'left-over' ? [] : (articleId ?? []))));
  const mended = problems.filter((problem) => isMendable(problem));
  let done = 0;
  for (const problem of removable) {
    if (signal?.aborted) break;
    const removed = await removeRecord(context, problem);
    if (!removed.ok) return removed;
    for (const id of removed.value) concerned.add(id);
    onProgress?.(++done, removable.length + concerned.size);
  }
  const ids = [...concerned];
  for (let from = 0; from < ids.length && !signal?.aborted; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const written = await mendSome(context, some, undo);
    if (!written.ok) return written;
    done += some.length;
    onProgress?.(done, removable.length + concerned.size);
  }
  context.changes.announce({ kind: 'all', ids: [] });
  const isKept = await restorePointIsThere(context, undo.id);
  return ok({ changed: mended.length, bytes: 0, undo: isKept ? undo : null });
}

function mendSome(context: LibraryContext, ids: readonly ArticleId[], undo: RestorePoint) {
  return context.connection.write(STORES, async (transaction) => {
    const now = context.now();
    const clock = await openClock(transaction, now);
    // One after the other: each writes the flags of documents.
    for (const id of ids) await mendArticle(transaction, id, { clock, undo, now });
    return ok(undefined);
  });
}

function isRemovable(kind: Problem['kind'], store: string): boolean {
  return kind === 'left-over' || (kind === 'unreadable' && store !== 'articles');
}

/** All but the loss of a text, and of a row that holds what nothing else does. */
function isMendable({ kind, store }: Problem): boolean {
  return kind !== 'no-text' && !(kind === 'unreadable' && store === 'articles');
}
