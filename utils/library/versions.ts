import type { ArticleId, ContentId } from '../model/article';
import { cleanUrl, urlKey } from '../model/canonical-url';
import type { LibraryError } from '../model/library';
import { countText, readingMinutes } from '../model/reading-time';
import { fail, ok, type Result } from '../model/result';
import type { ArticleBefore, SavedContent } from '../model/saved-article';
import { type Clock, openClock } from './clock';
import { announced, type LibraryContext } from './context';
import { keyList } from './ids';
import { wantedPictures } from './pictures';
import { ARTICLE_STORES, putArticle } from './put-article';
import { releaseTexts } from './release';
import type { ArticleRow, StoreName, WriteTransaction } from './schema';
import { prepareTerms } from './search/documents';

const STORES: readonly StoreName[] = [...ARTICLE_STORES, 'formerRows'];

/** What the row becomes; null when it cannot. */
type RowChange = (row: ArticleRow, clock: Clock) => ArticleRow | null;

/** Shows a text that is kept of an article, with the title it had; `not-found` for one that is not. */
export function showVersion(context: LibraryContext, id: ArticleId, contentId: ContentId) {
  return changeRow(context, id, (row, clock) => {
    const version = row.versions.find((each) => each.contentId === contentId);
    if (!version) return null;
    const title = version.title ?? row.title;
    return {
      ...row,
      title,
      current: clock.stamp(contentId, row.current),
      // What it was called last stays known to its version.
      versions: row.versions.map((each) =>
        each.contentId === row.current.value ? { title: row.title, ...each } : each,
      ),
      described: title === row.title ? row.described : clock.stamp(true, row.described),
    };
  });
}

/** Removes a text of an article that is not the one shown. */
export function dropVersion(context: LibraryContext, id: ArticleId, contentId: ContentId) {
  return changeRow(context, id, (row) => {
    if (row.current.value === contentId || !row.contentIds.includes(contentId)) return null;
    return withVersions(
      row,
      row.versions.filter((version) => version.contentId !== contentId),
    );
  });
}

/** Remembers where an article is now; it is still found by the addresses it had. */
export function setAddress(context: LibraryContext, id: ArticleId, url: string) {
  return changeRow(context, id, (row, clock) => ({
    ...row,
    url,
    canonicalUrl: cleanUrl(url),
    keys: keyList(urlKey(url), row.keys),
    described: clock.stamp(true, row.described),
  }));
}

/** Puts texts, title and address of an article back as they were, unless another text than `since` is shown by now. */
export function putBack(context: LibraryContext, { article, contents }: ArticleBefore, since: ContentId) {
  const change: RowChange = (row, clock) =>
    row.current.value !== since
      ? null
      : {
          ...withVersions({ ...row, ...article }, article.versions),
          keys: keyList(urlKey(article.canonicalUrl), row.keys),
          current: clock.stamp(article.current.value, row.current),
          described: clock.stamp(true, row.described),
        };
  return changeRow(context, article.id, change, contents);
}

function withVersions(row: ArticleRow, versions: ArticleRow['versions']): ArticleRow {
  return { ...row, versions, contentIds: versions.map(({ contentId }) => contentId) };
}

async function changeRow(
  { connection, changes, now }: LibraryContext,
  id: ArticleId,
  change: RowChange,
  contents: readonly SavedContent[] = [],
): Promise<Result<void, LibraryError>> {
  const written = await connection.write(STORES, (transaction) => write(transaction, id, change, contents, now()));
  return announced(changes, 'articles', written);
}

async function write(
  transaction: WriteTransaction,
  id: ArticleId,
  change: RowChange,
  contents: readonly SavedContent[],
  now: number,
): Promise<Result<readonly ArticleId[], LibraryError>> {
  const [clock, row, state] = await Promise.all([
    openClock(transaction, now),
    transaction.objectStore('articles').get(id),
    transaction.objectStore('states').get(id),
  ]);
  const next = row && change(row, clock);
  if (!row || !state || !next) return fail('not-found');
  const brought = contents.filter((content) => next.contentIds.includes(content.id));
  await Promise.all(brought.map((content) => transaction.objectStore('contents').put(content)));
  const there = await Promise.all(next.contentIds.map((each) => transaction.objectStore('contents').getKey(each)));
  const content = await transaction.objectStore('contents').get(next.current.value);
  if (!content || there.includes(undefined)) return fail('not-found');
  await putShown(transaction, row, next, content, { state, clock, now });
  await releaseTexts(
    transaction,
    row.contentIds.filter((each) => !next.contentIds.includes(each)),
  );
  return ok([id]);
}

interface Surroundings {
  readonly state: Parameters<typeof putArticle>[1]['state'];
  readonly clock: Clock;
  readonly now: number;
}

/** Writes the row, counting, indexing and asking for pictures anew what depends on the text that it shows. */
async function putShown(
  transaction: WriteTransaction,
  before: ArticleRow,
  next: ArticleRow,
  content: SavedContent,
  { state, clock, now }: Surroundings,
): Promise<void> {
  const isSame = before.current.value === next.current.value;
  const counts = countText(content.text);
  const row = isSame ? next : { ...next, ...counts, readingMinutes: readingMinutes(counts) };
  const wanted = isSame ? null : wantedPictures({ ...row, images: content.images });
  const terms = prepareTerms({ ...row, text: content.text });
  await putArticle(transaction, { row, state, content, terms, wanted, tabId: null, now }, clock);
}
