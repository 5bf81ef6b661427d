import type { ArticleId } from '../../model/article';
import type { LibraryError } from '../../model/library';
import { newRestorePoint, type Progressing, type PutBackOutcome, type RestorePoint } from '../../model/restore-point';
import { fail, ok, type Result } from '../../model/result';
import type { LibraryContext } from '../context';
import { PURGE_STORES } from '../purge';
import { ARTICLE_STORES } from '../put-article';
import type { FormerRow, StoreName, WriteTransaction } from '../schema';
import { STATE_STORES } from '../states';
import { ARTICLE_KINDS, kindsOf, someRows } from './former-rows';
import { RESTORE_STORES } from './keep';
import { isReadable } from './points';
import { putBackArticles } from './put-back-articles';
import { putBackRows } from './put-back-rows';
import { putBackStates } from './put-back-states';

/** What one slice did. */
export interface PutBackSlice {
  readonly articles: readonly ArticleId[];
  readonly others: number;
  readonly gone: number;
}

/** Puts some former rows back within a transaction, keeping what is there under another point first. */
export type PutBackSome = (
  transaction: WriteTransaction,
  former: readonly FormerRow[],
  undo: RestorePoint,
  now: number,
) => Promise<PutBackSlice>;

/** How rows of a kind are put back: how many at a time, within a transaction over which stores. */
interface Way {
  readonly most: number;
  readonly stores: readonly StoreName[];
  readonly some: PutBackSome;
}

/** Texts are indexed anew, about a ms each, while nothing else can be written. */
const ARTICLES_AT_ONCE = 25;
const ROWS_AT_ONCE = 400;

function wayOf(kind: string): Way {
  if (ARTICLE_KINDS.includes(kind))
    return { most: ARTICLES_AT_ONCE, stores: [...PURGE_STORES, ...ARTICLE_STORES], some: putBackArticles };
  const most = ROWS_AT_ONCE;
  if (kind === 'state') return { most, stores: [...STATE_STORES, ...RESTORE_STORES], some: putBackStates };
  return { most, stores: [...RESTORE_STORES, kind as StoreName], some: putBackRows };
}

/** Makes everything that is kept under a point as it was: see `Library.restoreTo`. */
export function putBack(
  context: LibraryContext,
  id: string,
  progressing: Progressing = {},
): Promise<Result<PutBackOutcome, LibraryError>> {
  return navigator.locks.request(`offprint:${context.name}:restore`, () => putBackAlone(context, id, progressing));
}

async function putBackAlone(
  context: LibraryContext,
  id: string,
  { onProgress, signal }: Progressing,
): Promise<Result<PutBackOutcome, LibraryError>> {
  const found = await context.connection.read(['restorePoints', 'formerRows'], async (transaction) => {
    const row = await transaction.objectStore('restorePoints').get(id);
    return row && isReadable(row) ? { row, kinds: await kindsOf(transaction, id) } : null;
  });
  if (!found) return fail('not-found');
  const { row, kinds } = found;
  const undo = newRestorePoint('put-back', '', context.now());
  const total = row.articles + row.others;
  const articles: ArticleId[] = [];
  let [done, others, gone] = [0, 0, 0];
  for (const kind of kinds) {
    if (signal?.aborted) break;
    for await (const slice of slicesOf(context, id, kind, undo)) {
      if (!slice.ok) return slice;
      articles.push(...slice.value.articles);
      others += slice.value.others;
      gone += slice.value.gone;
      done += slice.value.size;
      onProgress?.(Math.min(done, total), total);
      if (signal?.aborted) break;
    }
  }
  if (others > 0) context.changes.announce({ kind: 'all', ids: [] });
  const changed = articles.length + others;
  return ok({ changed, gone, articles, undo: changed > 0 ? undo : null });
}

type SizedSlice = PutBackSlice & { readonly size: number; readonly last: IDBValidKey };

async function* slicesOf(
  { connection, changes, now }: LibraryContext,
  id: string,
  kind: string,
  undo: RestorePoint,
): AsyncGenerator<Result<SizedSlice, LibraryError>> {
  const { most, stores, some } = wayOf(kind);
  let after: IDBValidKey | null = null;
  for (;;) {
    const start: IDBValidKey | null = after;
    const slice: Result<SizedSlice | null, LibraryError> = await connection.write(
      [...new Set(stores)],
      async (transaction) => {
        const former = await someRows(transaction, id, kind, start, most);
        const last = former.at(-1);
        if (!last) return ok(null);
        return ok({ ...(await some(transaction, former, undo, now())), size: former.length, last: last.key });
      },
    );
    if (!slice.ok) yield slice;
    if (!slice.ok || !slice.value) return;
    const { articles, last } = slice.value;
    if (articles.length > 0) changes.announce({ kind: 'articles', ids: articles });
    yield ok(slice.value);
    after = last;
  }
}
