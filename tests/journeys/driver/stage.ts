import type { Page } from 'puppeteer-core';
import { startSampleSite } from '../../samples/server.mjs';
import { BUILDS } from '../../tools/build.mjs';
import { Chromium } from './chromium';

/** Addresses of sample pages that journeys visit; `tests/samples/README.md` says what each one is. */
export const PAGES = {
  seed: '/cnbeta/articles/tech/1109219.htm',
  longRead: '/long-read',
  pictures: '/pictures',
  changing: '/changing',
  inParts: '/in-parts.html',
} as const;

/** A browser with Offprint and the sample site it visits. */
export interface Stage {
  readonly chromium: Chromium;
  readonly site: Awaited<ReturnType<typeof startSampleSite>>;
  /** Opens a page of the sample site. */
  visit(path: string): Promise<Page>;
  /** Opens one of Offprint's own pages in a tab. */
  openOwn(path: string): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts both. `production` is what the stores get; `granted` holds the host permission for this machine, as after a yes on
 * the welcome page, which no program can say to the browser.
 */
export async function setStage(build: 'production' | 'granted', lang = 'en-US'): Promise<Stage> {
  const { folder } = BUILDS[build === 'production' ? 'chrome' : 'chrome-e2e'];
  const [site, chromium] = await Promise.all([startSampleSite(), Chromium.start({ extension: folder, lang })]);
  return {
    site,
    chromium,
    visit: (path) => chromium.open(site.url(path)),
    openOwn: (path) => chromium.open(chromium.url(path)),
    async close() {
      await chromium.close();
      await site.close();
    },
  };
}
