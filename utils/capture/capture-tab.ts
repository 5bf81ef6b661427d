import { browser } from 'wxt/browser';
import type { ExtractedArticle } from '../model/article';
import type { CaptureAnswer, CaptureProblem, CaptureScope } from '../model/capture';
import { readArticle } from '../model/read-article';
import type { Recipe } from '../model/recipe';
import { fail, ok, type Result } from '../model/result';

/** What is asked of a page. */
export interface CaptureRequest {
  readonly scope: CaptureScope;
  /** The reader's recipes, for whichever page. */
  readonly recipes: readonly Recipe[];
  /** What was picked there is the article. */
  readonly picked?: boolean;
  /** Only these recipes may find the article. */
  readonly recipesOnly?: boolean;
}

/** What the page's isolated world is told before the capture script runs there: `files` take no arguments. */
declare global {
  var __offprintCapture: CaptureRequest | undefined;
}

/** Pages on which browsers let no extension run. */
const BROWSER_PAGE =
  /^(?:chrome|chrome-extension|moz-extension|edge|about|view-source|devtools|resource):|^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org)(?:\/|$)/;

/**
 * Runs the capture script in a tab the reader invoked Offprint on and returns what it made of the page. Needs nothing
 * but `activeTab`; what comes back is untrusted until it is sanitised where it is shown.
 */
export async function captureTab(
  tab: { readonly id: number; readonly url?: string },
  request: CaptureRequest,
): Promise<Result<ExtractedArticle, CaptureProblem>> {
  if (tab.url && BROWSER_PAGE.test(tab.url)) return fail('browser-page');
  try {
    const target = { tabId: tab.id };
    const [page] = await browser.scripting.executeScript({ target, args: [request], func: announceCapture });
    if (page?.result === 'application/pdf') return fail('pdf');
    const [frame] = await browser.scripting.executeScript({ target, files: ['/content-scripts/capture.js'] });
    return readAnswer(frame?.result);
  } catch (error) {
    if (/error page/i.test(String(error))) return fail('page-unreachable');
    // The reader's click shows us the address of every page that may be read; of a browser's own page not even that.
    return fail(tab.url ? 'page-unreachable' : 'browser-page');
  }
}

/** Runs in the page: leaves the request for the capture script and tells what kind of document this is. */
function announceCapture(request: CaptureRequest): string {
  globalThis.__offprintCapture = request;
  return document.contentType;
}

function readAnswer(result: unknown): Result<ExtractedArticle, CaptureProblem> {
  const answer = result as CaptureAnswer | null | undefined;
  if (!answer?.article) return fail(answer?.problem ?? 'page-unreachable');
  const article = readArticle(answer.article);
  return article ? ok(article) : fail('too-large');
}
