import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { read, save } from './driver/popup';
import { backToList, listedTitles, readerTitle } from './driver/reader';
import { accessibilityFaults, textShown, waitForText } from './driver/screen';
import { PAGES, type Stage, setStage } from './driver/stage';

let stage: Stage;

afterEach(() => stage?.close());

const articleText = (page: Page) => page.$eval('.article-text', (text) => text.textContent ?? '');
const press = (page: Page, name: string) => page.locator(`aria/${name}[role="button"]`).click();

/** Waits until the article shows these words, or does not any more. */
const waitForArticle = (page: Page, words: string, isThere = true) =>
  page.waitForFunction(
    (wanted: string, there: boolean) =>
      document.querySelector('.article-text')?.textContent?.includes(wanted) === there,
    { timeout: 10_000 },
    words,
    isThere,
  );

/** Saves the ferry timetable and opens it in the side panel; what the site was asked until then is forgotten. */
async function readTimetable(build: 'production' | 'granted'): Promise<Page> {
  stage = await setStage(build);
  const popup = await stage.chromium.clickToolbar(await stage.visit(PAGES.changing));
  await save(popup);
  await read(popup);
  const panel = await stage.chromium.sidePanel();
  await readerTitle(panel);
  await waitForText(panel, 'Check for changes');
  stage.site.requests.length = 0;
  return panel;
}

/** How often the article's page was asked for. */
const asked = () => stage.site.requests.filter(({ url }) => url.startsWith('/changing')).length;

test('a page that changes is compared, its new text kept, and the earlier one gone back to', async () => {
  const panel = await readTimetable('granted');
  stage.site.setPage('/changing', '/changing-2.html');
  expect(asked()).toBe(0);

  await press(panel, 'Check for changes');
  await waitForText(panel, 'The page has changed.');
  expect(asked()).toBe(1);
  expect(await articleText(panel)).toContain('forty minutes');

  await press(panel, 'Show what changed');
  await panel.waitForSelector('dialog [data-place]');
  const marked = (tag: string) =>
    panel.$$eval(`dialog ${tag}`, (all) =>
      all.map((each) => {
        const copy = each.cloneNode(true) as Element;
        for (const heard of copy.querySelectorAll('.visually-hidden')) heard.remove();
        return copy.textContent ?? '';
      }),
    );
  expect(await marked('del')).toContain('forty');
  expect(await marked('ins')).toEqual(
    expect.arrayContaining(['thirty-five', expect.stringMatching(/^Correction, 12 March/)]),
  );
  await panel.keyboard.press('n');
  expect(await panel.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Difference 1 of/);
  expect(await accessibilityFaults(panel)).toEqual([]);

  await press(panel, 'Keep the new text');
  await waitForArticle(panel, 'thirty-five minutes');
  await waitForText(panel, 'Changed since you saved it on');
  expect(await accessibilityFaults(panel)).toEqual([]);

  await panel.locator('details ::-p-text(2 versions)').click();
  await waitForText(panel, 'First saved');
  await panel.locator('button[aria-label^="Show the text of"]').click();
  await waitForArticle(panel, 'forty minutes');
  await waitForText(panel, 'a newer one is kept.');
  await press(panel, 'Undo');
  await waitForArticle(panel, 'thirty-five minutes');
});

test('a page that is gone is marked, in the reader and in the list', async () => {
  const panel = await readTimetable('granted');
  stage.site.setPage('/changing', 410);

  await press(panel, 'Check for changes');
  await waitForText(panel, 'the page is gone. Yours is the copy that is left.');
  expect(await articleText(panel)).toContain('forty minutes');

  await backToList(panel);
  await panel.waitForSelector('[title="Its page is gone: this is the copy that is left"]');
  expect(await accessibilityFaults(panel)).toEqual([]);
});

test('a selection is checked, one page after the other, and a page that moved is remembered', async () => {
  const panel = await readTimetable('granted');
  await save(await stage.chromium.clickToolbar(await stage.visit('/archive/3')));
  stage.site.setPage('/archive/3', '>/archive/news/3');
  stage.site.setPage('/archive/news/3', '/archive/3');
  await backToList(panel);
  await panel.waitForFunction(() => document.querySelectorAll('a[data-title]').length === 2);
  expect(await listedTitles(panel)).toHaveLength(2);

  await panel.bringToFront();
  await panel.$$eval('input[type="checkbox"]', (boxes) => {
    for (const box of boxes) box.click();
  });
  await press(panel, 'Check for changes');
  await waitForText(panel, '2 articles checked. 1 moved · 1 unchanged');
  expect(await accessibilityFaults(panel)).toEqual([]);
  await panel.locator('dialog button[aria-label^="Remember the new address of"]').click();

  await waitForText(panel, 'The new address is remembered.');
});

test('without the permission the reader says so and leads to where it is given', async () => {
  const panel = await readTimetable('production');

  await press(panel, 'Check for changes');
  await waitForText(panel, 'Offprint may not read pages of 127.0.0.1 yet.');

  expect(asked()).toBe(0);
  expect(await textShown(panel)).not.toContain('Checked');
  await press(panel, 'Allow…');
  await stage.chromium.browser.waitForTarget((target) => target.url().includes('welcome.html'), { timeout: 10_000 });
});
