import type { ExtractedArticle } from '../../utils/model/article';
import { urlKey } from '../../utils/model/canonical-url';
import type { Library } from '../../utils/model/library';
import type { Article } from '../../utils/model/saved-article';

/** The saved article whose next page a page is; null when there is none, or it is in the trash. */
export async function articleBefore(
  library: Pick<Library, 'findSaved' | 'content' | 'article'>,
  { url, canonicalUrl }: ExtractedArticle,
): Promise<Article | null> {
  if (!URL.canParse(url)) return null;
  const { firstPageAddresses } = await import('../../utils/extraction/next-page/page-address');
  const mark = await library.findSaved([...firstPageAddresses(new URL(url)), canonicalUrl]);
  if (!mark || mark.deleted) return null;
  const next = (await library.content(mark.id))?.nextPage;
  return next && urlKey(next.url) === urlKey(url) ? library.article(mark.id) : null;
}
