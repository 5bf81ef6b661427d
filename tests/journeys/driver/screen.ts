import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

/** Everything a page shows as text. */
export function textShown(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not shown
  return page.evaluate(() => document.body?.innerText ?? '');
}

/** Waits until the page shows these words; rejects after `timeout` ms with what it shows instead. */
export async function waitForText(page: Page, words: string | RegExp, timeout = 10_000): Promise<void> {
  const source = typeof words === 'string' ? words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : words.source;
  try {
    await page.waitForFunction(
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not shown
      (pattern: string) => new RegExp(pattern).test(document.body?.innerText ?? ''),
      { timeout },
      source,
    );
  } catch {
    throw new Error(
      `“${source}” did not appear within ${timeout} ms on ${page.url()}, which shows:\n${await textShown(page)}`,
    );
  }
}

/**
 * Scrolls through the page as a reader would, so that pictures which wait to come near are drawn, and back to the top.
 * Resolves with how many pictures are drawn with pixels and how many are not.
 */
export async function picturesDrawn(page: Page, within = 'article'): Promise<{ drawn: number; empty: number }> {
  return page.evaluate(async (selector: string) => {
    const images = () => [...document.querySelectorAll<HTMLImageElement>(`${selector} img`)];
    for (const image of images()) {
      image.scrollIntoView({ block: 'center' });
      const until = performance.now() + 2_000;
      while (image.naturalWidth === 0 && performance.now() < until) await new Promise((next) => setTimeout(next, 20));
    }
    images()[0]?.scrollIntoView({ block: 'center' });
    const drawn = images().filter((image) => image.complete && image.naturalWidth > 0).length;
    return { drawn, empty: images().length - drawn };
  }, within);
}

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every accessibility fault that axe-core finds on a page as it stands, whole-page rules included, each said with its markup. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(await axe);
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => id + ': ' + help + '\\n' + node.html + '\\n' + (node.failureSummary ?? ''))))`) as Promise<
    string[]
  >;
}
