/**
 * Most elements that Readability is run on: what is around a few thousand in the news takes it tens of milliseconds, this many
 * half a second on an idle machine and still less than 5 s on one ten times as slow.
 */
export const MAX_PAGE_ELEMENTS = 25_000;
/** Deepest nesting it is run on: its cost grows with the square of it, 500 levels take 4 s. */
export const MAX_PAGE_DEPTH = 200;
/** Most characters of text, scripts not counted: asked once the page is prepared. */
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

/** Whether a part of a page is small and flat enough. */
export function isWorkable(root: Element): boolean {
  if (root.getElementsByTagName('*').length > MAX_PAGE_ELEMENTS) return false;
  return isFlat(root);
}

/** Walks, since a selector that asks for so many parents climbs from every element. A walker, since a page can name its controls. */
function isFlat(root: Element): boolean {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let depth = 0; depth < MAX_PAGE_DEPTH; ) {
    if (walker.firstChild()) depth += 1;
    else
      while (!walker.nextSibling()) {
        if (!walker.parentNode()) return true;
        depth -= 1;
      }
  }
  return false;
}
