import type { Page } from 'puppeteer-core';
import type { Chromium } from './chromium';

/** What the context menu tells of the place it was opened on. */
export interface MenuClick {
  readonly menuItemId:
    | 'save-page'
    | 'save-selection'
    | 'save-link'
    | 'save-links'
    | 'save-all-tabs'
    | 'save-selected-tabs'
    | 'open-queue';
  readonly linkUrl?: string;
  readonly selectionText?: string;
}

/**
 * Events that only the browser's own windows raise: in the worker each has a `dispatch` that does the same, without the
 * `activeTab` that the real one brings. So these are for the granted build, which sees the tabs' addresses.
 */
interface Dispatching {
  dispatch(...details: unknown[]): void;
}

/** The tab of a page: the newest at its address. */
async function tabOf(chromium: Chromium, page: Page): Promise<chrome.tabs.Tab> {
  const worker = await chromium.worker();
  const tabs = await worker.evaluate(() => chrome.tabs.query({}));
  const tab = tabs.filter(({ url }) => url === page.url()).sort((one, other) => (other.id ?? 0) - (one.id ?? 0))[0];
  if (!tab) throw new Error(`No tab shows ${page.url()}: ${tabs.map(({ url }) => url).join(', ')}`);
  return tab;
}

/** Presses the key that saves a page without the popup. */
export async function pressSaveKey(chromium: Chromium, page: Page): Promise<void> {
  await page.bringToFront();
  const tab = await tabOf(chromium, page);
  const worker = await chromium.worker();
  await worker.evaluate((pressedOn) => {
    (chrome.commands.onCommand as unknown as Dispatching).dispatch('save-article', pressedOn);
  }, tab);
}

/** Chooses one of Offprint's entries in the context menu of a page. */
export async function chooseFromMenu(chromium: Chromium, page: Page, click: MenuClick): Promise<void> {
  const tab = await tabOf(chromium, page);
  const worker = await chromium.worker();
  await worker.evaluate(
    (info, openedOn) => {
      (chrome.contextMenus.onClicked as unknown as Dispatching).dispatch(info, openedOn);
    },
    { ...click, pageUrl: page.url(), editable: false },
    tab,
  );
}

/** Waits until the badge on a page's tab says how a save went: `✓` or `!`; rejects after `timeout` ms. */
export async function badgeAfterSave(chromium: Chromium, page: Page, timeout = 30_000): Promise<string> {
  const { id } = await tabOf(chromium, page);
  const worker = await chromium.worker();
  const until = Date.now() + timeout;
  let text = '';
  while (Date.now() < until) {
    text = await worker.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), id);
    if (text === '✓' || text === '!') return text;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`After ${timeout} ms the badge shows “${text}”`);
}

/** What the toolbar button is called on a page's tab. */
export async function buttonTitle(chromium: Chromium, page: Page): Promise<string> {
  const { id } = await tabOf(chromium, page);
  const worker = await chromium.worker();
  return worker.evaluate((tabId) => chrome.action.getTitle({ tabId }), id);
}
