import type { ElementHandle, Page } from 'puppeteer-core';
import type { Chromium } from './chromium';

/** What a person does where saved articles are read: the side panel or the full page. */

/** Waits until the reader shows its article; resolves with the article's title. */
export async function readerTitle(page: Page): Promise<string> {
  await page.waitForSelector('main[aria-busy="false"] article h1');
  return page.$eval('main article h1', (heading) => heading.textContent?.trim() ?? '');
}

/** Clicks the element that matches and holds these words, once it is there and has come to rest. */
async function clickByWords(page: Page, selector: string, words: string): Promise<void> {
  const found = await page.waitForFunction(
    (matching: string, wanted: string) =>
      [...document.querySelectorAll(matching)].find((element) => element.textContent?.includes(wanted)) ?? false,
    { timeout: 10_000 },
    selector,
    words,
  );
  const element = found.asElement() as ElementHandle<Element> | null;
  await element?.asLocator().click();
}

/** Opens a saved article from the popup's list of the newest, in whatever tab is in front; resolves with the side panel. */
export async function openFromList(chromium: Chromium, tab: Page, title: string): Promise<Page> {
  const popup = await chromium.clickToolbar(tab);
  await clickByWords(popup, 'button[data-row]', title);
  return chromium.sidePanel();
}

/** Goes from the article back to the list. */
export async function backToList(page: Page): Promise<void> {
  await page.locator('aria/Back to the list[role="button"]').click();
  await page.waitForFunction(() => !document.querySelector('main article'));
}

/** The titles that the list shows, in its order. */
export function listedTitles(page: Page): Promise<string[]> {
  return page.$$eval('a[data-title]', (titles) => titles.map((title) => title.textContent?.trim() ?? ''));
}

/** Types into the list's title filter, as over whatever stands in it, and waits until the list holds `count` articles. */
export async function filterList(page: Page, words: string, count: number): Promise<void> {
  await page.locator('input[type="search"]').fill(words);
  await page.waitForFunction(
    (wanted: number) => document.querySelectorAll('a[data-title]').length === wanted,
    { timeout: 10_000 },
    count,
  );
}

/** Opens the article with this title from the list. */
export async function openFromLibrary(page: Page, title: string): Promise<void> {
  await clickByWords(page, 'a[data-title]', title);
}

/** Turns the wheel over the article until its paragraph `index` begins right below the toolbar; resolves with its words. */
export async function scrollToParagraph(page: Page, index: number): Promise<string> {
  await page.bringToFront();
  const paragraph = (await page.$$('main article p:not(header p, footer p)'))[index];
  if (!paragraph) throw new Error(`The article has no paragraph ${index}`);
  for (let turns = 0; turns < 20; turns++) {
    const { away, x, y } = await paragraph.evaluate((element) => {
      const bar = document.querySelector('main [role="toolbar"]')?.getBoundingClientRect();
      const { left, width, top } = element.getBoundingClientRect();
      return { away: top - (bar?.bottom ?? 0) - 4, x: left + width / 2, y: innerHeight / 2 };
    });
    if (Math.abs(away) < 3) break;
    await page.mouse.move(x, y);
    await page.mouse.wheel({ deltaY: away });
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return paragraph.evaluate((element) => element.textContent?.trim() ?? '');
}

/** The paragraph whose beginning is nearest to the lower edge of the toolbar, and how far (px) below that edge it begins. */
export function paragraphAtTop(page: Page): Promise<{ words: string; distance: number }> {
  return page.evaluate(() => {
    const edge = document.querySelector('main [role="toolbar"]')?.getBoundingClientRect().bottom ?? 0;
    let nearest = { words: '', distance: Number.POSITIVE_INFINITY };
    for (const element of document.querySelectorAll('main article p:not(header p, footer p)')) {
      const distance = element.getBoundingClientRect().top - edge;
      if (Math.abs(distance) < Math.abs(nearest.distance))
        nearest = { words: element.textContent?.trim() ?? '', distance };
    }
    return nearest;
  });
}
