/** Most elements of a page that Readability is run on: it takes about a second for 50,000 (measured on a 2-core machine). */
export const MAX_PAGE_ELEMENTS = 50_000;
/** Deepest nesting it is run on: its cost grows with the square of it, 500 levels take 4 s. */
export const MAX_PAGE_DEPTH = 200;
/** Most characters of text. */
export const MAX_PAGE_TEXT = 5_000_000;

/** Whether a page is small and flat enough to be worked through within a few seconds. One pass, nothing is changed. */
export function isWorkable(document: Document): boolean {
  const root = document.documentElement;
  if (!root) return true;
  if (document.getElementsByTagName('*').length > MAX_PAGE_ELEMENTS) return false;
  if (isDeeperThan(root, MAX_PAGE_DEPTH)) return false;
  return !hasMoreTextThan(document, MAX_PAGE_TEXT);
}

function isDeeperThan(root: Element, limit: number): boolean {
  let depth = 1;
  let element: Element = root;
  while (true) {
    const child = element.firstElementChild;
    if (child) {
      element = child;
      depth += 1;
      if (depth > limit) return true;
      continue;
    }
    while (element !== root && !element.nextElementSibling) {
      element = element.parentElement ?? root;
      depth -= 1;
    }
    if (element === root) return false;
    element = element.nextElementSibling ?? root;
  }
}

/** Counts only what could be read: scripts hold megabytes that nobody works through. */
function hasMoreTextThan(document: Document, limit: number): boolean {
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) {
    length += (walker.currentNode as Text).length;
    if (length > limit) return true;
  }
  return false;
}
