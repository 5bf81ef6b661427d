import { browser } from '#imports';
import { captureTab } from '../../../utils/capture/capture-tab';
import { readLinkedPage } from '../../../utils/capture/fetch-page';
import type { ExtractedArticle } from '../../../utils/model/article';
import { urlKey } from '../../../utils/model/canonical-url';
import type { QueueProblem } from '../../../utils/model/queue';
import { problemOfStatus } from '../../../utils/queue/retry';
import { readRecipes } from '../../../utils/settings/recipes';
import { hasAccessTo } from '../../../utils/surfaces/host-access';
import { parsePage } from '../parse-page';

/** An article that was found; `asked`: its host was sent a request. */
export interface Success {
  readonly ok: true;
  readonly article: ExtractedArticle;
  readonly asked: boolean;
  /** The tab it was read in. */
  readonly tabId: number | null;
}

/** Why there is no article. */
export interface Failure {
  readonly ok: false;
  readonly problem: QueueProblem;
  readonly asked: boolean;
  readonly retryAfter: string | null;
}

/** What reading a page came to. */
export type Found = Success | Failure;

/** How long a tab may take to answer, in ms: one that the browser has frozen never does (https://github.com/w3c/webextensions/issues/527). */
const TAB_TIMEOUT = 20_000;

/**
 * Reads a page in the tab that shows it, as the reader is shown it: signed in, and without a request. Null where the tab cannot be read:
 * closed, elsewhere by now, not to be seen, or asleep. Tabs asleep are not woken, which would load them all at once into memory.
 */
export async function readOpenTab(tabId: number, url: string): Promise<Found | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab?.url || tab.discarded || urlKey(tab.url) !== urlKey(url)) return null;
  const recipes = (await readRecipes()).map(({ recipe }) => recipe);
  const captured = await Promise.race([
    captureTab({ id: tabId, url: tab.url }, { scope: 'article', recipes }),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), TAB_TIMEOUT)),
  ]);
  if (!captured) return null;
  if (captured.ok) return { ok: true, article: captured.value, asked: false, tabId };
  if (captured.error === 'page-unreachable' || captured.error === 'browser-page') return null;
  return failure(captured.error, false);
}

/** Fetches a page that is not open, where the reader allowed that. */
export async function readPage(url: string): Promise<Found> {
  if (!(await hasAccessTo(url))) return failure('needs-permission', false);
  const read = await readLinkedPage(url, parsePage);
  if (read.ok) return { ok: true, article: read.value, asked: true, tabId: null };
  const { problem, status, retryAfter } = read.error;
  const isRefused = problem === 'page-unreachable' && status !== null;
  return failure(isRefused ? problemOfStatus(status) : problem, true, retryAfter);
}

function failure(problem: QueueProblem, asked: boolean, retryAfter: string | null = null): Failure {
  return { ok: false, problem, asked, retryAfter };
}
