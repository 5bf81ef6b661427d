import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLibrary, readPosition } from './driver/library';
import { read, save } from './driver/popup';
import { openFromLibrary, paragraphAtTop, readerTitle, scrollToParagraph } from './driver/reader';
import { PAGES, type Stage, setStage } from './driver/stage';

/** How far (px) below the toolbar the paragraph may stand that was at its edge: the reader leaves a small gap. */
const NEAR = 24;

let stage: Stage;
let own: Page;
let panel: Page;
let id: string;
let title: string;

beforeAll(async () => {
  stage = await setStage('production');
  const popup = await stage.chromium.clickToolbar(await stage.visit(PAGES.longRead));
  await save(popup);
  await read(popup);
  panel = await stage.chromium.sidePanel();
  title = await readerTitle(panel);
  own = await stage.openOwn('options.html');
  const [article] = await readLibrary(own);
  id = article?.id ?? '';
});

afterAll(() => stage?.close());

/** Scrolls to a paragraph and waits until the library holds that place; resolves with the paragraph's words. */
async function readTo(page: Page, index: number): Promise<string> {
  const words = await scrollToParagraph(page, index);
  const until = Date.now() + 10_000;
  for (;;) {
    const position = await readPosition(own, id);
    if (position && words.startsWith(position.quote.slice(0, 20))) return words;
    if (Date.now() > until) throw new Error(`The place kept is ${JSON.stringify(position)} instead of “${words}”`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until the paragraph with these words is at the top, and says how far below the toolbar it stands. */
async function expectAtTop(page: Page, words: string): Promise<void> {
  await page.bringToFront();
  await expect.poll(() => paragraphAtTop(page).then((at) => at.words), { timeout: 15_000 }).toBe(words);
  expect(Math.abs((await paragraphAtTop(page)).distance)).toBeLessThan(NEAR);
}

test('where the side panel was read to, the full page goes on', async () => {
  const words = await readTo(panel, 6);

  const page = await stage.openOwn('library.html');
  await openFromLibrary(page, title);
  await readerTitle(page);

  await expectAtTop(page, words);
  await page.close();
});

test('where the full page was read to, the side panel goes on after it was loaded anew', async () => {
  const page = await stage.openOwn(`library.html#/article/${id}`);
  await readerTitle(page);
  await page.bringToFront();
  const words = await readTo(page, 9);
  await page.close();

  await panel.reload();
  await readerTitle(panel);

  await expectAtTop(panel, words);
});

test('a larger text leaves the words at the top where they were', async () => {
  const words = await readTo(panel, 8);

  await panel.locator('aria/Text and theme[role="button"]').click();
  await panel.locator('input[type="range"]').fill('26');
  await expect
    .poll(() => panel.$eval('main', (main) => getComputedStyle(main).getPropertyValue('--size').trim()))
    .toBe('26px');

  await expectAtTop(panel, words);
});

test('the larger text and the place are both there after a reload', async () => {
  await panel.reload();
  await readerTitle(panel);

  expect(await panel.$eval('main', (main) => getComputedStyle(main).getPropertyValue('--size').trim())).toBe('26px');
  const position = await readPosition(own, id);
  const { words } = await paragraphAtTop(panel);
  expect(words.startsWith(position?.quote.slice(0, 20) ?? '?')).toBe(true);
});
