import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { Chromium } from '../journeys/driver/chromium';
import { type Moments, recordPages, recordTab } from './recorder';
import { seedLibrary } from './seed-library';

/** From the click to a screen that can be used, in ms. */
export type PaintTimes = {
  /** The toolbar click until the popup's document holds the title. */
  readonly popupTitle: number;
  /** The toolbar click to the popup's first paint with the title: a frame or two later, when the browser draws. */
  readonly popup: number;
  /** The toolbar click to the paint with the newest saved articles. */
  readonly popupList: number;
  /** The click on Read to the article's title in the side panel. */
  readonly panelReader: number;
  /** Opening the side panel's page to its first row. */
  readonly panelList: number;
};

/** Before each click, in ms: what the pages of the run before it left behind is over then. */
const REST = 500;

const POPUP = { preview: { selector: 'article h1', text: '\\S' }, list: { selector: '[data-row]' } };
const PANEL = {
  title: { selector: 'main article h1', text: '\\S' },
  list: { selector: '[data-title]' },
};

/** Opens popup and side panel `runs` times over a library of `count` articles; the first time warms up and is left out. */
export async function measureFirstPaints(
  extension: string,
  url: string,
  count: number,
  runs: number,
): Promise<PaintTimes[]> {
  const chromium = await Chromium.start({ extension, lang: 'en-US' });
  try {
    const own = await chromium.open(chromium.url('library.html'));
    await seedLibrary(own, count);
    await own.close();
    await recordPages(chromium.browser, { 'popup.html': POPUP, 'sidepanel.html': PANEL });
    const tab = await chromium.open(url);
    const times: PaintTimes[] = [];
    for (let run = 0; run <= runs; run++) {
      await setTimeout(REST);
      const measured = { ...(await measurePopup(chromium, tab)), ...(await measureList(chromium)) };
      if (run > 0) times.push(measured);
    }
    return times;
  } finally {
    await chromium.close();
  }
}

async function measurePopup(chromium: Chromium, tab: Page): Promise<Omit<PaintTimes, 'panelList'>> {
  const clicked = now();
  const popup = await chromium.clickToolbar(tab);
  await popup.waitForFunction('moments.list && moments.paint && moments.preview');
  const moments = (await popup.evaluate('moments')) as Moments;
  const shown = Math.max(moments.paint ?? Number.NaN, moments.preview ?? Number.NaN);
  const pressed = now();
  await popup.locator('[data-row]').click();
  const panel = await chromium.sidePanel();
  await panel.waitForFunction('moments.title && moments.paint');
  const read = (await panel.evaluate('moments')) as Moments;
  await panel.close();
  return {
    popupTitle: (moments.preview ?? Number.NaN) - clicked,
    popup: shown - clicked,
    popupList: Math.max(shown, moments.list ?? Number.NaN) - clicked,
    panelReader: Math.max(read.title ?? Number.NaN, read.paint ?? Number.NaN) - pressed,
  };
}

/** The list, in a tab of its own: only there can it be opened without an article. */
async function measureList(chromium: Chromium): Promise<Pick<PaintTimes, 'panelList'>> {
  const page = await chromium.browser.newPage();
  await recordTab(page, PANEL);
  await page.goto(chromium.url('sidepanel.html'));
  await page.waitForFunction('moments.list && moments.paint');
  const { start = Number.NaN, paint = Number.NaN, list = Number.NaN } = (await page.evaluate('moments')) as Moments;
  await page.close();
  return { panelList: Math.max(paint, list) - start };
}

const now = () => performance.timeOrigin + performance.now();
