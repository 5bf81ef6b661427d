import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLibrary } from './driver/library';
import { textShown, waitForText } from './driver/screen';
import { type Stage, setStage } from './driver/stage';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage('production');
});

afterAll(() => stage?.close());

/** The words on every button of the popup that a person could press. */
function buttons(popup: Page): Promise<string[]> {
  return popup.$$eval('button', (all) => all.map((one) => one.textContent?.replace('↵', '').trim() ?? ''));
}

/** The addresses of everything kept. */
async function keptUrls(): Promise<string[]> {
  const page = await stage.openOwn('options.html');
  const kept = await readLibrary(page);
  await page.close();
  return kept.map(({ url }) => url);
}

async function openPopupOn(url: string): Promise<Page> {
  const page = await stage.chromium.open(url);
  return stage.chromium.clickToolbar(page);
}

test.each(['chrome://version/', 'own page'])(
  '%s: no extension may read it, and the popup says where to go',
  async (where) => {
    const url = where === 'own page' ? stage.chromium.url('options.html') : where;

    const popup = await openPopupOn(url);
    await waitForText(popup, 'The browser lets no extension read this page.');

    expect(await textShown(popup)).toContain('Open a news page and click the button there.');
    expect((await buttons(popup)).filter((words) => words.startsWith('Save'))).toEqual([]);
    await popup.close();
  },
);

test('a PDF: the popup says so and keeps the link', async () => {
  const popup = await openPopupOn(stage.site.url('/report.pdf'));
  await waitForText(popup, 'This is a PDF. Offprint keeps web pages, but it can keep the link.');
  await popup.locator('aria/Save only the link[role="button"]').click();
  await waitForText(popup, 'Only its link is kept so far.');
  await popup.close();

  expect(await keptUrls()).toContain(stage.site.url('/report.pdf'));
});

test('a page without an article: the popup says so and keeps the visible text', async () => {
  const popup = await openPopupOn(stage.site.url('/empty'));
  await waitForText(popup, 'No article was found on this page.');
  expect(await buttons(popup)).toContain('Save only the link');
  await popup.locator('aria/Save the visible text[role="button"]').click();
  await waitForText(popup, 'Saved to your library.');
  await popup.close();

  expect(await keptUrls()).toContain(stage.site.url('/empty'));
});

test('a selection is asked for where nothing is selected, and kept once something is', async () => {
  const page = await stage.chromium.open(stage.site.url('/empty?once-more'));
  const popup = await stage.chromium.clickToolbar(page);
  await waitForText(popup, 'No article was found on this page.');

  await popup.locator('aria/Save the selection[role="button"]').click();
  await waitForText(popup, 'Select some text on the page first, then try again.');
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('footer') as Element));
  await popup.locator('aria/Save the selection[role="button"]').click();
  await waitForText(popup, 'Saved to your library.');
  await popup.close();

  expect(await keptUrls()).toContain(stage.site.url('/empty?once-more'));
});
