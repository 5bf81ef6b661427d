import type { Page } from 'puppeteer-core';
import { textShown, waitForText } from './screen';

/** What a person does in the toolbar popup, by the words on its controls. */

/** Waits until the popup has read the page; resolves with the title it would keep. */
export async function previewTitle(popup: Page): Promise<string> {
  await popup.waitForSelector('article[aria-busy="false"]');
  return popup.$eval('article h1', (heading) => heading.textContent?.trim() ?? '');
}

/** Presses Save once the page has been read and waits until the popup says that it is saved. */
export async function save(popup: Page): Promise<void> {
  await previewTitle(popup);
  await popup.locator('aria/Save[role="button"]').click();
  await waitForText(popup, 'Saved to your library.');
}

/** Waits until no picture is being fetched any more; resolves with how many were kept and of how many. */
export async function picturesKept(page: Page, timeout = 20_000): Promise<{ kept: number; total: number }> {
  await waitForText(page, /\d+ of \d+ pictures? kept/, timeout);
  const [, kept, total] = /(\d+) of (\d+) pictures? kept/.exec(await textShown(page)) ?? [];
  return { kept: Number(kept), total: Number(total) };
}

/** Presses Read, which opens the side panel at the article and closes the popup. */
export async function read(popup: Page): Promise<void> {
  await popup.locator('aria/Read[role="button"]').click();
}
