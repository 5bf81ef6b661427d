import { isElement, isText } from '../dom';

/** Most characters kept of a page's visible text. */
const MAX_CHARACTERS = 1_000_000;

const UNREAD = new Set(
  'script style link meta head title template noscript svg canvas iframe object embed video audio select datalist textarea input button'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/**
 * The words a page shows, block after block, for pages that have no article. Goes by styles where the document is drawn
 * and by attributes where it is not; does not recurse, so that no nesting is too deep.
 */
export function visibleText(document: Document): string[] {
  const blocks: string[] = [];
  let line = '';
  let length = 0;
  const flush = () => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '') blocks.push(text);
    line = '';
  };
  const flushAfter = (node: Node) => {
    if (isElement(node) && !INLINE.has(node.localName)) flush();
  };
  // A walker, because a page can name elements so that a form's own `parentNode` leads back into it.
  const walker = document.createTreeWalker(document.body);
  while (length < MAX_CHARACTERS) {
    const node = walker.currentNode;
    let isEntered = false;
    if (isText(node)) {
      line += node.data;
      length += node.data.length;
    } else if (isElement(node)) {
      if (node.localName === 'br') flush();
      isEntered = !UNREAD.has(node.localName) && isShown(node);
      if (isEntered) flushAfter(node);
    }
    if (isEntered && walker.firstChild()) continue;
    flushAfter(node);
    while (!walker.nextSibling()) {
      const parent = walker.parentNode();
      if (!parent) {
        flush();
        return blocks;
      }
      flushAfter(parent);
    }
  }
  flush();
  return blocks;
}

function isShown(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return false;
  if (INLINE.has(element.localName) || !element.ownerDocument.defaultView) return true;
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}
