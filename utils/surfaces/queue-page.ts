import { browser } from 'wxt/browser';
import { readOwnTabs } from './own-tabs';
import type { TabScope } from './tabs';

/** Tabs that the queue page is to ask for: those of the window with this id, or of all. */
export interface AskedTabs {
  readonly scope: TabScope;
  readonly windowId: number;
}

/** That a selection had no links, told in the page's address. */
export const NO_LINKS = 'no-links';

/**
 * Shows the queue page, in the tab that has it already if there is one and nothing to tell. With `told` it says what tabs it could not
 * see and asks for access to them, or that there was no link to save.
 */
export async function openQueuePage(told?: AskedTabs | typeof NO_LINKS): Promise<void> {
  const page = browser.runtime.getURL('/queue.html');
  if (!told && (await showOpenPage(page))) return;
  await browser.tabs.create({ url: `${page}${told ? `?${queryOf(told)}` : ''}` });
}

function queryOf(told: AskedTabs | typeof NO_LINKS): string {
  if (told === NO_LINKS) return NO_LINKS;
  return new URLSearchParams({ tabs: told.scope, window: String(told.windowId) }).toString();
}

/** The tabs that the page at this address was opened for; null for none. */
export function readAskedTabs(search: string): AskedTabs | null {
  const asked = new URLSearchParams(search);
  const scope = asked.get('tabs');
  const windowId = Number(asked.get('window'));
  if (!Number.isInteger(windowId) || windowId < 0) return null;
  return scope === 'window' || scope === 'all' || scope === 'selected' ? { scope, windowId } : null;
}

async function showOpenPage(page: string): Promise<boolean> {
  const open = (await readOwnTabs()).find(({ documentUrl = '' }) => documentUrl.startsWith(page));
  if (!open) return false;
  await browser.tabs.update(open.tabId, { active: true });
  await browser.windows.update(open.windowId, { focused: true });
  return true;
}
