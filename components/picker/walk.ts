/** Least side, in CSS px, of a box that can be seen and picked. */
const LEAST_SIDE = 8;

/** What holds one run of text: whoever points at it means what it stands in. */
const RUN_OF_TEXT =
  'a, abbr, b, bdi, cite, code, em, font, i, img, label, mark, q, s, small, span, strong, sub, sup, time, u, p, li, ul, ol, h1, h2, h3, h4, h5, h6, figcaption, figure, picture, blockquote, br, dd, dt, dl';

/** Where an arrow key leads. */
export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** The element that somebody means who points at this one: the box around a paragraph rather than the word in it. */
export function meantBy(element: Element): Element {
  let meant = element;
  for (let around = boxAround(meant); around && meant.matches(RUN_OF_TEXT); around = boxAround(meant)) meant = around;
  return meant;
}

/** What to begin with before anybody has pointed at anything. */
export function firstChoice(document: Document): Element {
  const marked = [...document.querySelectorAll('[itemprop~="articleBody"], article, main, [role="main"]')];
  return marked.find(isPickable) ?? document.body;
}

/** The element an arrow leads to from another: out, in, back or on; the same one when there is none. `inner`: where it came out of. */
export function walk(from: Element, direction: Direction, inner: Element | null): Element {
  if (direction === 'ArrowUp') return boxAround(from) ?? from;
  if (direction === 'ArrowDown') {
    if (inner && from.contains(inner) && inner !== from) return inner;
    return [...from.children].find(isPickable) ?? from;
  }
  const step = direction === 'ArrowLeft' ? 'previousElementSibling' : 'nextElementSibling';
  let next = from[step];
  while (next && !isPickable(next)) next = next[step];
  return next ?? from;
}

/** Whether an element is part of the page's body and can be seen. */
export function isPickable(element: Element): boolean {
  if (!element.ownerDocument.body?.contains(element)) return false;
  const { width, height } = element.getBoundingClientRect();
  return width >= LEAST_SIDE && height >= LEAST_SIDE;
}

/** The nearest box around an element that can be picked: some have no size of their own (`display: contents`). */
function boxAround(element: Element): Element | null {
  let around = element.parentElement;
  while (around && !isPickable(around)) around = around.parentElement;
  return around;
}
