import { NodePair } from './node-pair';

/** Set on the elements of a copy that the live page hides. */
export const HIDDEN = 'data-offprint-hidden';

/** Not boxes, or never drawn: asking the browser of each of these would double what it costs, and few are hidden. */
const NEVER_ASKED = new Set(
  `a abbr b bdi bdo br cite code data del dfn em font i img ins kbd label mark math path q rp rt ruby s samp small source span strong sub sup
  svg time u use var wbr script style noscript template link meta iframe video audio picture option`.split(/\s+/),
);

/** `unseen`: leaves room for what will be shown there, as where text appears while the reader scrolls. */
type Look = 'shown' | 'unseen' | 'invisible' | 'none';

/** An invisible box, which may yet hold something that is shown. */
interface Invisible {
  readonly copy: Element;
  readonly depth: number;
  isEmpty: boolean;
}

/**
 * Marks in a copy of a live page the boxes that its style sheets hide, with all that is in them. `original` and `copy` are the same
 * node for node; they themselves are not asked. Not so the boxes behind something to be pressed, which opens them.
 */
export function markHidden(original: Node, copy: Node): void {
  const view = original.ownerDocument?.defaultView;
  if (!view || !('checkVisibility' in Element.prototype)) return;
  const pair = new NodePair(original, copy);
  const around: Invisible[] = [];
  for (let isAtOne = pair.enter(); isAtOne; ) {
    while ((around.at(-1)?.depth ?? -1) >= pair.depth) closeInvisible(around);
    const look = NEVER_ASKED.has(pair.original.localName) ? 'unseen' : lookOf(pair.original, view);
    if (look === 'invisible') around.push({ copy: pair.copy, depth: pair.depth, isEmpty: true });
    if (look === 'shown') for (const box of around) box.isEmpty = false;
    if (look === 'none' && !isPressed(pair.before(), view)) mark(pair.copy);
    isAtOne = (look !== 'none' && pair.enter()) || pair.leave();
  }
  while (around.length > 0) closeInvisible(around);
}

/** `checkVisibility` is the quick answer, but says no to what only has no box of its own, as slots and folded details have none. */
function lookOf(element: Element, view: Window): Look {
  if (Element.prototype.checkVisibility.call(element, { visibilityProperty: true })) return 'shown';
  const { display, visibility, position, height } = view.getComputedStyle(element);
  if (display === 'none') return 'none';
  if (visibility !== 'hidden' && visibility !== 'collapse') return 'shown';
  return position === 'absolute' || position === 'fixed' || height === '0px' ? 'invisible' : 'unseen';
}

/** Whether an element shows that it can be pressed. */
function isPressed(element: Element | null, view: Window): boolean {
  return element !== null && view.getComputedStyle(element).cursor === 'pointer';
}

function closeInvisible(around: Invisible[]): void {
  const box = around.pop();
  if (box?.isEmpty) mark(box.copy);
}

/** All that is in a box is marked: the extractor puts a paragraph in the place of the box around it. */
function mark(box: Element): void {
  const { setAttribute, getElementsByTagName } = Element.prototype;
  for (const element of [box, ...getElementsByTagName.call(box, '*')]) setAttribute.call(element, HIDDEN, '');
}
