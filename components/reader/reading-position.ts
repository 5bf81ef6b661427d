import type { ReadingPosition } from '../../utils/model/saved-article';

/** Marks what Offprint draws inside an article (a picture's frame, its note): not the article's text, so not counted. */
export const DRAWN_ATTRIBUTE = 'data-offprint-drawn';

/** Longest quote kept, in UTF-16 units. */
const QUOTE_LENGTH = 64;
/** Shorter prefixes tried when the whole quote is not found any more; under four characters anything matches. */
const PREFIX_LENGTHS = [QUOTE_LENGTH, 40, 24, 12, 6];

/** The article's own text, as offsets count it: every text node but those Offprint drew. */
export function articleText(root: Element): string {
  return textNodes(root)
    .map((node) => node.data)
    .join('');
}

/**
 * The first words at or below `top` (viewport px), as a place in the text. Null when the article has no text there:
 * before it was laid out, or past its end.
 */
export function positionAt(root: Element, top: number, progress: number): ReadingPosition | null {
  const nodes = textNodes(root);
  const first = firstBelow(root, top);
  if (!first) return null;
  const before = nodes.slice(0, nodes.indexOf(first.node)).reduce((sum, node) => sum + node.length, 0);
  const text = nodes.map((node) => node.data).join('');
  let offset = before + first.offset;
  while (offset < text.length && /\s/.test(text.charAt(offset))) offset++;
  return { quote: text.slice(offset, offset + QUOTE_LENGTH), offset, progress };
}

/**
 * Where the quoted words stand in `text` now: at the offset they had, else the nearest place with the same words, else
 * with their beginning, else the same share of the text.
 */
export function findQuote(text: string, position: Pick<ReadingPosition, 'quote' | 'offset' | 'progress'>): number {
  const { quote, offset } = position;
  if (quote === '' || text.startsWith(quote, offset)) return Math.min(offset, text.length);
  for (const length of PREFIX_LENGTHS) {
    if (length > quote.length && length !== QUOTE_LENGTH) continue;
    const found = nearest(text, quote.slice(0, length), offset);
    if (found !== null) return found;
  }
  return Math.round(Math.min(1, Math.max(0, position.progress)) * text.length);
}

/** The box (viewport px) of the character at `offset`; null when the article has no text there. */
export function placeOf(root: Element, offset: number): DOMRect | null {
  let left = offset;
  let last: Text | undefined;
  for (const node of textNodes(root)) {
    if (left < node.length) return characterBox(node, left);
    left -= node.length;
    last = node;
  }
  return last ? characterBox(last, Math.max(0, last.length - 1)) : null;
}

/** Share of the element that has passed above the bottom of a window whose text starts at `top`: 0 at its start, 1 at its end. */
export function shareRead(box: Pick<DOMRect, 'top' | 'height'>, top: number, bottom: number): number {
  const travel = box.height - (bottom - top);
  if (travel <= 1) return box.top + box.height <= bottom + 1 ? 1 : 0;
  return Math.min(1, Math.max(0, (top - box.top) / travel));
}

function textNodes(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Element)
      return node.hasAttribute(DRAWN_ATTRIBUTE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    return NodeFilter.FILTER_ACCEPT;
  });
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}

/** Goes down the tree by boxes, so that only what is near the edge is laid out closely. */
function firstBelow(root: Element, top: number): { node: Text; offset: number } | null {
  for (const child of root.childNodes) {
    if (child instanceof Text) {
      if (child.data.trim() === '' || textBox(child).bottom <= top) continue;
      const offset = firstCharacterBelow(child, top);
      if (offset !== null) return { node: child, offset };
    } else if (child instanceof Element && !child.hasAttribute(DRAWN_ATTRIBUTE)) {
      const box = child.getBoundingClientRect();
      // Frames without a box of their own (`display: contents`) are looked into all the same.
      if (box.height > 0 && box.bottom <= top) continue;
      const found = firstBelow(child, top);
      if (found) return found;
    }
  }
  return null;
}

function firstCharacterBelow(node: Text, top: number): number | null {
  let low = 0;
  let high = node.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = characterBox(node, middle);
    // A line that is cut by the edge has been read.
    if (box.height > 0 && box.top + box.height / 2 < top) low = middle + 1;
    else if (box.height > 0) high = middle;
    else {
      // Collapsed white space has no box: the next character that has one decides.
      const next = nextWithBox(node, middle, high);
      if (next === null) high = middle;
      else if (next.box.top + next.box.height / 2 < top) low = next.offset + 1;
      else high = middle;
    }
  }
  return low < node.length ? low : null;
}

function nextWithBox(node: Text, from: number, to: number): { offset: number; box: DOMRect } | null {
  for (let offset = from + 1; offset < to; offset++) {
    const box = characterBox(node, offset);
    if (box.height > 0) return { offset, box };
  }
  return null;
}

function characterBox(node: Text, offset: number): DOMRect {
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(node, Math.min(node.length, offset + 1));
  return range.getBoundingClientRect();
}

function textBox(node: Text): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}

function nearest(text: string, words: string, offset: number): number | null {
  const before = text.lastIndexOf(words, offset);
  const after = text.indexOf(words, offset);
  if (before < 0) return after < 0 ? null : after;
  if (after < 0) return before;
  return offset - before <= after - offset ? before : after;
}
