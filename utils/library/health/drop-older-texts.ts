import type { ArticleId } from '../../model/article';
import type { LibraryError } from '../../model/library';
import { newRestorePoint, type Progressing, type RestorePoint } from '../../model/restore-point';
import { ok, type Result } from '../../model/result';
import type { UpkeepOutcome } from '../../model/storage';
import type { LibraryContext } from '../context';
import { picturesOf } from '../pictures';
import { releasePictures, releaseTexts } from '../release';
import { addHeldBytes, KEEP_ARTICLE_STORES, keepTexts } from '../restore-points/keep';
import type { ArticleRow, StoreName, WriteTransaction } from '../schema';
import { articleRanges, type IdRange, keysOfIds } from './article-ranges';

const STORES: readonly StoreName[] = [...KEEP_ARTICLE_STORES, 'contents', 'blobs'];

/** Articles looked at in one transaction. */
const AT_ONCE = 100;

/** What one slice did. */
interface Dropped {
  readonly ids: readonly ArticleId[];
  readonly texts: number;
  readonly bytes: number;
}

/** Drops every text but the one shown: see `Upkeep.dropOlderTexts`. */
export async function dropOlderTexts(
  context: LibraryContext,
  { onProgress, signal }: Progressing = {},
): Promise<Result<UpkeepOutcome, LibraryError>> {
  const { connection, changes, now } = context;
  const undo = newRestorePoint('versions', '', now());
  const total = await connection.read(['articles'], (transaction) => transaction.objectStore('articles').count());
  let [done, changed, bytes] = [0, 0, 0];
  for await (const range of articleRanges(context, AT_ONCE)) {
    const dropped = await connection.write(STORES, async (transaction) => ok(await dropSome(transaction, range, undo)));
    if (!dropped.ok) return dropped;
    const { ids, texts } = dropped.value;
    if (ids.length > 0) changes.announce({ kind: 'articles', ids });
    changed += texts;
    bytes += dropped.value.bytes;
    done += range.size;
    onProgress?.(done, total);
    if (signal?.aborted) break;
  }
  return ok({ changed, bytes, undo: changed > 0 ? undo : null });
}

async function dropSome(transaction: WriteTransaction, range: IdRange, undo: RestorePoint): Promise<Dropped> {
  const rows = await transaction.objectStore('articles').getAll(keysOfIds(range));
  const several = rows.filter(({ contentIds, current }) => contentIds.some((id) => id !== current.value));
  await keepTexts(
    transaction,
    undo,
    several.map(({ id }) => id),
  );
  await Promise.all(several.map((row) => transaction.objectStore('articles').put(withShownOnly(row))));
  const hashes = (await Promise.all(several.map(({ id }) => dropOlderPictures(transaction, id)))).flat();
  const older = several.flatMap(({ contentIds, current }) => contentIds.filter((id) => id !== current.value));
  const bytes = (await releaseTexts(transaction, older)) + (await releasePictures(transaction, hashes));
  await addHeldBytes(transaction, undo, bytes);
  return { ids: several.map(({ id }) => id), texts: older.length, bytes };
}

function withShownOnly(row: ArticleRow): ArticleRow {
  const versions = row.versions.filter(({ contentId }) => contentId === row.current.value);
  return { ...row, versions, contentIds: [row.current.value] };
}

/** Removes the pictures that only older texts show; resolves with their hashes. */
async function dropOlderPictures(transaction: WriteTransaction, id: ArticleId): Promise<string[]> {
  const pictures = transaction.objectStore('pictures');
  const older = (await pictures.getAll(picturesOf(id))).filter(({ position }) => position === null);
  await Promise.all(older.map(({ articleId, url }) => pictures.delete([articleId, url])));
  return older.flatMap(({ hash }) => hash ?? []);
}
