import type { ArticleId, ExtractedArticle } from '../../utils/model/article';
import type { Library } from '../../utils/model/library';

/** A newly captured article with the blocks put back that the reader had put back into the text that is saved of it. */
export async function putBackAsBefore(
  library: Pick<Library, 'content'>,
  id: ArticleId,
  article: ExtractedArticle,
): Promise<ExtractedArticle> {
  const earlier = (await library.content(id))?.receipt ?? [];
  if (!earlier.some(({ back }) => back)) return article;
  // Cleaning comes with it, which few popups need.
  const { putBackAgain } = await import('../../utils/extraction/put-back');
  return putBackAgain(article, earlier);
}
