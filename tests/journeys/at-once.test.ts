import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picturesKept, previewTitle, read, save } from './driver/popup';
import { backToList, listedTitles } from './driver/reader';
import { PAGES, type Stage, setStage } from './driver/stage';

/** An article with one picture, of the sample site. */
const SHORT = '/archive/1002';

let stage: Stage;
/** The three lists a person can have open at once. */
let panel: Page;
let tab: Page;
let otherTab: Page;

beforeAll(async () => {
  stage = await setStage('production');
  const popup = await stage.chromium.clickToolbar(await stage.visit(SHORT));
  await save(popup);
  await picturesKept(popup);
  await read(popup);
  panel = await stage.chromium.sidePanel();
  await backToList(panel);
  tab = await stage.openOwn('library.html');
  otherTab = await stage.openOwn('library.html');
  for (const page of [panel, tab, otherTab]) await waitForTitles(page, 1);
});

afterAll(() => stage?.close());

/** Waits until a list holds so many articles; resolves with their titles. */
async function waitForTitles(page: Page, count: number): Promise<string[]> {
  await page.waitForFunction(
    (wanted: number) => document.querySelectorAll('a[data-title]').length === wanted,
    { timeout: 10_000, polling: 50 },
    count,
  );
  return listedTitles(page);
}

/** Presses a key of the list on the row of an article. */
async function pressOn(page: Page, title: string, key: 'f' | 'e' | 'z'): Promise<void> {
  await page.bringToFront();
  await page.evaluate((wanted: string) => {
    const rows = [...document.querySelectorAll<HTMLElement>('a[data-title]')];
    rows.find((row) => row.textContent?.trim() === wanted)?.focus();
  }, title);
  await page.keyboard.press(key);
}

test('what the popup saves appears in the side panel and in every tab', async () => {
  const popup = await stage.chromium.clickToolbar(await stage.visit(PAGES.changing));
  const title = await previewTitle(popup);
  await save(popup);
  await popup.close();

  const lists = await Promise.all([panel, tab, otherTab].map((page) => waitForTitles(page, 2)));

  expect(lists.map(([newest]) => newest)).toEqual([title, title, title]);
});

test('a favourite marked here and an article archived there are so everywhere, and an undo too', async () => {
  const [newest = '', oldest = ''] = await listedTitles(tab);
  const isFavourite = (page: Page) =>
    page.waitForFunction(
      () =>
        document.querySelector('a[data-title]')?.closest('[role="row"], li')?.querySelector('[aria-pressed="true"]'),
      { timeout: 10_000, polling: 50 },
    );

  await pressOn(tab, newest, 'f');
  await Promise.all([panel, otherTab].map(isFavourite));
  await pressOn(otherTab, oldest, 'e');
  const archived = await Promise.all([panel, tab].map((page) => waitForTitles(page, 1)));
  await pressOn(otherTab, newest, 'z');
  const undone = await Promise.all([panel, tab].map((page) => waitForTitles(page, 2)));

  expect(archived).toEqual([[newest], [newest]]);
  expect(undone).toEqual([
    [newest, oldest],
    [newest, oldest],
  ]);
});
