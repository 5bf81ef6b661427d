import { browser } from 'wxt/browser';

/** A tab that shows a page of Offprint's own. */
export interface OwnTab {
  readonly tabId: number;
  readonly windowId: number;
  readonly documentUrl?: string;
}

/** What tells of a browser's extension pages: Chromium's alone (https://developer.chrome.com/docs/extensions/reference/api/runtime#method-getContexts). */
interface ContextApi {
  readonly getContexts?: (filter: object) => Promise<OwnTab[]>;
}

/** The tabs that show Offprint's own pages, of which Chromium tells nothing elsewhere; none in browsers that cannot be asked. */
export async function readOwnTabs(): Promise<readonly OwnTab[]> {
  const runtime = browser.runtime as unknown as ContextApi;
  return (await runtime.getContexts?.({ contextTypes: ['TAB'] })) ?? [];
}
