import { isText } from '../dom';

/** Characters before a link by which it is found again: few enough to keep, enough to tell two of the same words apart. */
const CONTEXT = 24;

const SHOW_TEXT = 4;

/** A text without any white space: comparable whichever way a document was broken into lines and elements. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The last characters of `body`'s text before an element of it, without white space. */
export function textBefore(element: Element, body: Element): string {
  const walker = body.ownerDocument.createTreeWalker(body, SHOW_TEXT);
  walker.currentNode = element;
  let before = '';
  while (before.length < CONTEXT && walker.previousNode())
    before = squeeze(walker.currentNode.nodeValue ?? '') + before;
  return before.slice(-CONTEXT);
}

/** A part of one text node. */
export interface TextPart {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
}

/** The text of an element without white space, and where each of its characters stands. */
export class SqueezedText {
  readonly text: string;
  readonly #nodes: { readonly node: Text; readonly start: number; readonly length: number }[] = [];

  constructor(root: Element) {
    const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
    const pieces: string[] = [];
    let start = 0;
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      if (!isText(node)) continue;
      const piece = squeeze(node.data);
      this.#nodes.push({ node, start, length: piece.length });
      pieces.push(piece);
      start += piece.length;
    }
    this.text = pieces.join('');
  }

  /** Each place at which `wanted` stands after `before`; the offset is that of `wanted`. */
  *placesOf(before: string, wanted: string): Generator<number> {
    const whole = before + wanted;
    for (let at = this.text.indexOf(whole); at >= 0; at = this.text.indexOf(whole, at + 1)) {
      yield at + before.length;
      if (whole === '') return;
    }
  }

  /** The pieces of text nodes between two offsets. */
  partsOf(from: number, to: number): TextPart[] {
    const parts: TextPart[] = [];
    for (const { node, start, length } of this.#nodes) {
      if (length === 0 || start >= to || start + length <= from) continue;
      const first = rawOffset(node.data, Math.max(0, from - start));
      parts.push({ node, from: first, to: rawOffset(node.data, Math.min(length, to - start) - 1) + 1 });
    }
    return parts;
  }
}

/** Where the `index`-th character that is no white space stands. */
function rawOffset(text: string, index: number): number {
  let left = index;
  for (const { index: at } of text.matchAll(/\S/g)) {
    if (left === 0) return at;
    left -= 1;
  }
  return text.length;
}
