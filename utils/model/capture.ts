import type { ExtractedArticle } from './article';

/** What of a page is captured. */
export type CaptureScope = 'article' | 'selection' | 'visible-text';

/** Why a page gave no article. */
export type CaptureProblem =
  /** A page of the browser or its store, where no extension may run. */
  | 'browser-page'
  /** A PDF: there is no page to read. */
  | 'pdf'
  /** No article (or no selection) was found in the page. */
  | 'no-article'
  /** More elements or deeper nesting than is safe to work through. */
  | 'too-large'
  /** The page could not be reached: it is an error page, is closed, or the browser refused. */
  | 'page-unreachable';

/** Why a page that is not open could not be read. */
export type FetchProblem =
  | CaptureProblem
  | 'needs-permission'
  /** Its address leads to a page of another site, which nobody asked for. */
  | 'other-site';

/** What the capture script hands back from the page, as plain data. Untrusted: it was made beside the page's own scripts. */
export interface CaptureAnswer {
  readonly article: ExtractedArticle | null;
  /** Why `article` is null. */
  readonly problem: Extract<CaptureProblem, 'no-article' | 'too-large' | 'pdf'> | null;
  /** How long each stage took, in ms. */
  readonly milliseconds: Readonly<Record<'prepare' | 'readability' | 'clean' | 'metadata' | 'total', number>>;
}
