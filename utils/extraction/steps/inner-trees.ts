import { isElement } from '../dom';
import { markHidden } from './hidden';

/** How deep trees in trees are looked into. */
const DEEPEST = 8;

/** Characters from which a frame of the page's own site holds text rather than a button or an advert. */
const FRAME_TEXT = 500;

/** Finds the shadow tree of an element; only browsers' own means, which are handed in, reach those that the page keeps closed. */
export type ShadowOf = (element: Element) => ShadowRoot | null;

/** The shadow tree of an element if the page leaves it open. A form's control may be called `shadowRoot`, and is none. */
export const openShadowOf: ShadowOf = ({ shadowRoot }) => (isElement(shadowRoot) ? null : shadowRoot);

/**
 * Puts into a copy of a live page what the browser shows in it without its being part of its tree: shadow trees, with what is slotted into them,
 * and frames of the page's own site that hold text. `original` and `copy` are the same node for node; only the copy is changed.
 */
export function addInnerTrees(original: Node, copy: Node, shadowOf: ShadowOf = openShadowOf, depth = 0): void {
  if (depth > DEEPEST) return;
  const [from, to] = [walker(original), walker(copy)];
  const found: [Element, Node][] = [];
  while (from.nextNode() && to.nextNode()) {
    const [shown, copied] = [from.currentNode, to.currentNode];
    if (!isElement(shown) || !isElement(copied)) continue;
    const inner = shadowOf(shown) ?? frameBody(shown);
    if (inner) found.push([copied, inner]);
  }
  // From the end: what is replaced is never around what comes after it here.
  for (const [copied, inner] of found.reverse()) showInner(copied, inner, shadowOf, depth);
}

function showInner(copied: Element, inner: Node, shadowOf: ShadowOf, depth: number): void {
  const { ownerDocument } = copied;
  const box = ownerDocument.createElement('div');
  const fragment = ownerDocument.createDocumentFragment();
  for (const child of inner.childNodes) fragment.append(ownerDocument.importNode(child, true));
  markHidden(inner, fragment);
  addInnerTrees(inner, fragment, shadowOf, depth + 1);
  const name = copied.getAttribute('class');
  if (name) box.setAttribute('class', name);
  if (!isElement(inner)) fillSlots(fragment, copied);
  box.append(fragment);
  copied.replaceWith(box);
}

/** Each slot gives way to the children of the host that are meant for it; to its own words where there are none. */
function fillSlots(fragment: DocumentFragment, host: Element): void {
  const light = [...host.childNodes].map(
    (node) => [node, (isElement(node) ? node.getAttribute('slot') : null) ?? ''] as const,
  );
  for (const slot of fragment.querySelectorAll('slot')) {
    const name = slot.getAttribute('name') ?? '';
    const meant = light.flatMap(([node, wanted]) => (wanted === name ? [node] : []));
    const hasWords = meant.some((node) => isElement(node) || node.textContent?.trim());
    slot.replaceWith(...(hasWords ? meant : slot.childNodes));
  }
}

/** The body of a frame that may be read and has something to read; browsers refuse frames of other sites. */
function frameBody(element: Element): Element | null {
  if (element.localName !== 'iframe') return null;
  try {
    const { contentDocument } = element as HTMLIFrameElement;
    const body = contentDocument?.body ?? null;
    return body && (body.textContent?.trim().length ?? 0) >= FRAME_TEXT ? body : null;
  } catch {
    return null;
  }
}

function walker(root: Node): TreeWalker {
  return (root.ownerDocument as Document).createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
}
