import { Readability } from '@mozilla/readability';

/** What of Readability's inside is called here; all of it is there in 0.6.0, which is pinned. */
declare module '@mozilla/readability' {
  interface Readability {
    _prepDocument(): void;
    _grabArticle(page?: Element): Element | null;
    _removeNodes(nodes: readonly Element[], filter?: (node: Element) => boolean): void;
    _cleanConditionally(root: Element, tag: string): void;
    readonly REGEXPS: Readonly<Record<'byline' | 'hashUrl', RegExp>>;
    _isProbablyVisible(node: Element): boolean;
    _isValidByline(node: Element, names: string): boolean;
    _getLinkDensity(element: Element): number;
    _getInnerText(element: Element): string;
    _removeAndGetNext(node: Element): Element | null;
    _getTextDensity(element: Element, tags: readonly string[]): number;
  }
}

/** Set on elements that Readability would take out of the article for how little they say and how much they link. */
export const DOUBTED = 'data-offprint-doubted';

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
  #isDoubting = false;

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

  override _cleanConditionally(root: Element, tag: string): void {
    this.#isDoubting = true;
    this.#lengths.clear();
    super._cleanConditionally(root, tag);
    this.#isDoubting = false;
  }

  override _removeNodes(nodes: readonly Element[], filter?: (node: Element) => boolean): void {
    super._removeNodes(nodes, this.#isDoubting && filter ? (node) => this.#setAside(node, filter) : filter);
  }

  /** Leaves a comment, which nobody reads, where a doubted element stood. */
  #setAside(node: Element, filter: (node: Element) => boolean): boolean {
    if (!filter.call(this, node)) return false;
    const place = node.ownerDocument.createComment('');
    node.after(place);
    this.#doubted.push([place, node]);
    this.#lengths.clear();
    return true;
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
    const links = element.querySelectorAll('a');
    const length = links.length === 0 ? 0 : this._getInnerText(element).length;
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

  /** And only where there are elements whose share of them is asked for. */
  override _getTextDensity(element: Element, tags: readonly string[]): number {
    return element.querySelector(tags.join()) === null ? 0 : super._getTextDensity(element, tags);
  }

  /** Asked of every box around every box: most are answered by the first element in them, without putting words together. */
  _isElementWithoutContent(node: Element): boolean {
    return node.querySelector(':not(br, hr)') === null && (node.textContent ?? '').trim() === '';
  }
}
