import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ArticleId, ExtractedArticle } from '../model/article';
import type { CaptureProblem, FetchProblem } from '../model/capture';
import type { LibraryError, SaveOutcome } from '../model/library';
import type { PageAnswer } from '../model/page-check';
import type { Recipe } from '../model/recipe';
import type { Result } from '../model/result';

/** Asked by our own pages, answered by the background only. */
interface Commands {
  /** Keep an article that was captured from `tabId`, and its pictures after it. */
  saveArticle(data: {
    article: ExtractedArticle;
    mode: 'add' | 'update';
    tags: string[];
    tabId: number | null;
  }): Result<SaveOutcome, LibraryError>;
  /** Fetch a page that is not open, extract it and keep it; without host access for it the answer is `needs-permission`. */
  saveLink(data: { url: string }): Result<SaveOutcome, LinkProblem>;
  /** Fetch a page that is not open and extract its article, which is not kept; needs host access as `saveLink` does. */
  fetchPage(data: { url: string }): Result<ExtractedArticle, FetchProblem>;
  /** Ask what an article's address answers now; nothing is kept. Needs host access as `saveLink` does. */
  checkPage(data: { url: string }): PageAnswer;
  /** Work on what the library has queued: asked after a retry, an import, or a change of the queue. */
  runJobs(data: { reason: 'retry' | 'import' | 'permission' | 'queue' }): void;
  /** Articles left or came back: the icon on their pages is brought up to date. */
  refreshIcons(data: { ids: ArticleId[] }): void;
}

/** Asked by a page in which the reader picks the article: the one call that does not come from our own pages. */
interface PickCommands {
  /** What the reader picked is held in the page: keep it as the article, and remember the selector for the site when one is given. */
  savePicked(data: { selector: string | null }): Result<SaveOutcome, LibraryError | CaptureProblem>;
}

/** Asked by the background, answered by the offscreen page: a worker has no DOM to parse with. */
interface OffscreenCommands {
  extractPage(data: { html: string; url: string; recipes: Recipe[] }): ExtractedArticle | null;
}

/** Why a link could not be kept. */
export type LinkProblem = LibraryError | FetchProblem;

/** Calls from our pages to the background. */
export const commands = defineExtensionMessaging<Commands & PickCommands>();

/** Calls from the background to the offscreen page. */
export const offscreenCommands = defineExtensionMessaging<OffscreenCommands>();
