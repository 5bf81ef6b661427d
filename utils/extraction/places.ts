import { isFoldedPromo } from './links/promo-summary';

/** Where a writer is: what it wrote last into an element. Some of that may yet turn out empty or be unwrapped. */
export interface Place {
  readonly inside: Element;
  /** What stands before, the best known first; none at the beginning. */
  readonly after: readonly Node[];
  /** Where the writer stands that made this element. */
  readonly around: Place | null;
}

/** The places noted while a body is rebuilt, by the number that a comment in it holds. */
export type Places = Map<string, Place>;

/** Elements that may hold blocks. */
const HOLDS_BLOCKS = /^(?:blockquote|li|td|th|dd|details)$/;

/**
 * A place as child indices from `root` down, for a block or for an item, which stands in lists only. Null when there is none: every
 * item's list went, or the element was part of nothing that was kept.
 */
export function pathOf(place: Place | undefined, root: Element, isItem: boolean): number[] | null {
  for (let at = place ?? null; at; at = at.around) {
    if (root.contains(at.inside)) return climb(at.inside, indexIn(at), root, isItem);
  }
  return null;
}

/** Whether a block, or an item, may stand in an element of a body. */
export function mayHold(parent: Element, root: Element, isItem: boolean): boolean {
  if (isItem) return /^[uo]l$/.test(parent.localName);
  return parent === root || HOLDS_BLOCKS.test(parent.localName);
}

function indexIn({ inside, after }: Place): number {
  const before = after.map(standing).find((node) => node.parentNode === inside);
  // What stood before was unwrapped: the place is behind it.
  if (!before) return after.length === 0 ? 0 : inside.childNodes.length;
  return indexOf(before) + 1;
}

/** What stands in the body for a block: its fold, where it was folded. */
function standing(node: Node): Node {
  const { parentElement } = node;
  return parentElement && isFoldedPromo(parentElement) ? parentElement : node;
}

function climb(inside: Element, index: number, root: Element, isItem: boolean): number[] | null {
  let parent = inside;
  let last = index;
  while (!mayHold(parent, root, isItem)) {
    if (parent === root || !parent.parentElement) return null;
    last = indexOf(parent) + 1;
    parent = parent.parentElement;
  }
  const path = [last];
  for (let node: Element = parent; node !== root && node.parentElement; node = node.parentElement)
    path.unshift(indexOf(node));
  return path;
}

function indexOf(node: Node): number {
  let index = 0;
  for (let before = node.previousSibling; before; before = before.previousSibling) index += 1;
  return index;
}
