import { browser } from 'wxt/browser';

/** What the page's isolated world holds of a picking: what ends it, and what was picked. */
declare global {
  var __offprintPicker: (() => void) | undefined;
  var __offprintPicked: Element | undefined;
}

/** How long after it was asked for something may be picked in a tab, in ms. */
const PATIENCE = 30 * 60 * 1000;

const pickKey = (tabId: number) => `picking:${tabId}`;

/** Lets the reader pick the article in a tab that Offprint was invoked on. Rejects where no extension may run. */
export async function startPicking(tabId: number): Promise<void> {
  await browser.storage.session.set({ [pickKey(tabId)]: Date.now() });
  await browser.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/pick.js'] });
}

/** Whether the reader asked to pick in this tab, not long ago. */
export async function isPicking(tabId: number): Promise<boolean> {
  const stored: unknown = (await browser.storage.session.get(pickKey(tabId)))[pickKey(tabId)];
  return typeof stored === 'number' && Date.now() - stored < PATIENCE;
}

/** Nothing more is taken from this tab until it is asked for again. */
export async function stopPicking(tabId: number): Promise<void> {
  await browser.storage.session.remove(pickKey(tabId));
}
