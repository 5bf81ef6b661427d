import { extractArticle } from '../extraction/extract';
import { usableRecipes } from '../extraction/recipes/match';
import type { ExtractedArticle } from '../model/article';
import type { Recipe } from '../model/recipe';
import { parseInert } from '../sanitize';

/** Extracts the article of a fetched page in an inert document: nothing of it runs or loads. Null when there is none or it is too large. */
export function extractFetchedPage(page: {
  readonly html: string;
  readonly url: string;
  readonly recipes: readonly Recipe[];
}): ExtractedArticle | null {
  const parsed = parseInert(page.html);
  return parsed.ok ? extractArticle(parsed.value, page.url, { recipes: usableRecipes(page.recipes) }) : null;
}
