import type { ArticleId, ArticleImage, ExtractedArticle } from '../model/article';
import type { LibraryError } from '../model/library';
import type { ArticlePicture, PictureFailure, StoredPicture } from '../model/picture';
import { fail, ok, type Result } from '../model/result';
import { announced, type LibraryContext } from './context';
import { countPictures } from './entries';
import { deleteJob, pictureJob } from './jobs';
import { releasePictures } from './release';
import type { PictureRow, WriteTransaction } from './schema';

/**
 * The pictures an article needs: those of its text, each url once, and its lead picture (else its thumbnail) when the text
 * does not show it, which lists and the reader's header do.
 */
export function wantedPictures(
  article: Pick<ExtractedArticle, 'images' | 'leadImage' | 'thumbnail' | 'title'>,
): ArticleImage[] {
  const wanted = new Map(article.images.map((image) => [image.url, image]));
  const lead = article.leadImage ?? article.thumbnail;
  const isShown = article.images.some(({ url, sources }) => lead !== null && (url === lead || sources.includes(lead)));
  if (lead !== null && !isShown) wanted.set(lead, { url: lead, sources: [lead], alt: '', width: null, height: null });
  return [...wanted.values()];
}

/**
 * The picture rows of an article whose text now shows `wanted`. What is kept stays kept, in place or for the older text that
 * shows it; everything else that is shown is (again) to be fetched, and the rest goes.
 */
export function planPictures(
  articleId: ArticleId,
  wanted: readonly ArticleImage[],
  present: readonly PictureRow[],
): { readonly put: PictureRow[]; readonly remove: PictureRow[] } {
  const byUrl = new Map(present.map((row) => [row.url, row]));
  const put = wanted.map(({ url, sources, alt, width, height }, position): PictureRow => {
    const row = byUrl.get(url);
    byUrl.delete(url);
    const facts = { articleId, url, sources, alt, width, height, position };
    return row?.status === 'kept'
      ? { ...facts, status: 'kept', hash: row.hash, failure: null }
      : { ...facts, status: 'pending', hash: null, failure: null };
  });
  const rest = [...byUrl.values()];
  const older = rest.filter((row) => row.status === 'kept').map((row) => ({ ...row, position: null }));
  return { put: [...put, ...older], remove: rest.filter((row) => row.status !== 'kept') };
}

/** Every picture the current text shows, in its order. */
export function readPictures({ connection }: LibraryContext, id: ArticleId): Promise<ArticlePicture[]> {
  return connection.read(['pictures'], async (transaction) => {
    const rows = await transaction.objectStore('pictures').getAll(picturesOf(id));
    return rows
      .flatMap((row) => (row.position === null ? [] : [{ ...row, position: row.position }]))
      .sort((a, b) => a.position - b.position)
      .map(({ position: _, ...picture }) => picture);
  });
}

/** The bytes with this hash. */
export function readPicture({ connection }: LibraryContext, hash: string): Promise<StoredPicture | null> {
  return connection.read(['blobs'], async (transaction) => (await transaction.objectStore('blobs').get(hash)) ?? null);
}

/**
 * Stores bytes once and marks the picture kept; one that is kept already stays as it is. `not-found`, and nothing stored,
 * when the article was purged meanwhile.
 */
export function keepPicture(context: LibraryContext, id: ArticleId, url: string, stored: StoredPicture) {
  return settlePicture(context, id, url, async (row, transaction) => {
    if (row.status === 'kept') return row;
    const blobs = transaction.objectStore('blobs');
    if ((await blobs.count(stored.hash)) === 0) await blobs.put(stored);
    return { ...row, status: 'kept', hash: stored.hash, failure: null };
  });
}

/** Says why a picture could not be had. A picture that is kept stays so. */
export function missPicture(context: LibraryContext, id: ArticleId, url: string, failure: PictureFailure) {
  return settlePicture(context, id, url, async (row) =>
    row.status === 'kept' ? row : { ...row, status: 'missing', hash: null, failure },
  );
}

/** Makes missing pictures pending again and queues the job anew, rested and with no attempt counted. */
export async function retryPictures(
  { connection, changes, now }: LibraryContext,
  id: ArticleId,
  tabId: number | null = null,
): Promise<Result<void, LibraryError>> {
  const written = await connection.write(['entries', 'pictures', 'jobs'], async (transaction) => {
    const store = transaction.objectStore('pictures');
    const rows = await store.getAll(picturesOf(id));
    const again = rows.map(
      (row): PictureRow => (row.status === 'missing' ? { ...row, status: 'pending', failure: null } : row),
    );
    await Promise.all(again.filter((row) => row.status === 'pending').map((row) => store.put(row)));
    if (!(await putCounts(transaction, id, again))) return fail('not-found');
    if (again.some((row) => row.status === 'pending')) {
      await transaction.objectStore('jobs').put(pictureJob(id, tabId, now()));
    }
    return ok([id]);
  });
  return announced(changes, 'pictures', written);
}

/** Articles, trash aside, with pictures that host access might bring. */
export function articlesMissingAccess({ connection }: LibraryContext): Promise<ArticleId[]> {
  return connection.read(['pictures', 'states'], async (transaction) => {
    const keys = await transaction.objectStore('pictures').index('failure').getAllKeys('needs-permission');
    const ids = [...new Set(keys.map(([id]) => id))];
    const states = await Promise.all(ids.map((id) => transaction.objectStore('states').get(id)));
    return states.flatMap((state) => (state && !state.deleted.value ? [state.articleId] : []));
  });
}

/** Removes an article's pictures, and the bytes that nothing else has, within a transaction; as `releasePictures`. */
export async function removePictures(transaction: WriteTransaction, id: ArticleId): Promise<number> {
  const store = transaction.objectStore('pictures');
  const rows = await store.getAll(picturesOf(id));
  await store.delete(picturesOf(id));
  return releasePictures(
    transaction,
    rows.flatMap(({ hash }) => (hash === null ? [] : [hash])),
  );
}

/** The keys of an article's pictures: `[id, url]` for any url. */
export function picturesOf(id: ArticleId): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

/** Settles one picture, counts anew, and finishes the job with the last one. */
async function settlePicture(
  { connection, changes }: LibraryContext,
  id: ArticleId,
  url: string,
  settle: (row: PictureRow, transaction: WriteTransaction) => Promise<PictureRow>,
): Promise<Result<void, LibraryError>> {
  const written = await connection.write(['entries', 'pictures', 'blobs', 'jobs'], async (transaction) => {
    const store = transaction.objectStore('pictures');
    const rows = await store.getAll(picturesOf(id));
    const row = rows.find((candidate) => candidate.url === url);
    if (!row) return fail('not-found');
    const settled = await settle(row, transaction);
    await store.put(settled);
    const all = rows.map((other) => (other === row ? settled : other));
    await putCounts(transaction, id, all);
    if (countPictures(all).pending === 0) await deleteJob(transaction, id);
    return ok([id]);
  });
  return announced(changes, 'pictures', written);
}

/** Writes the counts into the article's entry; false when there is no such article. */
async function putCounts(transaction: WriteTransaction, id: ArticleId, rows: readonly PictureRow[]): Promise<boolean> {
  const entries = transaction.objectStore('entries');
  const entry = await entries.get(id);
  if (entry) await entries.put({ ...entry, pictures: countPictures(rows) });
  return entry !== undefined;
}
