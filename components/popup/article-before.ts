import type { ExtractedArticle } from '../../utils/model/article';
import { urlKey } from '../../utils/model/canonical-url';
import type { Library } from '../../utils/model/library';
import type { Article, SavedContent } from '../../utils/model/saved-article';

/** A saved article that goes on with a page; `isSure` where it says so itself, and not only the two addresses. */
export interface ArticleBefore {
  readonly article: Article;
  readonly isSure: boolean;
}

/** The saved article whose next page a page is; null when there is none, or it is in the trash. */
export async function articleBefore(
  library: Pick<Library, 'findSaved' | 'content' | 'article'>,
  { url, canonicalUrl }: ExtractedArticle,
): Promise<ArticleBefore | null> {
  if (!URL.canParse(url)) return null;
  const { firstPageAddresses, pageReadings } = await import('../../utils/extraction/next-page/page-address');
  const address = new URL(url);
  const mark = await library.findSaved([...firstPageAddresses(address), canonicalUrl]);
  const [content, article] =
    mark && !mark.deleted ? await Promise.all([library.content(mark.id), library.article(mark.id)]) : [null, null];
  if (!content || !article) return null;
  if (content.nextPage) return urlKey(content.nextPage.url) === urlKey(url) ? { article, isSure: true } : null;
  const number = numberAfter(content);
  // A name that ends in a number may be that of another article.
  const isNext = pageReadings(address).some(
    (reading) => reading.number === number && (reading.kind !== 'suffix' || reading.isFile),
  );
  return isNext ? { article, isSure: false } : null;
}

/** The number of the page that would come after those that a text was joined of. */
function numberAfter({ pages }: SavedContent): number {
  return (pages?.length || 1) + 1;
}
