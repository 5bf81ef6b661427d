import type { Page } from 'puppeteer-core';
import { Chromium } from '../journeys/driver/chromium';
import { startSampleSite } from '../samples/server.mjs';
import { bundle } from './bundle';
import type { ExtractCost } from './extract-cost';

/** Sample pages from short to 200,000 characters. */
const PAGES = ['/short', '/cnbeta/articles/tech/1109219.htm', '/arabic', '/long-read', '/long'];

/** What extracting each sample page costs in a real page of real Chromium, beside Readability alone in the same run. */
export async function measureExtraction(
  extension: string,
): Promise<{ readonly path: string; readonly cost: ExtractCost }[]> {
  const script = await bundle('tests/bench/extract-cost.ts', 'bench');
  const site = await startSampleSite();
  const chromium = await Chromium.start({ extension, lang: 'en-US' });
  try {
    const costs: { path: string; cost: ExtractCost }[] = [];
    for (const path of PAGES) {
      const tab = await chromium.open(site.url(path));
      costs.push({ path, cost: await measureIn(tab, script) });
      await tab.close();
    }
    return costs;
  } finally {
    await chromium.close();
    await site.close();
  }
}

function measureIn(tab: Page, script: string): Promise<ExtractCost> {
  return tab.evaluate(`${script};bench.measureExtractCost(document, location.href)`) as Promise<ExtractCost>;
}
