import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { readLibrary } from './driver/library';
import { read, save } from './driver/popup';
import { readerTitle } from './driver/reader';
import { accessibilityFaults, textShown, waitForText } from './driver/screen';
import { PAGES, type Stage, setStage } from './driver/stage';

let stage: Stage;

afterEach(() => stage?.close());

const articleText = (page: Page) => page.$eval('.article-text', (text) => text.textContent ?? '');
const press = (page: Page, name: string) => page.locator(`aria/${name}[role="button"]`).click();

/** Saves the first page of an article of three and opens it in the side panel. */
async function readFirstPage(build: 'production' | 'granted'): Promise<Page> {
  stage = await setStage(build);
  const popup = await stage.chromium.clickToolbar(await stage.visit(PAGES.inParts));
  await save(popup);
  await read(popup);
  const panel = await stage.chromium.sidePanel();
  await readerTitle(panel);
  await waitForText(panel, 'This article goes on. 1 of 3 pages are here.');
  return panel;
}

test('an article of three pages is read whole after one press, and is as it was after another', async () => {
  const panel = await readFirstPage('granted');
  const first = await articleText(panel);
  expect(stage.site.requests.filter(({ url }) => /in-parts-\d/.test(url))).toEqual([]);
  expect(await accessibilityFaults(panel)).toEqual([]);

  await press(panel, 'Add all pages');
  await waitForText(panel, '2 pages added.');

  const whole = await articleText(panel);
  expect(whole).toContain('from the whole length of the quay.');
  for (const once of ['A bell that nobody could date', 'The tower above the quay.', 'The second winter was spent'])
    expect(whole.split(once)).toHaveLength(2);
  expect(await panel.$$('.article-text hr')).toHaveLength(2);
  expect(await textShown(panel)).not.toContain('This article goes on');
  expect(await accessibilityFaults(panel)).toEqual([]);
  const [article] = await readLibrary(await stage.openOwn('options.html'));
  expect(article?.pictures.kept).toBe(2);

  await press(panel, 'Undo');
  await waitForText(panel, 'The article is as it was before.');
  expect(await articleText(panel)).toBe(first);
});

test('the next page is added from its own tab without any permission', async () => {
  const panel = await readFirstPage('production');

  const popup = await stage.chromium.clickToolbar(await stage.visit('/in-parts-2.html'));
  await press(popup, 'Add to “Three winters with the harbour bell”');
  await waitForText(popup, 'The page was added to the article.');

  expect(await accessibilityFaults(popup)).toEqual([]);
  await waitForText(panel, 'This article goes on. 2 of 3 pages are here.');
  expect(await articleText(panel)).toContain('The second winter was spent');
});

test('without the permission the reader says so and leads to where it is given', async () => {
  const panel = await readFirstPage('production');
  const first = await articleText(panel);

  await press(panel, 'Add the next page');
  await waitForText(panel, 'Offprint may not read pages of 127.0.0.1 yet.');

  expect(await articleText(panel)).toBe(first);
  await press(panel, 'Allow…');
  await stage.chromium.browser.waitForTarget((target) => target.url().includes('welcome.html'), { timeout: 10_000 });
});
