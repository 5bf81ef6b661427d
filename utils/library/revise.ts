import type { ArticleId, ContentId } from '../model/article';
import type { LibraryError } from '../model/library';
import { fail, ok, type Result } from '../model/result';
import type { RevisedContent, SavedContent } from '../model/saved-article';
import { readContent } from './articles';
import { type Clock, openClock } from './clock';
import { announced, type LibraryContext } from './context';
import { contentIdOf } from './ids';
import { wantedPictures } from './pictures';
import { ARTICLE_STORES, putArticle } from './put-article';
import { releaseTexts } from './release';
import type { ArticleRow, StoreName, WriteTransaction } from './schema';
import { prepareTerms } from './search/documents';

const STORES: readonly StoreName[] = [...ARTICLE_STORES, 'formerRows'];

/** How often a text may change under the hand that revises it before that is given up. */
const ATTEMPTS = 5;

/**
 * Puts a revised text in the place of the one shown. Its hash takes longer than a transaction may wait, so the text is read before and
 * the write does nothing when another one is shown by then: the revision is made anew of that.
 */
export async function reviseContent(
  context: LibraryContext,
  id: ArticleId,
  change: (content: SavedContent) => RevisedContent | null,
): Promise<Result<void, LibraryError>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const shown = await readContent(context, id);
    const revised = shown && change(shown);
    if (!revised) return fail('not-found');
    const { wordCount, cjkCharCount, readingMinutes, ...changed } = revised;
    const heavy = { ...shown, ...changed };
    const content = { ...heavy, id: await contentIdOf(heavy) };
    const counts = { wordCount, cjkCharCount, readingMinutes };
    const written = await context.connection.write(STORES, (transaction) =>
      replace(transaction, id, shown, content, counts, context.now()),
    );
    if (!written.ok || written.value) return announced(context.changes, 'articles', written.ok ? ok([id]) : written);
  }
  return fail('library-unavailable');
}

/** Whether the text was replaced: not when it is no longer the one shown. */
async function replace(
  transaction: WriteTransaction,
  id: ArticleId,
  shown: SavedContent,
  content: SavedContent,
  counts: Pick<ArticleRow, 'wordCount' | 'cjkCharCount' | 'readingMinutes'>,
  now: number,
): Promise<Result<boolean, LibraryError>> {
  const [clock, row, state] = await Promise.all([
    openClock(transaction, now),
    transaction.objectStore('articles').get(id),
    transaction.objectStore('states').get(id),
  ]);
  if (!row || !state) return fail('not-found');
  if (row.current.value !== shown.id) return ok(false);
  const revised = { ...revisedRow(row, shown.id, content.id, clock), ...counts };
  const isSame =
    content.images.length === shown.images.length && content.images.every(({ url }, i) => url === shown.images[i]?.url);
  const wanted = isSame ? null : wantedPictures({ ...row, images: content.images });
  const terms = prepareTerms({ ...revised, text: content.text });
  await putArticle(transaction, { row: revised, state, content, terms, wanted, tabId: null, now }, clock);
  await releaseTexts(transaction, [shown.id]);
  return ok(true);
}

/** The row with one text in the place of another, which counts from when that was captured. */
function revisedRow(row: ArticleRow, before: ContentId, after: ContentId, clock: Clock): ArticleRow {
  const versions = row.versions
    .filter(({ contentId }) => contentId !== after || before === after)
    .map((version) => (version.contentId === before ? { ...version, contentId: after } : version));
  return {
    ...row,
    versions,
    contentIds: versions.map(({ contentId }) => contentId),
    current: clock.stamp(after, row.current),
    described: clock.stamp(true, row.described),
  };
}
