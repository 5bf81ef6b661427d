import { browser } from '#imports';

/** Remembers, across reinstalls over the same profile and unpacked reloads, that the reader was welcomed. */
const WELCOMED = 'welcomed';

/** Shows the welcome page once, after the first install. */
export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcomeOnce();
  });
}

async function welcomeOnce(): Promise<void> {
  const stored = await browser.storage.local.get(WELCOMED);
  if (stored[WELCOMED]) return;
  await browser.storage.local.set({ [WELCOMED]: true });
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
