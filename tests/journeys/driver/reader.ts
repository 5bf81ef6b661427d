import type { Page } from 'puppeteer-core';
import type { Chromium } from './chromium';

/** Waits until the reader shows its article; resolves with the article's title. */
export async function readerTitle(page: Page): Promise<string> {
  await page.waitForSelector('main[aria-busy="false"] article h1');
  return page.$eval('main article h1', (heading) => heading.textContent?.trim() ?? '');
}

/** Opens a saved article from the popup's list of the newest, in whatever tab is in front; resolves with the side panel. */
export async function openFromList(chromium: Chromium, tab: Page, title: string): Promise<Page> {
  const popup = await chromium.clickToolbar(tab);
  const row = await popup.waitForSelector(`aria/${title} [role="button"]`).catch(() => null);
  if (row) await row.click();
  else await popup.locator(`section button ::-p-text(${title})`).click();
  return chromium.sidePanel();
}
