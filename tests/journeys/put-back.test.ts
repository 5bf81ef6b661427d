import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { previewTitle, read, save } from './driver/popup';
import { readerTitle } from './driver/reader';
import { accessibilityFaults, textShown, waitForText } from './driver/screen';
import { PAGES, type Stage, setStage } from './driver/stage';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage('production');
});

afterAll(() => stage?.close());

const articleText = (page: Page) => page.$eval('.article-text', (text) => text.textContent ?? '');

test('a block left out of a saved article is put back, stays put back after an update, and is left out again', async () => {
  const tab = await stage.visit(PAGES.changing);
  const popup = await stage.chromium.clickToolbar(tab);
  await previewTitle(popup);
  await save(popup);
  await read(popup);
  const panel = await stage.chromium.sidePanel();
  await readerTitle(panel);
  await panel.locator('footer details summary').click();
  const before = await articleText(panel);
  const words = await panel.$eval('footer details li:has(button) bdi', (text) => text.textContent ?? '');
  expect(words).not.toBe('');
  expect(before).not.toContain(words);

  await panel.locator('footer details li button').click();
  await waitForText(panel, 'Leave out');

  expect(await articleText(panel)).toContain(words);
  expect(await accessibilityFaults(panel)).toEqual([]);

  const again = await stage.chromium.clickToolbar(tab);
  await again.locator('aria/Update[role="button"]').click();
  await waitForText(again, 'Nothing changed since you saved it.');
  await again.close();
  expect(await articleText(panel)).toContain(words);

  await panel.locator('footer details li button').click();
  await panel.waitForFunction(
    (was: string) => document.querySelector('.article-text')?.textContent === was,
    {},
    before,
  );
  expect(await textShown(panel)).not.toContain('Leave out');
});
