import { Readability } from '@mozilla/readability';
import { isDoubtful, type Known } from './doubtful';

/** What of Readability's inside is called here; all of it is there in 0.6.0, which is pinned. */
declare module '@mozilla/readability' {
  interface Readability {
    _prepDocument(): void;
    _grabArticle(page?: Element): Element | null;
    _removeAndGetNext(node: Element): Element | null;
    _cleanConditionally(root: Element, tag: string): void;
    readonly REGEXPS: Readonly<Record<'byline' | 'hashUrl' | 'hasContent' | 'adWords' | 'loadingWords', RegExp>>;
    readonly FLAG_CLEAN_CONDITIONALLY: number;
    readonly PHRASING_ELEMS: readonly string[];
    readonly _allowedVideoRegex: RegExp;
    _flagIsActive(flag: number): boolean;
    _isProbablyVisible(node: Element): boolean;
    _isValidByline(node: Element, names: string): boolean;
    _getLinkDensity(element: Element): number;
    _getInnerText(element: Element): string;
    _getAllNodesWithTag(root: Document | Element, tags: readonly string[]): Iterable<Element>;
    _getClassWeight(element: Element): number;
    _hasAncestorTag(node: Element, tag: string, depth?: number, filter?: (node: Element) => boolean): boolean;
    _hasSingleTagInsideElement(element: Element, tag: string): boolean;
    _hasChildBlockElement(element: Element): boolean;
    _isPhrasingContent(node: Node): boolean;
  }
}

/** Set on elements that Readability would take out of the article for how little they say and how much they link. */
export const DOUBTED = 'data-offprint-doubted';

/** Elements that make a box more than a paragraph (its `DIV_TO_P_ELEMS`). */
const BLOCKS = 'blockquote, dl, div, img, ol, p, pre, table, ul';

/**
 * Readability without the work that is done elsewhere here, better or once (programs and stand-ins for pictures are out before it begins; links
 * are made absolute, lazy pictures found and presentational attributes dropped in cleaning), and with quicker answers, the same ones, to
 * the questions that it asks of every element of a page.
 */
export class LeanReadability extends Readability<Element> {
  _unwrapNoscriptImages(): void {}
  _removeScripts(): void {}
  _fixLazyImages(): void {}
  _fixRelativeUris(): void {}
  _cleanStyles(): void {}

  /** What it took out of the article doubting it, each with the comment that keeps its place. */
  #doubted: (readonly [Comment, Element])[] = [];

  override parse() {
    const found = super.parse();
    // Inner ones went before the boxes around them: these are put back first.
    for (const [place, element] of this.#doubted.toReversed()) {
      element.setAttribute(DOUBTED, '');
      place.replaceWith(element);
    }
    return found;
  }

  /** What is found is written out for a log that nobody keeps: its markup is asked for once, and need not be made. */
  override _grabArticle(page?: Element): Element | null {
    const article = super._grabArticle(page);
    if (article) Object.defineProperty(article, 'innerHTML', { value: '' });
    return article;
  }

  /** Sets aside instead of dropping, from the last element on, as Readability does: inner ones go before the boxes around them. */
  override _cleanConditionally(root: Element, tag: string): void {
    if (!this._flagIsActive(this.FLAG_CLEAN_CONDITIONALLY)) return;
    this.#lengths.clear();
    const hasCode = root.querySelector('code') !== null;
    const isInCode = (node: Element) => hasCode && this._hasAncestorTag(node, 'code');
    const tables = [...root.getElementsByTagName('table')].filter(isDataTable);
    const isOfTable = (node: Element) => tables.some((table) => table.contains(node) || node.contains(table));
    for (const node of [...root.getElementsByTagName(tag)].reverse())
      if (!isOfTable(node) && !isInCode(node) && isDoubtful(node, this.#known)) this.#setAside(node);
  }

  readonly #known: Known = {
    textOf: (element) => this._getInnerText(element),
    weightOf: (element) => this._getClassWeight(element),
    linkedOf: (element, length) => this.#linkedOf(element, length),
    video: this._allowedVideoRegex,
    empty: [this.REGEXPS.adWords, this.REGEXPS.loadingWords],
  };

  /** Leaves a comment, which nobody reads, where a doubted element stood. */
  #setAside(node: Element): void {
    const place = node.ownerDocument.createComment('');
    node.replaceWith(place);
    this.#doubted.push([place, node]);
    this.#lengths.clear();
  }

  /** An element's `style` object is only made where it has a style. */
  override _isProbablyVisible(node: Element): boolean {
    if (node.hasAttribute('style')) return super._isProbablyVisible(node);
    if (node.hasAttribute('hidden')) return false;
    return node.getAttribute('aria-hidden') !== 'true' || /fallback-image/.test(node.className);
  }

  /** The words of an element are only put together where its names fit. */
  override _isValidByline(node: Element, names: string): boolean {
    const isNamed =
      node.getAttribute('rel') === 'author' ||
      node.getAttribute('itemprop')?.includes('author') ||
      this.REGEXPS.byline.test(names);
    return isNamed === true && super._isValidByline(node, names);
  }

  /** Words are counted only where there is a link, and those of each link once for all the boxes around it. */
  override _getLinkDensity(element: Element): number {
    return this.#linkedOf(element, null);
  }

  #linkedOf(element: Element, known: number | null): number {
    const links = element.querySelectorAll('a');
    const length = links.length === 0 ? 0 : (known ?? this._getInnerText(element).length);
    if (length === 0) return 0;
    let linked = 0;
    for (const link of links) linked += this.#lengthOf(link);
    return linked / length;
  }

  #lengths = new Map<Element, number>();

  /** Links to places on the same page count less, as they do in Readability. */
  #lengthOf(link: Element): number {
    const known = this.#lengths.get(link);
    if (known !== undefined) return known;
    const isHere = this.REGEXPS.hashUrl.test(link.getAttribute('href') ?? '');
    const length = this._getInnerText(link).length * (isHere ? 0.3 : 1);
    this.#lengths.set(link, length);
    return length;
  }

  override _removeAndGetNext(node: Element): Element | null {
    this.#lengths.clear();
    return super._removeAndGetNext(node);
  }

  /** Asked of every box around every box: most are answered by the first element in them, without putting words together. */
  _isElementWithoutContent(node: Element): boolean {
    return node.querySelector(':not(br, hr)') === null && (node.textContent ?? '').trim() === '';
  }

  override _hasSingleTagInsideElement(element: Element, tag: string): boolean {
    const { firstElementChild } = element;
    if (firstElementChild?.tagName !== tag || firstElementChild.nextElementSibling) return false;
    return super._hasSingleTagInsideElement(element, tag);
  }

  override _hasChildBlockElement(element: Element): boolean {
    return element.querySelector(BLOCKS) !== null;
  }

  /** Of paragraphs, most of which hold no elements at all. */
  override _getAllNodesWithTag(root: Document | Element, tags: readonly string[]): Iterable<Element> {
    return root.firstElementChild ? super._getAllNodesWithTag(root, tags) : [];
  }

  readonly #phrasing = new Set(this.PHRASING_ELEMS);

  override _isPhrasingContent(node: Node): boolean {
    return this.#phrasing.has(node.nodeName) || super._isPhrasingContent(node);
  }
}

/** Whether Readability took a table for one with data before it began to doubt. */
function isDataTable(table: Element): boolean {
  return (table as Element & { _readabilityDataTable?: boolean })._readabilityDataTable === true;
}
