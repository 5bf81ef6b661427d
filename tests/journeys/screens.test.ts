import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '../tools/project.mjs';
import { readLibrary } from './driver/library';
import { previewTitle } from './driver/popup';
import { readerTitle } from './driver/reader';
import { accessibilityFaults, waitForText } from './driver/screen';
import { PAGES, type Stage, setStage } from './driver/stage';

describe.each([
  ['en-US', 'en'],
  ['zh-CN', 'zh_CN'],
])('in %s every screen is accessible as a whole:', (lang, locale) => {
  let stage: Stage;
  let words: Readonly<Record<string, { readonly message: string }>>;
  const say = (key: string) => words[key]?.message ?? key;

  beforeAll(async () => {
    words = JSON.parse(await readFile(at('public/_locales', locale, 'messages.json'), 'utf8'));
    stage = await setStage('production', lang);
  });

  afterAll(() => stage?.close());

  async function expectAccessible(page: Page): Promise<void> {
    expect(await page.$eval('html', (root) => root.lang)).toMatch(lang.slice(0, 2));
    expect(await accessibilityFaults(page)).toEqual([]);
  }

  test('the popup before and after a save', async () => {
    const popup = await stage.chromium.clickToolbar(await stage.visit(PAGES.longRead));
    await previewTitle(popup);

    await expectAccessible(popup);
    await popup.keyboard.press('Enter');
    await waitForText(popup, say('popupSaved'));
    await expectAccessible(popup);

    await popup.locator(`aria/${say('popupRead')}[role="button"]`).click();
  });

  test('the side panel’s reader, its type settings and its list', async () => {
    const panel = await stage.chromium.sidePanel();
    await readerTitle(panel);

    await expectAccessible(panel);
    await panel.locator(`aria/${say('readerType')}[role="button"]`).click();
    await panel.waitForSelector('[role="dialog"]');
    await expectAccessible(panel);
    await panel.keyboard.press('Escape');
    await panel.locator(`aria/${say('readerBack')}[role="button"]`).click();
    await panel.waitForSelector('a[data-title]', { visible: true });
    await expectAccessible(panel);
  });

  test('the library page with an article open beside the list', async () => {
    const [article] = await readLibrary(await stage.openOwn('options.html'));
    const page = await stage.openOwn(`library.html#/article/${article?.id}`);
    // The open side panel leaves this tab less room than two panes need.
    await page.setViewport({ width: 1280, height: 800 });
    await readerTitle(page);
    await page.waitForSelector('a[data-title]', { visible: true });

    await expectAccessible(page);
  });

  test.each(['welcome.html', 'options.html', 'queue.html', 'storage.html'])('%s', async (path) => {
    const page = await stage.openOwn(path);
    await page.waitForSelector('h1');

    await expectAccessible(page);
  });
});
