import type { ArticleId, ExtractedArticle } from './article';
import type { FetchProblem } from './capture';

/** What was found at an article's address when the reader last asked. */
export interface PageCheck {
  /** `moved`: the address leads to another of the same site, where the article is; `gone`: it leads to nothing, or to the front page. */
  readonly is: 'unchanged' | 'changed' | 'moved' | 'gone';
  /** ms since 1970. */
  readonly checkedAt: number;
  /** Where an article that moved is now. */
  readonly movedTo?: string;
}

/** Why it could not be told what became of a page; nothing is remembered of that. `other-page`: its address leads to another article. */
export type CheckProblem = FetchProblem | 'server-error' | 'other-page' | 'not-in-library';

/** What an address answers. */
export type PageAnswer =
  /** An article, and where the address led. */
  | { readonly is: 'page'; readonly url: string; readonly article: ExtractedArticle }
  | { readonly is: 'gone' }
  | { readonly is: 'unreachable'; readonly problem: CheckProblem };

/** What a check of one article found. */
export type CheckFinding =
  | { readonly id: ArticleId; readonly is: 'unchanged' | 'gone' }
  /** `page` is what stands there now, not kept yet. */
  | { readonly id: ArticleId; readonly is: 'changed'; readonly page: ExtractedArticle; readonly movedTo?: string }
  | { readonly id: ArticleId; readonly is: 'moved'; readonly movedTo: string }
  | { readonly id: ArticleId; readonly is: 'unreachable'; readonly problem: CheckProblem };
