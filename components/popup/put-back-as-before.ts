import type { ArticleId, ExtractedArticle } from '../../utils/model/article';
import type { Library } from '../../utils/model/library';
import { countText, readingMinutes } from '../../utils/model/reading-time';
import type { SavedContent } from '../../utils/model/saved-article';

/**
 * A newly captured article with the blocks put back that the reader had put back into the text that is saved of it, and with the pages
 * added to that as long as what they were added to has not changed.
 */
export async function putBackAsBefore(
  library: Pick<Library, 'content'>,
  id: ArticleId,
  article: ExtractedArticle,
): Promise<ExtractedArticle> {
  const earlier = await library.content(id);
  if (!earlier) return article;
  if (!earlier.receipt.some(({ back }) => back)) return withPages(article, earlier);
  // Cleaning comes with it, which few popups need.
  const { putBackAgain } = await import('../../utils/extraction/put-back');
  return withPages(putBackAgain(article, earlier.receipt), earlier);
}

/** The article as it was saved, of several pages, when it begins as the one page does that was captured now. */
function withPages(article: ExtractedArticle, earlier: SavedContent): ExtractedArticle {
  const { content, text, images, receipt, pages = [], nextPage } = earlier;
  if (pages.length < 2 || !content.startsWith(`${article.content}<hr>`)) return article;
  const counts = countText(text);
  const length = { ...counts, readingMinutes: readingMinutes(counts) };
  return { ...article, content, text, images, receipt, pages, nextPage, ...length };
}
