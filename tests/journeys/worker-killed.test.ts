import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLibrary, waitForLibrary } from './driver/library';
import { previewTitle } from './driver/popup';
import { waitForText } from './driver/screen';
import { PAGES, type Stage, setStage } from './driver/stage';

/** Moments after the press on Save at which the worker is stopped, in ms: before the write, in it and after it. */
const MOMENTS = [0, 2, 5, 10, 20, 40, 80, 160];

let stage: Stage;
let own: Page;

beforeAll(async () => {
  stage = await setStage('granted');
  own = await stage.openOwn('options.html');
});

afterAll(() => stage?.close());

/** Opens the popup on a page and presses Save without waiting for what follows. */
async function pressSave(path: string): Promise<Page> {
  const popup = await stage.chromium.clickToolbar(await stage.visit(path));
  await previewTitle(popup);
  const button = await popup.waitForSelector('aria/Save[role="button"]');
  await button?.click();
  return popup;
}

test('a worker that was stopped before the save is woken by it', async () => {
  const popup = await stage.chromium.clickToolbar(await stage.visit('/archive/1000'));
  await previewTitle(popup);
  await stage.chromium.killWorker();

  await popup.locator('aria/Save[role="button"]').click();
  await waitForText(popup, 'Saved to your library.');
  await popup.close();

  const [article] = await readLibrary(own);
  expect(article?.whole).toBe(true);
});

test.each(MOMENTS)(
  'stopped %i ms after the press on Save, the article is whole or absent, and trying again keeps it once',
  async (ms) => {
    const path = `/archive/${2_000 + ms}`;
    const popup = await pressSave(path);
    await new Promise((resolve) => setTimeout(resolve, ms));
    await stage.chromium.killWorker();

    const found = (await readLibrary(own)).filter(({ url }) => url.endsWith(path));
    expect(found.every(({ whole }) => whole)).toBe(true);

    await popup.waitForSelector('::-p-aria(Try again[role="button"]), ::-p-aria(Read[role="button"])');
    const again = await popup.$('aria/Try again[role="button"]');
    await again?.click();
    await popup.waitForSelector('aria/Read[role="button"]');
    await popup.close();

    const kept = (await readLibrary(own)).filter(({ url }) => url.endsWith(path));
    expect(kept.map(({ whole }) => whole)).toEqual([true]);
  },
);

test('stopped between two pictures, the worker wakes by itself and keeps the rest', async () => {
  const isPage = ({ url }: { url: string }) => url.endsWith(PAGES.pictures);
  const popup = await pressSave(PAGES.pictures);
  await waitForText(popup, 'Saved to your library.');
  await waitForLibrary(own, (articles) => articles.some((one) => isPage(one) && one.pictures.kept > 0));
  await stage.chromium.killWorker();
  await popup.close();
  const [stopped] = (await readLibrary(own)).filter(isPage);

  const [resumed] = (
    await waitForLibrary(own, (articles) => articles.some((one) => isPage(one) && one.pictures.pending === 0), 90_000)
  ).filter(isPage);

  expect(stopped?.pictures.pending).toBeGreaterThan(0);
  expect(resumed?.pictures).toEqual({ kept: 10, pending: 0, missing: 3 });
});
