import type { Page } from 'puppeteer-core';
import type { Chromium } from './chromium';

/** What a person does where saved articles are read: the side panel or the full page. */

/** Waits until the reader shows its article; resolves with the article's title. */
export async function readerTitle(page: Page): Promise<string> {
  await page.waitForSelector('main[aria-busy="false"] article h1');
  return page.$eval('main article h1', (heading) => heading.textContent?.trim() ?? '');
}

/** Waits until the article's own text stands in the reader; resolves with it as it is shown. */
export async function readerText(page: Page): Promise<string> {
  await page.waitForFunction(() => (document.querySelector('main article')?.textContent ?? '').length > 200);
  return page.$eval('main article', (article) => (article as HTMLElement).innerText);
}

/** Opens a saved article from the popup's list of the newest, in whatever tab is in front; resolves with the side panel. */
export async function openFromList(chromium: Chromium, tab: Page, title: string): Promise<Page> {
  const popup = await chromium.clickToolbar(tab);
  const row = await popup.waitForFunction(
    (words: string) =>
      [...document.querySelectorAll('button[data-row]')].find((one) => one.textContent?.includes(words)),
    { timeout: 10_000 },
    title,
  );
  await row.asElement()?.click();
  return chromium.sidePanel();
}

/** Goes from the article back to the list. */
export async function backToList(page: Page): Promise<void> {
  await page.locator('aria/Back to the list[role="button"]').click();
  await page.waitForFunction(() => !document.querySelector('main article'));
}
