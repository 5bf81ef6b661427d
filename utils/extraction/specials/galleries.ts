import { unwrap } from '../dom';

/** Boxes that a gallery may be in. */
const BOX = /^(?:div|section|ul|ol)$/;

/**
 * Galleries become figures in a row, each with its own caption: a box of nothing but pictures looks like decoration to extractors, and goes.
 * WordPress' old galleries are lists of terms.
 */
export function settleGalleries(root: Document | Element): void {
  for (const item of root.querySelectorAll('dl.gallery-item')) settleTerm(item);
  for (const box of boxesOf(root)) unwrapGallery(box, root);
}

/** And the boxes around it that hold nothing else. */
function unwrapGallery(innermost: Element, root: Document | Element): void {
  let box: Element | null = innermost;
  while (box && box !== root && BOX.test(box.localName) && !box.closest('figure') && isGallery(box)) {
    const around: Element | null = box.parentElement;
    for (const item of box.querySelectorAll(':scope > li')) unwrap(item);
    for (const other of box.querySelectorAll(':scope > br')) other.remove();
    unwrap(box);
    box = around;
  }
}

/** The boxes that figures stand in. */
function boxesOf(root: Document | Element): Set<Element> {
  const boxes = new Set<Element>();
  for (const figure of root.querySelectorAll('figure')) {
    const box = figure.parentElement?.localName === 'li' ? figure.parentElement.parentElement : figure.parentElement;
    if (box) boxes.add(box);
  }
  return boxes;
}

function settleTerm(item: Element): void {
  const picture = item.querySelector('dt img');
  if (!picture) return;
  const figure = item.ownerDocument.createElement('figure');
  const link = picture.closest('a');
  figure.append(link && item.contains(link) ? link : picture);
  const caption = item.querySelector('dd');
  if (caption) {
    const words = item.ownerDocument.createElement('figcaption');
    words.append(...caption.childNodes);
    figure.append(words);
  }
  item.replaceWith(figure);
}

/** Only figures, each one picture: a figure with a heading or a link in its caption is a teaser of another article. */
function isGallery(box: Element): boolean {
  const items = [...box.children].filter((child) => child.localName !== 'br');
  return items.length > 1 && hasNoWords(box) && items.every(isPictureItem);
}

function isPictureItem(item: Element): boolean {
  const figure = item.localName === 'li' && item.children.length === 1 ? item.firstElementChild : item;
  return (
    figure?.localName === 'figure' &&
    figure.querySelector('img') !== null &&
    figure.querySelector('h1, h2, h3, h4, h5, h6, figcaption a, a:not(:has(img))') === null
  );
}

/** No text of its own between its figures. */
function hasNoWords(box: Element): boolean {
  return [...box.childNodes].every((node) => node.nodeType !== 3 || node.nodeValue?.trim() === '');
}
