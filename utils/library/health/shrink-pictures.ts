import type { ArticleId } from '../../model/article';
import { sha256Hex } from '../../model/digest';
import type { LibraryError } from '../../model/library';
import type { StoredPicture } from '../../model/picture';
import { newRestorePoint, type Progressing, type RestorePoint } from '../../model/restore-point';
import { ok, type Result } from '../../model/result';
import type { ShrinkPicture, UpkeepOutcome } from '../../model/storage';
import type { LibraryContext } from '../context';
import { releasePictures } from '../release';
import { addHeldBytes, KEEP_ARTICLE_STORES, keepPictures } from '../restore-points/keep';
import type { StoreName, WriteTransaction } from '../schema';
import { canShrink } from './shrinkable';

const STORES: readonly StoreName[] = [...KEEP_ARTICLE_STORES, 'blobs'];

/** Rows of pictures looked at in one transaction; their bytes are read only of those that are made smaller. */
const AT_ONCE = 100;

/** Makes large pictures smaller, one after the other: see `Upkeep.shrinkPictures`. */
export async function shrinkPictures(
  context: LibraryContext,
  shrink: ShrinkPicture,
  { onProgress, signal }: Progressing = {},
): Promise<Result<UpkeepOutcome, LibraryError>> {
  const undo = newRestorePoint('pictures', '', context.now());
  const large = await largePictures(context, signal);
  let [changed, bytes] = [0, 0];
  for (const [i, hash] of large.entries()) {
    if (signal?.aborted) break;
    const saved = await shrinkOne(context, hash, shrink, undo);
    if (!saved.ok) return saved;
    changed += saved.value > 0 ? 1 : 0;
    bytes += saved.value;
    onProgress?.(i + 1, large.length);
  }
  return ok({ changed, bytes, undo: changed > 0 ? undo : null });
}

/** The hashes of all pictures that may be worth it. */
async function largePictures({ connection }: LibraryContext, signal?: AbortSignal): Promise<string[]> {
  const large: string[] = [];
  let after: string | null = null;
  do {
    const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const some: StoredPicture[] = await connection.read(['blobs'], (transaction) =>
      transaction.objectStore('blobs').getAll(range, AT_ONCE),
    );
    large.push(...some.filter(canShrink).map(({ hash }) => hash));
    after = some.length < AT_ONCE ? null : (some.at(-1)?.hash ?? null);
  } while (after !== null && !signal?.aborted);
  return large;
}

/** Resolves with the bytes that are saved; 0 when it stays as it is. */
async function shrinkOne(
  context: LibraryContext,
  hash: string,
  shrink: ShrinkPicture,
  undo: RestorePoint,
): Promise<Result<number, LibraryError>> {
  const stored = await context.connection.read(['blobs'], (transaction) => transaction.objectStore('blobs').get(hash));
  const blob = stored && (await shrink(stored.blob));
  if (!stored || !blob) return ok(0);
  const picture = { hash: await sha256Hex(await blob.arrayBuffer()), blob, type: blob.type, bytes: blob.size };
  const shown = await context.connection.write(STORES, async (transaction) =>
    ok(await replacePicture(transaction, hash, picture, undo)),
  );
  if (!shown.ok) return shown;
  if (shown.value.length > 0) context.changes.announce({ kind: 'pictures', ids: shown.value });
  return ok(shown.value.length > 0 ? stored.bytes - picture.bytes : 0);
}

/** Has every article that shows a picture show another in its place; resolves with their ids. */
async function replacePicture(
  transaction: WriteTransaction,
  hash: string,
  picture: StoredPicture,
  undo: RestorePoint,
): Promise<ArticleId[]> {
  const pictures = transaction.objectStore('pictures');
  const rows = await pictures.index('hash').getAll(hash);
  const ids = [...new Set(rows.map(({ articleId }) => articleId))];
  if (ids.length === 0) return [];
  await keepPictures(transaction, undo, ids);
  await Promise.all([
    transaction.objectStore('blobs').put(picture),
    ...rows.map((row) => pictures.put({ ...row, hash: picture.hash })),
  ]);
  await addHeldBytes(transaction, undo, await releasePictures(transaction, [hash]));
  return ids;
}
