import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { Chromium } from '../journeys/driver/chromium';
import { picturesKept, save } from '../journeys/driver/popup';
import { type Moments, recordPages } from './recorder';
import { emptyLibrary } from './seed-library';

/** What is looked for in the popup, beside what `recordPages` notes in any page. */
const WATCHED = {
  preview: { selector: 'article h1', text: '\\S' },
  captured: { selector: 'article[aria-busy="false"]' },
  saved: { selector: '[role="status"]', text: 'Saved to your library' },
  pictures: { selector: '[role="status"]', text: '\\d+ of \\d+ pictures? kept' },
};

/** One save, in ms by stage; `readability` is Readability alone on the same page in the same tab, clone of the page included. */
export type SaveTimes = {
  /** The click on the toolbar button to the popup's first paint with the page's title. */
  readonly popup: number;
  /** From there until the page is captured. */
  readonly capture: number;
  /** The press on Save until the popup says that it is saved. */
  readonly save: number;
  /** From there until every picture has been kept or given up. */
  readonly pictures: number;
  /** The click until saved, without the time the person takes to press Save. */
  readonly clickToSaved: number;
  readonly readability: number;
};

/** Saves the page at `url` `runs` times in one browser, each time into an empty library. The first save warms up and is left out. */
export async function measureSaves(extension: string, url: string, runs: number): Promise<SaveTimes[]> {
  const readability = await readReadability();
  const chromium = await Chromium.start({ extension, lang: 'en-US' });
  try {
    await recordPages(chromium.browser, { 'popup.html': WATCHED });
    const own = await chromium.open(chromium.url('manifest.json'));
    const times: SaveTimes[] = [];
    for (let run = 0; run <= runs; run++) {
      await emptyLibrary(own);
      const tab = await chromium.open(url);
      const alone = await timeReadability(tab, readability);
      const measured: SaveTimes = { ...(await measureSave(chromium, tab)), readability: alone };
      if (run > 0) times.push(measured);
      await tab.close();
    }
    return times;
  } finally {
    await chromium.close();
  }
}

async function measureSave(chromium: Chromium, tab: Page): Promise<Omit<SaveTimes, 'readability'>> {
  await tab.bringToFront();
  const clicked = performance.timeOrigin + performance.now();
  const popup = await chromium.clickToolbar(tab);
  await save(popup);
  await picturesKept(popup).catch(() => null);
  const at = (await popup.evaluate('moments')) as Moments;
  await popup.close();
  const between = (from: number | undefined, to: number | undefined) => (to ?? Number.NaN) - (from ?? Number.NaN);
  const popupShown = Math.max(at.paint ?? Number.NaN, at.preview ?? Number.NaN);
  const captured = Math.max(popupShown, at.captured ?? Number.NaN);
  return {
    popup: between(clicked, popupShown),
    capture: between(popupShown, captured),
    save: between(at.press, at.saved),
    pictures: between(at.saved, at.pictures),
    clickToSaved: between(clicked, captured) + between(at.press, at.saved),
  };
}

/** The library as it is published, as a script that defines `Readability`. */
async function readReadability(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
}

async function timeReadability(tab: Page, source: string): Promise<number> {
  return tab.evaluate(`(() => {
    const module = {};
    ${source};
    const started = performance.now();
    new Readability(document.cloneNode(true)).parse();
    return performance.now() - started;
  })()`) as Promise<number>;
}
