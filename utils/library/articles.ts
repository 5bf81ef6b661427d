import type { ArticleId, ContentId } from '../model/article';
import { urlKey } from '../model/canonical-url';
import type { Article, ArticleState, SavedContent, SavedMark } from '../model/saved-article';
import type { LibraryContext } from './context';
import type { ArticleRow, ReadTransaction } from './schema';

/** The row as the rest of the program knows it. */
export function articleOf(row: ArticleRow): Article {
  const { keys: _keys, contentIds: _contentIds, described: _described, ...article } = row;
  return article;
}

/** An article's row; null when it is not in the library. */
export function readArticle({ connection }: LibraryContext, id: ArticleId): Promise<Article | null> {
  return connection.read(['articles'], async (transaction) => {
    const row = await transaction.objectStore('articles').get(id);
    return row ? articleOf(row) : null;
  });
}

/** What the reader did with an article. */
export function readState({ connection }: LibraryContext, id: ArticleId): Promise<ArticleState | null> {
  return connection.read(['states'], async (transaction) => (await transaction.objectStore('states').get(id)) ?? null);
}

/** The text an article shows now. */
export function readContent({ connection }: LibraryContext, id: ArticleId): Promise<SavedContent | null> {
  return connection.read(['articles', 'contents'], async (transaction) => {
    const row = await transaction.objectStore('articles').get(id);
    return (row && (await transaction.objectStore('contents').get(row.current.value))) ?? null;
  });
}

/** One of the texts kept of an article; null when it is none of them. */
export function readVersion(
  { connection }: LibraryContext,
  id: ArticleId,
  contentId: ContentId,
): Promise<SavedContent | null> {
  return connection.read(['articles', 'contents'], async (transaction) => {
    const row = await transaction.objectStore('articles').get(id);
    if (!row?.contentIds.includes(contentId)) return null;
    return (await transaction.objectStore('contents').get(contentId)) ?? null;
  });
}

/**
 * The article saved under any of the addresses, one in the trash only if there is no other. Selections do not count: a page
 * of which some words are kept is not itself in the library.
 */
export function findSaved({ connection }: LibraryContext, urls: readonly string[]): Promise<SavedMark | null> {
  const keys = [...new Set(urls.map(urlKey))];
  return connection.read(['articles', 'states'], (transaction) => markOf(transaction, keys));
}

/** What `findSaved` answers for addresses that have these keys. */
export async function markOf(transaction: ReadTransaction, keys: readonly string[]): Promise<SavedMark | null> {
  const byKey = transaction.objectStore('articles').index('keys');
  const rows = (await Promise.all(keys.map((key) => byKey.getAll(key)))).flat();
  const marks = await Promise.all(
    rows
      .filter((row) => row.kind !== 'selection')
      .map(async ({ id, savedAt, kind }): Promise<SavedMark> => {
        const state = await transaction.objectStore('states').get(id);
        return { id, savedAt, kind, deleted: state?.deleted.value ?? false };
      }),
  );
  return marks.find((mark) => !mark.deleted) ?? marks[0] ?? null;
}
