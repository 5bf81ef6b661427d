import { browser } from 'wxt/browser';

/** Every web page: what the welcome page asks for, so that pictures of other sites can be kept. */
const EVERY_SITE = { origins: ['*://*/*'] };

/** True when the reader allowed Offprint to fetch from every site. */
export function hasHostAccess(): Promise<boolean> {
  return browser.permissions.contains(EVERY_SITE);
}

/** True when `url` may be fetched across origins. */
export async function hasAccessTo(url: string): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** Asks for access to every site; must be called from a click on a full page: the prompt closes a popup. */
export function requestHostAccess(): Promise<boolean> {
  return browser.permissions.request(EVERY_SITE);
}

/** Gives the access back. */
export function dropHostAccess(): Promise<boolean> {
  return browser.permissions.remove(EVERY_SITE);
}

/** Hears whenever the access is granted or withdrawn, in the prompt or in the browser's own settings. */
export function watchHostAccess(listener: (granted: boolean) => void, signal: AbortSignal): void {
  const onChange = () => void hasHostAccess().then(listener);
  browser.permissions.onAdded.addListener(onChange);
  browser.permissions.onRemoved.addListener(onChange);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(onChange);
    browser.permissions.onRemoved.removeListener(onChange);
  });
}
