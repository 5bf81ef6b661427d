import type { ContentId } from '../model/article';
import type { SavedContent } from '../model/saved-article';
import type { WriteTransaction } from './schema';

/*
 * The only place where texts and pictures leave the library: when no article shows them and no restore point needs them.
 */

/**
 * Removes those of these texts that no article has any more. A text that a restore point needs stays; resolves with about how
 * many bytes do. Within a transaction over `articles`, `contents` and `formerRows`.
 */
export async function releaseTexts(transaction: WriteTransaction, ids: readonly ContentId[]): Promise<number> {
  const contents = transaction.objectStore('contents');
  const held = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const [users, points] = await Promise.all([
        transaction.objectStore('articles').index('contentIds').count(id),
        transaction.objectStore('formerRows').index('contentIds').count(id),
      ]);
      if (users > 0) return 0;
      if (points > 0) return bytesOf(await contents.get(id));
      await contents.delete(id);
      return 0;
    }),
  );
  return held.reduce((sum, bytes) => sum + bytes, 0);
}

/** The same of pictures, by their hashes. Within a transaction over `pictures`, `blobs` and `formerRows`. */
export async function releasePictures(transaction: WriteTransaction, hashes: readonly string[]): Promise<number> {
  const blobs = transaction.objectStore('blobs');
  const held = await Promise.all(
    [...new Set(hashes)].map(async (hash) => {
      const [users, points] = await Promise.all([
        transaction.objectStore('pictures').index('hash').count(hash),
        transaction.objectStore('formerRows').index('hashes').count(hash),
      ]);
      if (users > 0) return 0;
      if (points > 0) return (await blobs.get(hash))?.bytes ?? 0;
      await blobs.delete(hash);
      return 0;
    }),
  );
  return held.reduce((sum, bytes) => sum + bytes, 0);
}

/** About what a text takes: a byte for each UTF-16 unit of its HTML and text, two where it is written in other scripts. */
export function bytesOf(content: SavedContent | undefined): number {
  if (!content) return 0;
  return textBytes(content.content) + textBytes(content.text);
}

/** The database writes strings of Latin-1 alone in one byte a unit, all others in two. */
function textBytes(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: every unit of one byte
  return /^[\u0000-\u00ff]*$/.test(text) ? text.length : 2 * text.length;
}
