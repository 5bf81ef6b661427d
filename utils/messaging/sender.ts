import { browser } from 'wxt/browser';

/** What a message says of its sender, as far as it is looked at. */
export interface Sender {
  readonly id?: string;
  readonly url?: string;
}

/**
 * True when a message comes from one of our own pages or the worker. A content script runs in a web page's process and
 * carries that page's url, so nothing a page could reach is ever obeyed.
 */
export function isOwnPage(sender: Sender): boolean {
  return sender.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL('/'));
}

/** Throws unless the message comes from one of our own pages; every listener calls it first, but for `savePicked`, which has its own rule. */
export function requireOwnPage(sender: Sender): void {
  if (!isOwnPage(sender)) throw new Error('Only pages of the extension may ask this');
}
