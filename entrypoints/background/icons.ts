import { browser } from '#imports';
import { reportError } from '../../utils/errors';
import type { ArticleId } from '../../utils/model/article';
import { cleanUrl } from '../../utils/model/canonical-url';
import type { Library } from '../../utils/model/library';
import type { Article } from '../../utils/model/saved-article';

/** Sizes the toolbar draws; the files are in `public/icon`. */
const SIZES = [16, 32] as const;

const SAVED_ICON = { 16: '/icon/saved-16.png', 32: '/icon/saved-32.png' };

/** How many pages the browser is asked to recognise: the newest saved. Adding 10,000 rules at once took 1.2 s, one takes under 2 ms. */
const MAX_RULES = 10_000;

/**
 * Shows on the toolbar that the current page is saved, without being allowed to see which page that is: Chromium is handed
 * one declarative rule an article and compares by itself. Elsewhere the icon follows the tabs whose address we may see.
 */
export function keepIconsRight(library: Library): void {
  if (browser.declarativeContent) {
    browser.runtime.onInstalled.addListener(() => void syncRules(library));
    browser.runtime.onStartup.addListener(() => void syncRules(library));
  } else {
    browser.tabs.onUpdated.addListener((tabId, change, tab) => {
      if (change.status === 'complete' && tab.url) void markIfSaved(library, tabId, tab.url);
    });
  }
}

/** Brings the rules of these articles up to date after a save, a deletion or its undo. */
export async function refreshIcons(library: Library, ids: readonly ArticleId[]): Promise<void> {
  if (!browser.declarativeContent) return;
  try {
    const items = await library.items(ids);
    const saved = items.filter((item) => !item.deleted).map((item) => item.article);
    await removeRules([...ids]);
    await addRules(saved);
  } catch (error) {
    reportError('marking saved pages', error);
  }
}

/** Marks one tab at once; the browser takes the mark off when the tab moves on. */
export async function markTabSaved(tabId: number): Promise<void> {
  try {
    await browser.action.setIcon({ tabId, path: SAVED_ICON });
  } catch {
    // The tab was closed meanwhile.
  }
}

async function markIfSaved(library: Library, tabId: number, url: string): Promise<void> {
  const mark = await library.findSaved([url]);
  if (mark && !mark.deleted) await markTabSaved(tabId);
}

/** Makes the rules those of the newest articles of the library, whatever they were before. */
async function syncRules(library: Library): Promise<void> {
  try {
    const wanted = (await library.list({ shelf: 'all', sort: 'newest' })).slice(0, MAX_RULES);
    const present = new Set((await readRules()).map((rule) => rule.id));
    const missing = wanted.filter((id) => !present.has(id));
    const gone = [...present].filter((id): id is string => id !== undefined && !wanted.includes(id));
    if (gone.length > 0) await removeRules(gone);
    await addRules((await library.items(missing)).map((item) => item.article));
  } catch (error) {
    reportError('marking saved pages', error);
  }
}

async function addRules(articles: readonly Article[]): Promise<void> {
  if (articles.length === 0) return;
  const imageData = await savedIconPixels();
  const rules = articles.map((article) => ({
    id: article.id,
    conditions: pageFilters(article).map((pageUrl) => new browser.declarativeContent.PageStateMatcher({ pageUrl })),
    actions: [new browser.declarativeContent.SetIcon({ imageData })],
  }));
  await new Promise<void>((resolve) => browser.declarativeContent.onPageChanged.addRules(rules, () => resolve()));
}

function removeRules(ids: string[]): Promise<void> {
  return new Promise((resolve) => browser.declarativeContent.onPageChanged.removeRules(ids, () => resolve()));
}

function readRules(): Promise<{ id?: string }[]> {
  return new Promise((resolve) => browser.declarativeContent.onPageChanged.getRules(resolve));
}

/** What the browser compares a page's address with: host and path, and the query parameters that name the article. */
function pageFilters(article: Article): chrome.events.UrlFilter[] {
  const addresses = [article.canonicalUrl, article.url].filter((url) => URL.canParse(url)).map(cleanUrl);
  return [...new Set(addresses)].map((address) => {
    const { hostname, pathname, search } = new URL(address);
    const filter = { hostEquals: hostname, pathEquals: pathname };
    return search ? { ...filter, queryContains: search.slice(1) } : filter;
  });
}

/** The saved icon as pixels: a rule takes no file names. */
async function savedIconPixels(): Promise<{ [size: number]: ImageData }> {
  const pixels: { [size: number]: ImageData } = {};
  for (const size of SIZES) {
    const file = await fetch(SAVED_ICON[size]);
    const bitmap = await createImageBitmap(await file.blob());
    const context = new OffscreenCanvas(size, size).getContext('2d');
    context?.drawImage(bitmap, 0, 0, size, size);
    const data = context?.getImageData(0, 0, size, size);
    if (data) pixels[size] = data;
  }
  return pixels;
}
