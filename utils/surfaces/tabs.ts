import { browser } from 'wxt/browser';
import type { QueueEntry } from '../model/queue';
import { readOwnTabs } from './own-tabs';

/** Which tabs are meant; a window is that which the asking page is in, or the one with this id. */
export type TabScope = 'window' | 'all' | 'selected';

/** Open tabs, as far as the browser shows them. */
export interface OpenTabs {
  /** Those that show a web page, in their order. */
  readonly pages: readonly QueueEntry[];
  /** How many there are of which the browser does not even tell the address, Offprint's own left aside. */
  readonly unseen: number;
}

/**
 * The open tabs of a scope. Their addresses are shown to whoever holds host access for them, and that of the tab on which Offprint was
 * invoked: https://developer.chrome.com/docs/extensions/reference/api/tabs#permissions. Private windows are left out.
 */
export async function readTabs(scope: TabScope, windowId?: number): Promise<OpenTabs> {
  const inWindow = windowId === undefined ? { currentWindow: true } : { windowId };
  const query = {
    ...(scope === 'all' ? {} : inWindow),
    ...(scope === 'selected' ? { highlighted: true } : {}),
  };
  const [found, ours] = await Promise.all([browser.tabs.query(query), readOwnTabs()]);
  const tabs = found.filter(({ incognito }) => !incognito);
  return {
    pages: tabs.flatMap(({ id = null, url = '', title }) =>
      /^https?:/.test(url) ? [{ url, title: title || null, tabId: id }] : [],
    ),
    unseen: tabs.filter(({ id, url }) => !url && !ours.some(({ tabId }) => tabId === id)).length,
  };
}
