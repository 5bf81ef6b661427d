import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTexts, waitForLibrary } from './driver/library';
import { previewTitle, save } from './driver/popup';
import { accessibilityFaults, waitForText } from './driver/screen';
import { type Stage, setStage } from './driver/stage';

let stage: Stage;
let own: Page;

beforeAll(async () => {
  stage = await setStage('production');
  own = await stage.openOwn('options.html');
});

afterAll(() => stage?.close());

/** Opens the popup on a page without an article and asks to pick it, which closes the popup. */
async function beginPicking(path: string): Promise<Page> {
  const tab = await stage.visit(path);
  const popup = await stage.chromium.clickToolbar(tab);
  await waitForText(popup, 'No article was found on this page.');
  const closed = new Promise((resolve) => popup.once('close', resolve));
  await popup.locator('aria/Pick the article on the page[role="button"]').click();
  await closed;
  await tab.waitForFunction(() => document.documentElement.lastElementChild?.localName === 'div');
  return tab;
}

test('an article that extraction does not find is picked with the mouse, and the site is remembered', async () => {
  const tab = await beginPicking('/notices');
  const before = await tab.title();

  const words = await tab.$('.notice p');
  await words?.hover();
  // The bar stands last in the page's order: back from its end to the box that says to remember.
  for (let step = 0; step < 3; step++) {
    await tab.keyboard.down('Shift');
    await tab.keyboard.press('Tab');
    await tab.keyboard.up('Shift');
  }
  await tab.keyboard.press('Space');
  await words?.click();
  const [kept] = await waitForLibrary(own, (articles) => articles.length === 1);

  expect(kept?.title).toBe('The tide office');
  expect((await readTexts(own))[0]?.text).toContain('Ask at the kiosk for a key.');
  expect((await readTexts(own))[0]?.text).not.toContain('More notices');
  expect(await tab.title()).toBe(before);
  await tab.waitForFunction(() => document.documentElement.lastElementChild?.localName === 'body');
});

test('the next page of that site is read by what was remembered', async () => {
  const popup = await stage.chromium.clickToolbar(await stage.visit('/notices-2'));

  expect(await previewTitle(popup)).toBe('The bread van');
  await save(popup);
  await popup.close();

  const text = (await readTexts(own))[0]?.text ?? '';
  expect(text).toMatch(/^The van comes at nine.*step\.$/s);
});

test('the settings list the site, and its recipe can be tried on the open page', async () => {
  await own.bringToFront();
  await own.locator('aria/Edit 127.0.0.1[role="button"]').click();
  await own.locator('aria/Try on the open page[role="button"]').click();

  await waitForText(own, /Found: “The bread van”, \d+ words\. It begins: The van comes/);
  expect(await accessibilityFaults(own)).toEqual([]);
});

test('a page’s own programs can neither pick nor press', async () => {
  const tab = await beginPicking('/empty');

  const reached = await tab.evaluate(async () => {
    const main = document.querySelector('main') as HTMLElement;
    main.click();
    for (const key of ['Enter', 'Escape']) main.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    return document.documentElement.lastElementChild?.shadowRoot;
  });

  expect(reached).toBeNull();
  expect(await readTexts(own)).toHaveLength(2);
  await tab.keyboard.press('Escape');
  await tab.waitForFunction(() => document.documentElement.lastElementChild?.localName === 'body');
});
