import type { CleaningState } from '../cleaning';
import { isComment, isElement, isText } from '../dom';
import { copyAttributes, INLINE, RENAMED } from './allowed';
import { BlockWriter, onlyText, tidyText } from './block-writer';
import { copyMath } from './math';
import { copyCode, copyTable, isDataTable } from './special-blocks';

const HEADING = /^h[1-6]$/;
/** What is a line of its own and becomes a part of one in a heading. */
const LINE = /^(?:p|h[1-6])$/;

/** Boxes that end a paragraph and have no meaning of their own. */
const BOXES = new Set(
  `address article aside body center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup legend li main
  menu nav p search section summary table tbody td tfoot th thead tr caption ul ol`.split(/\s+/),
);

/**
 * Rebuilds the body from nothing but known elements with known attributes: loose text and runs of `<br>` become paragraphs, boxes
 * without meaning vanish, empty blocks are not carried over.
 */
export function rebuildBlocks(body: HTMLElement, { lang, places }: CleaningState): void {
  const source = body.ownerDocument.createDocumentFragment();
  source.append(...body.childNodes);
  const writer = new BlockWriter(body, { lang, places });
  writeChildren(source, writer);
  writer.endParagraph();
  body.normalize();
}

/** Writes what `parent` holds. */
export function writeChildren(parent: Node, writer: BlockWriter): void {
  for (const child of parent.childNodes) {
    if (isText(child)) writer.text(child.data);
    else if (isElement(child)) writeElement(child, writer);
    else if (isComment(child)) writer.note(child);
  }
}

function writeElement(element: Element, writer: BlockWriter): void {
  const name = RENAMED.get(element.localName) ?? element.localName;
  if (name === 'br') writer.lineBreak();
  else if (name === 'img') writer.leaf(element.cloneNode(false));
  else if (name === 'math') writer.leaf(copyMath(element));
  // Inline elements nested deeply enough leave a link in a link, which no parser makes of what is written.
  else if (name === 'a' && writer.isInLink) writeChildren(element, writer);
  else if (INLINE.has(name)) {
    writer.open(copyAttributes(element, element.ownerDocument.createElement(name)));
    writeChildren(element, writer);
    writer.close();
  } else {
    const block = keptBlock(element, name, writer);
    if (block !== undefined) writer.block(block);
    else writeThrough(element, writer, BOXES.has(name));
  }
}

/** The block to write for an element that means something; null when it is empty, undefined when it is only a wrapper. */
function keptBlock(element: Element, name: string, writer: BlockWriter): Node | null | undefined {
  const { ownerDocument } = element;
  if (HEADING.test(name)) return inlineBlock(element, ownerDocument.createElement(name), writer);
  switch (name) {
    case 'hr':
      return ownerDocument.createElement('hr');
    case 'pre':
      return copyCode(element);
    case 'ul':
    case 'menu':
    case 'dir':
      return list(element, 'ul', writer);
    case 'ol':
      return list(element, 'ol', writer);
    case 'dl':
      return definitions(element, writer);
    case 'blockquote':
      return nested(element, ownerDocument.createElement(name), writer, false);
    case 'details':
      return details(element, writer);
    case 'figure':
      return figure(element, writer);
    case 'table':
      if (!isDataTable(element)) return undefined;
      return copyTable(element, (cell, copy) => nested(cell, copy, writer, true));
    default:
      return undefined;
  }
}

function writeThrough(wrapper: Element, writer: BlockWriter, isBox: boolean): void {
  if (isBox) writer.endParagraph();
  if (wrapper.id) writer.anchor(wrapper.id);
  writeChildren(wrapper, writer);
  if (isBox) writer.endParagraph();
}

/** Fills `copy` with the blocks of `element`; `bare`: a single paragraph is not wrapped. Null when nothing is in it. */
function nested(element: Element, copy: Element, writer: BlockWriter, bare: boolean): Element | null {
  copyAttributes(element, copy);
  const only = bare && !writer.isAnchored ? onlyText(element) : null;
  if (only) {
    const text = tidyText(only.data);
    if (text !== '') copy.append(text);
    return text === '' ? null : copy;
  }
  const inner = writer.inside(copy);
  writeChildren(element, inner);
  inner.endParagraph();
  if (bare) unwrapOnlyParagraph(copy);
  return copy.hasChildNodes() ? copy : null;
}

function unwrapOnlyParagraph(copy: Element): void {
  const first = copy.firstElementChild;
  if (first?.localName !== 'p') return;
  for (let other = first.nextElementSibling; other; other = other.nextElementSibling)
    if (other.localName === 'p') return;
  if (first.id && !copy.id) copy.id = first.id;
  first.replaceWith(...first.childNodes);
}

/** Headings, captions and terms: whatever is in them is one line. A heading that only holds pictures is those pictures. */
function inlineBlock(element: Element, copy: Element, writer: BlockWriter): Element | null {
  const filled = nested(element, copy, writer, true);
  if (!filled) return null;
  for (const inner of [...filled.children]) {
    if (!LINE.test(inner.localName)) continue;
    const next = inner.nextElementSibling;
    const isFollowed = next && LINE.test(next.localName) && !isBlock(inner.lastChild) && !isBlock(next.firstChild);
    inner.replaceWith(...inner.childNodes, ...(isFollowed ? [' '] : []));
  }
  if (filled.textContent?.trim() !== '' || !filled.querySelector('img'))
    return filled.textContent?.trim() ? filled : null;
  const paragraph = element.ownerDocument.createElement('p');
  paragraph.append(...filled.childNodes);
  return paragraph;
}

/** Whether what is written before and behind a node is kept apart without a space. */
function isBlock(node: Node | null): boolean {
  return isElement(node) && !INLINE.has(node.localName) && !/^(?:img|math|br)$/.test(node.localName);
}

function list(element: Element, name: 'ul' | 'ol', writer: BlockWriter): Element | null {
  const { ownerDocument } = element;
  const copy = copyAttributes(element, ownerDocument.createElement(name));
  for (const child of element.childNodes) {
    if (isText(child) && child.data.trim() === '') continue;
    if (isComment(child)) {
      writer.note(child, copy);
      continue;
    }
    const item = ownerDocument.createElement('li');
    let filled: Element | null;
    if (isElement(child) && child.localName === 'li') {
      filled = nested(child, item, writer, true);
    } else {
      const holder = ownerDocument.createElement('li');
      holder.append(child.cloneNode(true));
      filled = nested(holder, item, writer, true);
    }
    if (!filled) continue;
    const only = filled.children.length === 1 ? filled.firstElementChild : null;
    // A list written straight into a list belongs to the item before it.
    const isStray = isElement(child) && child.localName !== 'li' && /^[uo]l$/.test(only?.localName ?? '');
    if (isStray && only && copy.lastElementChild) copy.lastElementChild.append(only);
    else copy.append(filled);
  }
  return copy.hasChildNodes() ? copy : null;
}

function definitions(element: Element, writer: BlockWriter): Element | null {
  const { ownerDocument } = element;
  const copy = copyAttributes(element, ownerDocument.createElement('dl'));
  for (const child of element.querySelectorAll(':scope > dt, :scope > dd, :scope > div > dt, :scope > div > dd')) {
    const part = ownerDocument.createElement(child.localName);
    const filled = child.localName === 'dt' ? inlineBlock(child, part, writer) : nested(child, part, writer, true);
    if (filled) copy.append(filled);
  }
  return copy.hasChildNodes() ? copy : null;
}

function details(element: Element, writer: BlockWriter): Element | null {
  const { ownerDocument } = element;
  const heading = element.querySelector(':scope > summary');
  const summary = heading && inlineBlock(heading, ownerDocument.createElement('summary'), writer);
  heading?.remove();
  const copy = nested(element, ownerDocument.createElement('details'), writer, false);
  if (copy && summary) copy.prepend(summary);
  return copy;
}

/** A figure with its caption last; one without anything to show is only its text. */
function figure(element: Element, writer: BlockWriter): Element | DocumentFragment | null {
  const { ownerDocument } = element;
  const captions = [...element.querySelectorAll('figcaption')].filter(
    (caption) => caption.closest('figure') === element,
  );
  const caption = ownerDocument.createElement('figcaption');
  for (const part of captions) {
    const filled = inlineBlock(part, ownerDocument.createElement('figcaption'), writer);
    if (filled) caption.append(...(caption.hasChildNodes() ? [' '] : []), ...filled.childNodes);
    part.remove();
  }
  const copy = nested(element, ownerDocument.createElement('figure'), writer, true);
  const content = copy ?? ownerDocument.createElement('figure');
  for (const inner of [...content.children]) {
    const showsOnlyPictures = inner.localName === 'p' && inner.textContent?.trim() === '';
    if (showsOnlyPictures) inner.replaceWith(...inner.childNodes);
  }
  if (caption.hasChildNodes()) content.append(caption);
  if (content.querySelector('img, table, pre, math, blockquote, figcaption a')) return content;
  const loose = ownerDocument.createDocumentFragment();
  loose.append(...content.childNodes);
  const inner = ownerDocument.createElement('div');
  const flow = writer.inside(inner);
  writeChildren(loose, flow);
  flow.endParagraph();
  const fragment = ownerDocument.createDocumentFragment();
  fragment.append(...inner.childNodes);
  return fragment.hasChildNodes() ? fragment : null;
}
