/**
 * Most elements that Readability is run on: what is around a few thousand in the news takes it tens of milliseconds, this many
 * half a second on an idle machine and still less than 5 s on one ten times as slow.
 */
export const MAX_PAGE_ELEMENTS = 25_000;
/** Deepest nesting it is run on: its cost grows with the square of it, 500 levels take 4 s. */
export const MAX_PAGE_DEPTH = 200;
/** Most characters of text. */
export const MAX_PAGE_TEXT = 2_000_000;

/** Where pages say that their article is. */
const ARTICLE_PART = '[itemprop~="articleBody"], article, main, [role="main"]';

/** Most of these that are looked at. */
const PARTS_LOOKED_AT = 50;

/**
 * The part of a page that can be worked through within a few seconds: its body, or, where that is too large, what the page
 * marks as its article. Null when neither is small and flat enough. Nothing is changed.
 */
export function workablePart(document: Document): Element | null {
  const { body } = document;
  if (!body || isWorkable(body)) return body;
  const parts = [...document.querySelectorAll(ARTICLE_PART)].slice(0, PARTS_LOOKED_AT).filter(isWorkable);
  const lengthOf = (part: Element) => part.textContent?.length ?? 0;
  return parts.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0] ?? null;
}

function isWorkable(root: Element): boolean {
  if (root.getElementsByTagName('*').length > MAX_PAGE_ELEMENTS) return false;
  return !isDeeperThan(root, MAX_PAGE_DEPTH) && !hasMoreTextThan(root, MAX_PAGE_TEXT);
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
function hasMoreTextThan(root: Element, limit: number): boolean {
  if ((root.textContent?.length ?? 0) <= limit) return false;
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement?.localName === 'script') continue;
    length += (walker.currentNode as Text).length;
    if (length > limit) return true;
  }
  return false;
}
