const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const COMMENT_NODE = 8;

/** Whether a node is an element; by its type, since nodes may come from another document. */
export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === ELEMENT_NODE;
}

/** Whether a node is text. */
export function isText(node: Node | null | undefined): node is Text {
  return node?.nodeType === TEXT_NODE;
}

/** Whether a node is a comment. */
export function isComment(node: Node | null | undefined): node is Comment {
  return node?.nodeType === COMMENT_NODE;
}

/** Every comment in an element, in order. */
export function commentsIn(root: Element): Comment[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments: Comment[] = [];
  while (walker.nextNode()) if (isComment(walker.currentNode)) comments.push(walker.currentNode);
  return comments;
}

/** The parent of the element itself: a control of a form may be named that, and then be what the form has there. */
export function parentOf(element: Element): Element | null {
  return Reflect.get(Node.prototype, 'parentElement', element);
}

/** Puts an element's children in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Takes off the attributes by which a page hides an element. */
export function unhide(element: Element): void {
  for (const name of ['hidden', 'aria-hidden', 'style']) element.removeAttribute(name);
}

/** Words as a reader sees them: runs of white space are one space, none at the ends. */
export function words(text: string | null | undefined): string {
  if (!text) return '';
  const trimmed = text.trim();
  return UNTIDY.test(trimmed) ? trimmed.replace(RUNS, ' ') : trimmed;
}

/** White space that is not one space, asked for first: nearly all texts are tidy, and looking costs half of what replacing nothing does. */
const UNTIDY = /[^\S ]| {2}/;
const RUNS = /\s{2,}|[^\S ]/g;

/** The absolute http(s) form of a url found in a page; null for everything else (`javascript:`, `data:`, nonsense). */
export function httpUrl(url: string | null | undefined, baseUrl: string): string | null {
  const trimmed = url?.trim();
  if (!trimmed) return null;
  try {
    const parsed = new URL(trimmed, baseUrl);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
  } catch {
    return null;
  }
}

/** A whole number of CSS pixels from an attribute such as `640` or `640px`; null for percentages and nonsense. */
export function pixels(value: string | null): number | null {
  const match = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/.exec(value ?? '');
  const size = Number(match?.[1] ?? 0);
  return size > 0 ? size : null;
}

/**
 * What any of the selectors finds, in the order of the document. Those that find nothing, as most do, are asked one by one: in a list they
 * would be asked of every element.
 */
export function selectAny(root: Document | Element, selectors: readonly string[]): readonly Element[] {
  const present = selectors.filter((selector) => root.querySelector(selector) !== null);
  return present.length === 0 ? [] : [...root.querySelectorAll(present.join())];
}

/** What any of the selectors finds, in their order. One by one they cost a tenth of what a list of them does when a page has none. */
export function selectEach(root: Document | Element, selectors: readonly string[]): Element[] {
  const found: Element[] = [];
  for (const selector of selectors) {
    if (root.querySelector(selector) === null) continue;
    for (const element of root.querySelectorAll(selector)) found.push(element);
  }
  return found;
}
