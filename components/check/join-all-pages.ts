import type { ExtractedArticle } from '../../utils/model/article';
import type { SavedContent } from '../../utils/model/saved-article';
import { type FetchPage, pagesOf } from '../reader/pages-model';

/**
 * The first page of an article with as many of those that follow as are kept of it, so that like is compared with like; null when one
 * of them could not be had.
 */
export async function joinAllPages(
  first: ExtractedArticle,
  kept: SavedContent,
  fetchPage: FetchPage,
): Promise<ExtractedArticle | null> {
  let whole = first;
  while ((whole.pages?.length || 1) < pagesOf(kept) && whole.nextPage) {
    const next = await fetchPage(whole.nextPage.url);
    if (!next.ok) return null;
    const { joinPage } = await import('../../utils/extraction/join-pages');
    const joined = joinPage(whole, next.value);
    if (!joined.ok) break;
    whole = { ...whole, ...joined.value };
  }
  return whole;
}
