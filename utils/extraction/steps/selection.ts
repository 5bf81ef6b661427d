/** What the ranges hold, one after another, in an element of an inert document: nothing loads. Null when they hold nothing. */
export function selectedContent(document: Document, ranges: readonly Range[]): Element | null {
  const inert = document.implementation.createHTMLDocument('');
  const holder = inert.createElement('div');
  for (const range of ranges) {
    if (range.collapsed) continue;
    const part = inert.createElement('div');
    part.append(inert.importNode(withListAround(range), true));
    holder.append(part);
  }
  return holder.textContent?.trim() || holder.querySelector('img') ? holder : null;
}

/** A selection inside one list, table or listing keeps being one. */
function withListAround(range: Range): DocumentFragment {
  const content = range.cloneContents();
  const common = range.commonAncestorContainer;
  const element = common.nodeType === 1 ? (common as Element) : common.parentElement;
  const around = element?.closest('ul, ol, table, pre, blockquote');
  if (!around || !element) return content;
  let inner: Node = content;
  // A walker never leaves `around`, whatever the page calls its controls.
  const walker = element.ownerDocument.createTreeWalker(around, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = element;
  do {
    const copy = walker.currentNode.cloneNode(false);
    copy.appendChild(inner);
    inner = copy;
  } while (walker.parentNode());
  const fragment = content.ownerDocument.createDocumentFragment();
  fragment.append(inner);
  return fragment;
}
