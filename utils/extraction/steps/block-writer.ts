import { isElement, isText } from '../dom';
import type { Place, Places } from '../places';

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef';
/** A line break in the source between two CJK characters: no space, in print or on screen. */
const CJK_BREAK = new RegExp(`([${CJK}])[ \\t\\r\\f]*\\n[ \\t\\n\\r\\f]*(?=[${CJK}])`, 'gu');

/** The end of a sentence after which a bare line break in Chinese or Japanese text starts a new paragraph. */
const SENTENCE_END = /[。！？…”」』：]\s*$/;

/** Characters in a CJK paragraph before a bare line break is read as its end: verse and addresses have shorter lines. */
const PARAGRAPH_LENGTH = 40;

/**
 * Writes blocks into an element one after another. Text and inline elements collect in a paragraph until something ends
 * it; inline elements still open are opened again in the next.
 */
export class BlockWriter {
  readonly #out: Element;
  readonly #lang: string | null;
  readonly #places: Places;
  #paragraph: Element | null = null;
  #cursor: Element | null = null;
  readonly #open: Element[] = [];
  #opened = 0;
  #anchor: string | null = null;
  #breaks = 0;
  #around: BlockWriter | null = null;

  constructor(out: Element, { lang, places }: { readonly lang: string | null; readonly places: Places }) {
    this.#out = out;
    this.#lang = lang;
    this.#places = places;
  }

  /** A writer of the same text's rules into another element. */
  inside(out: Element): BlockWriter {
    const writer = new BlockWriter(out, { lang: this.#lang, places: this.#places });
    writer.#anchor = this.#anchor;
    writer.#around = this;
    this.#anchor = null;
    return writer;
  }

  /** Notes where a comment stands among what is written; `list`: the one being filled, when it stands between items. */
  note({ data }: Comment, list?: Element): void {
    const { place } = this;
    this.#places.set(data, list ? { inside: list, after: [...list.childNodes].slice(-1), around: place } : place);
  }

  private get place(): Place {
    const after = [this.#paragraph, this.#out.lastChild].filter((node) => node !== null);
    return { inside: this.#out, after, around: this.#around?.place ?? null };
  }

  /** Whether what is written next is a place that links lead to. */
  get isAnchored(): boolean {
    return this.#anchor !== null;
  }

  /** The next thing written is a place that links lead to. */
  anchor(id: string): void {
    this.#anchor ??= id;
  }

  text(raw: string): void {
    const text = tidySpaces(raw);
    if (text.trim() === '') {
      if (this.#paragraph && text !== '' && this.#breaks === 0) this.#write(text);
      return;
    }
    this.#settleBreaks(text);
    this.#write(text);
  }

  /** `append` of a text costs twice as much. */
  #write(text: string): void {
    this.#place().appendChild(this.#out.ownerDocument.createTextNode(text));
  }

  /** A picture or formula. */
  leaf(node: Node): void {
    this.#settleBreaks('');
    this.#place().appendChild(node);
  }

  lineBreak(): void {
    if (this.#paragraph) this.#breaks += 1;
  }

  /** Opens an inline element; `template` is empty and is copied wherever it is needed. */
  open(template: Element): void {
    this.#open.push(template);
  }

  /** Whether what is written next is part of a link. */
  get isInLink(): boolean {
    return this.#open.some(({ localName }) => localName === 'a');
  }

  close(): void {
    const template = this.#open.pop();
    // An anchor without words names what comes after it.
    if (template?.id && this.#opened <= this.#open.length) this.anchor(template.id);
    if (this.#opened <= this.#open.length) return;
    this.#opened -= 1;
    this.#cursor = this.#cursor?.parentElement ?? null;
  }

  /** A finished block, or nothing. */
  block(block: Node | null): void {
    this.endParagraph();
    if (!block) return;
    if (isElement(block) && this.#anchor && !block.id) {
      block.id = this.#anchor;
      this.#anchor = null;
    }
    this.#out.appendChild(block);
  }

  endParagraph(): void {
    const paragraph = this.#paragraph;
    this.#paragraph = null;
    this.#cursor = null;
    this.#opened = 0;
    this.#breaks = 0;
    if (!paragraph) return;
    const only = onlyText(paragraph);
    if (only) only.data = tidyText(only.data);
    else tidy(paragraph);
    const isFilled = only ? only.data !== '' : paragraph.textContent?.trim() || paragraph.querySelector('img, math');
    if (isFilled) this.#out.appendChild(paragraph);
    else if (paragraph.id) this.#anchor = paragraph.id;
  }

  #settleBreaks(next: string): void {
    const breaks = this.#breaks;
    this.#breaks = 0;
    if (!this.#paragraph || breaks === 0) return;
    if (breaks > 1 || /^\s*[\u3000]/.test(next) || this.#endsCjkParagraph()) this.endParagraph();
    else this.#place().appendChild(this.#out.ownerDocument.createElement('br'));
  }

  #endsCjkParagraph(): boolean {
    if (!/^(?:zh|ja)\b/i.test(this.#lang ?? '')) return false;
    const text = this.#paragraph?.textContent ?? '';
    return text.length >= PARAGRAPH_LENGTH && SENTENCE_END.test(text);
  }

  /** Where to write: the innermost open inline element of the paragraph, made as far as it is missing. */
  #place(): Element {
    const { ownerDocument } = this.#out;
    if (!this.#paragraph) {
      this.#paragraph = ownerDocument.createElement('p');
      if (this.#anchor) {
        this.#paragraph.id = this.#anchor;
        this.#anchor = null;
      }
      this.#cursor = this.#paragraph;
      this.#opened = 0;
    }
    let cursor = this.#cursor ?? this.#paragraph;
    for (; this.#opened < this.#open.length; this.#opened++) {
      const template = this.#open[this.#opened] as Element;
      const element = template.cloneNode(false) as Element;
      // Reopened in the next paragraph it must not carry the same id again.
      template.removeAttribute('id');
      cursor.appendChild(element);
      cursor = element;
    }
    this.#cursor = cursor;
    return cursor;
  }
}

/** One space for each run of white space. Asked for every text of an article, nearly all of which are tidy. */
function tidySpaces(raw: string): string {
  if (!/[\t\n\r\f\ufeff]| {2}/.test(raw)) return raw;
  const text = raw.replace(/\ufeff/g, '');
  return (text.includes('\n') ? text.replace(CJK_BREAK, '$1') : text).replace(/[ \t\n\r\f]+/g, ' ');
}

/** The text that is all an element holds. */
export function onlyText(element: Element): Text | null {
  const { firstChild } = element;
  return isText(firstChild) && firstChild === element.lastChild ? firstChild : null;
}

/** A text as a paragraph of its own: what `tidy` makes of one, for most paragraphs are nothing else. */
export function tidyText(raw: string): string {
  const text = tidySpaces(raw);
  return (text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text).trim();
}

function tidy(paragraph: Element): void {
  paragraph.normalize();
  collapseSpaces(paragraph);
  trim(paragraph, 'firstChild');
  trim(paragraph, 'lastChild');
}

/** One space where the source had several, also across the borders of inline elements; none beside a line break. */
function collapseSpaces(paragraph: Element): void {
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let afterSpace = true;
  let last: Text | null = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (isText(node)) {
      const { data } = node;
      const single = data.includes('  ') ? data.replace(/ {2,}/g, ' ') : data;
      const collapsed: string = afterSpace && single.startsWith(' ') ? single.slice(1) : single;
      if (collapsed !== data) node.data = collapsed;
      if (collapsed !== '') afterSpace = collapsed.endsWith(' ');
      last = node;
    } else if (isElement(node) && node.localName === 'br') {
      if (last?.data.endsWith(' ')) last.data = last.data.slice(0, -1);
      afterSpace = true;
    } else if (isElement(node) && /^(?:img|math)$/.test(node.localName)) {
      afterSpace = false;
    }
  }
}

/** Removes white space (the indent of CJK paragraphs too), line breaks and what they leave empty from one end. */
function trim(element: Element, end: 'firstChild' | 'lastChild'): void {
  for (let node = element[end]; node; node = element[end]) {
    if (isText(node)) {
      const trimmed: string = end === 'firstChild' ? node.data.trimStart() : node.data.trimEnd();
      if (trimmed !== node.data) node.data = trimmed;
      if (trimmed !== '') return;
      node.remove();
    } else if (isElement(node) && node.localName === 'br') node.remove();
    else if (isElement(node) && !/^(?:img|math)$/.test(node.localName)) {
      trim(node, end);
      if (node.hasChildNodes() || node.id) return;
      node.remove();
    } else return;
  }
}
