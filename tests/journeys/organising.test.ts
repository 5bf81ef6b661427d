import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { save } from './driver/popup';
import { accessibilityFaults, waitForText } from './driver/screen';
import { PAGES, type Stage, setStage } from './driver/stage';

let stage: Stage;
let list: Page;

beforeAll(async () => {
  stage = await setStage('production');
});

afterAll(() => stage?.close());

test('a rule made in the settings is followed by the next save', async () => {
  const settings = await stage.openOwn('options.html');
  // The welcome page may have come to the front meanwhile.
  await settings.bringToFront();
  await settings.locator('button::-p-text(Add a rule)').click();
  await settings.locator('form input[type="text"]:not([role])').fill('The Meridian Review');
  await settings.locator('form [role="combobox"]').fill('places/here');
  await settings.keyboard.press('Enter');
  await settings.locator('form button[type="submit"]').click();
  await waitForText(settings, 'No saved article would be changed.');

  const popup = await stage.chromium.clickToolbar(await stage.visit(PAGES.longRead));
  await save(popup);
  await popup.close();
  list = await stage.openOwn('library.html');

  await waitForText(list, 'places/here');
});

test('an article gets a day, stands in the queue and is found by a list', async () => {
  await list.bringToFront();
  await list.waitForSelector('a[data-title]', { visible: true });
  await list.keyboard.press('j');
  await list.keyboard.press('b');
  await list.locator('[role="dialog"] button::-p-text(Tomorrow)').click();
  await waitForText(list, 'Due tomorrow');

  await list.locator('[role="tab"][id$="-queue"]').click();
  await waitForText(list, /Queue · 1 article/);
  await list.keyboard.press('/');
  await list.keyboard.type('tag:places ');
  await list.waitForSelector('[aria-label="Filters"] button');
  await list.locator('button[aria-label="Lists"]').click();
  await list.locator('[role="menuitem"]::-p-text(Save this search)').click();
  await list.locator('dialog input[name="name"]').fill('Around here');
  await list.keyboard.press('Enter');
  await waitForText(list, 'Saved: “Around here”');
  expect(await accessibilityFaults(list)).toEqual([]);
  await list.keyboard.press('Escape');

  await waitForText(list, /Around here · 1 article/);
});
