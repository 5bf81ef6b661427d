import { browser } from 'wxt/browser';
import type { QueueEntry } from '../model/queue';

/** The links in what is selected in a tab that Offprint was invoked on, in the page's order; none where no extension may run. */
export async function linksInSelection(tabId: number, frameId = 0): Promise<QueueEntry[]> {
  try {
    const target = { tabId, frameIds: [frameId] };
    const [frame] = await browser.scripting.executeScript({ target, func: readSelectedLinks });
    return (frame?.result ?? []).filter(({ url }) => /^https?:/.test(url));
  } catch {
    return [];
  }
}

/** Runs in the page: must not refer to anything outside itself. At most 2,000 links, each with at most 300 characters of its words. */
function readSelectedLinks(): { url: string; title: string | null }[] {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return [];
  const here = location.href.replace(/#.*/, '');
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter((link) => selection.containsNode(link, true))
    .filter(({ href }) => href.replace(/#.*/, '') !== here)
    .slice(0, 2_000)
    .map(({ href, textContent }) => ({
      url: href,
      title: (textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 300) || null,
    }));
}
