import { httpUrl, isElement, selectEach, words } from '../dom';
import { decodeEntities } from '../metadata/entities';
import { settleScripted, settleShown } from '../specials/specials';
import { dropShortBoxes, type ShortBox } from './boilerplate';
import { keepFolded } from './drop-hidden';
import { markHidden } from './hidden';
import { addInnerTrees, type ShadowOf } from './inner-trees';
import { isWorkable } from './limits';
import { type PageCopy, pageCopy } from './page-copy';
import { foldPicture } from './pictures';

/** Not for reading, and only work for the steps after this one. */
const NEVER_READ = ['script', 'style', 'link', 'template', 'svg', 'canvas', 'dialog:not([open])', 'noscript'];

/** What is never a part of an article, and what is in one that is more than that. Footers and side boxes are: bare pages told by theirs would pass for articles. */
const AROUND = 'nav';
const MORE = 'h1, article, p:nth-of-type(4)';

/** What a form or a document offers by name: https://html.spec.whatwg.org/multipage/forms.html#dom-form-nameditem */
const SHADOWING = 'button embed fieldset form iframe img input object output select textarea'.split(' ');

/** A page ready to be taken apart. */
export interface PreparedPage {
  readonly copy: PageCopy;
  /** What the page's relative urls are relative to. */
  readonly baseUrl: string;
  /** The words of its body, without scripts. */
  readonly text: string;
  /** The boxes that were taken out of it. */
  readonly boxes: readonly ShortBox[];
}

/** How a page is copied. */
export interface PrepareOptions {
  /** Keep even the boxes that are plainly no part of an article. */
  readonly keepBoxes?: boolean;
  /** How shadow trees are found; those that pages leave open unless told otherwise. */
  readonly shadowOf?: ShadowOf;
}

/**
 * Copies the page into nodes of an inert document without what nobody reads, pictures for browsers without programs put where they are shown.
 * The page itself is left as it is. `part`: what of it to copy, the whole unless told otherwise.
 */
export function preparePage(
  page: Document,
  url: string,
  part: Element | null = page.body,
  { keepBoxes = false, shadowOf }: PrepareOptions = {},
): PreparedPage {
  const document = page.implementation.createHTMLDocument('');
  const baseUrl = httpUrl(page.querySelector('base[href]')?.getAttribute('href'), url) ?? url;
  if (!part) return { copy: pageCopy(document.body, titleOf(page)), baseUrl, text: '', boxes: [] };
  const body = bodyOf(part, document, page, shadowOf);
  dropShadowingNames(body);
  keepFolded(body);
  showStreamedParts(body);
  settleScripted(body);
  for (const noscript of body.querySelectorAll('noscript')) showNoscriptPicture(noscript);
  for (const element of selectEach(body, NEVER_READ)) element.remove();
  for (const element of body.querySelectorAll(AROUND)) if (standsAround(element)) element.remove();
  settleShown(body);
  const text = body.textContent ?? '';
  const boxes = keepBoxes ? [] : dropShortBoxes(body, text.length);
  // Readability takes a box around an image for a paragraph, one around a `<picture>` for a box to be doubted.
  for (const picture of body.querySelectorAll('picture')) foldPicture(picture);
  return { copy: pageCopy(body, titleOf(page)), baseUrl, text, boxes };
}

/** Whether an element is no part of an article, so that nobody after this needs to read it: half of many pages is. */
function standsAround(element: Element): boolean {
  return element.closest('article') === null && element.querySelector(MORE) === null;
}

/**
 * Takes off the names by which elements stand in front of the DOM's own properties: a form whose control is called
 * `parentNode` is its own ancestor, and whoever climbs from there never arrives. A document's named elements do the same.
 */
function dropShadowingNames(body: Element): void {
  for (const element of selectEach(body, SHADOWING)) {
    if (element.hasAttribute('name')) element.removeAttribute('name');
    const { id } = element;
    if (id !== '' && (id in HTMLFormElement.prototype || id in Document.prototype)) element.removeAttribute('id');
  }
}

/**
 * Pages rendered by React send late parts hidden at their end, each to be put where a template marks its place:
 * https://github.com/facebook/react/blob/main/packages/react-dom-bindings/src/server/ReactDOMServerExternalRuntime.js. In a page whose
 * programs did not run, as one that was fetched, nobody has.
 */
function showStreamedParts(body: Element): void {
  const parts = body.querySelectorAll('div[hidden][id^="S:"]');
  if (parts.length === 0) return;
  const places = new Map([...body.querySelectorAll('template[id^="B:"]')].map((place) => [place.id, place]));
  for (const part of parts) {
    const place = places.get(`B:${part.id.slice(2)}`);
    if (place) place.replaceWith(...part.childNodes);
    else part.removeAttribute('hidden');
  }
}

/** A body with a copy of a part of a page; in no document yet. */
function bodyOf(part: Element, document: Document, page: Document, shadowOf?: ShadowOf): HTMLElement {
  const copy = page.defaultView ? shownCopyOf(part, document, shadowOf) : document.importNode(part, true);
  if (copy.localName === 'body') return copy as HTMLElement;
  const body = document.createElement('body');
  body.append(copy);
  return body;
}

/** A copy of what is shown, with the trees inside it where they do not make it too large to be worked through. */
function shownCopyOf(part: Element, document: Document, shadowOf?: ShadowOf): Element {
  const copy = markedCopyOf(part, document);
  addInnerTrees(part, copy, shadowOf);
  return isWorkable(copy) ? copy : markedCopyOf(part, document);
}

function markedCopyOf(part: Element, document: Document): Element {
  const copy = document.importNode(part, true);
  markHidden(part, copy);
  return copy;
}

/** The extractor leaves out headings that say the title again. */
function titleOf(page: Document): string {
  const said = page.querySelector('meta[property="og:title"]')?.getAttribute('content');
  return words(said) || words(page.querySelector('title')?.textContent);
}

/** A `<noscript>` that holds nothing but the picture its neighbour stands in for takes the neighbour's place. */
function showNoscriptPicture(noscript: Element): void {
  const picture = pictureOf(noscript);
  if (!picture) return;
  const before = noscript.previousElementSibling;
  const standIn = before?.localName === 'img' ? before : before?.querySelector('img');
  if (before && standIn && words(before.textContent) === '' && before.querySelectorAll('img').length <= 1) {
    for (const name of ['src', 'srcset', 'alt']) {
      const value = picture.getAttribute(name);
      if (value && (name !== 'alt' || !standIn.hasAttribute('alt'))) standIn.setAttribute(name, value);
    }
  } else if (noscript.parentElement && !noscript.closest('head')) noscript.before(picture);
}

/** The one picture in a `<noscript>` without words: elements in an inert document, text in a live one. */
function pictureOf(noscript: Element): Element | null {
  if (noscript.firstElementChild) {
    const images = noscript.querySelectorAll('img');
    const [image] = images;
    return images.length === 1 && image && words(noscript.textContent) === ''
      ? (image.cloneNode(false) as Element)
      : null;
  }
  const markup = noscript.textContent ?? '';
  const tags = [...markup.matchAll(/<img\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi)];
  const [tag] = tags;
  if (tags.length !== 1 || !tag || words(markup.replace(/<[^>]*>/g, '')) !== '') return null;
  const image = noscript.ownerDocument.createElement('img');
  for (const [, name, double, single, bare] of (tag[1] ?? '').matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  )) {
    if (name && /^(?:src|srcset|alt|width|height|data-[\w-]+)$/i.test(name))
      image.setAttribute(name, decodeEntities(double ?? single ?? bare ?? ''));
  }
  const isCounter = image.getAttribute('width') === '1' || image.getAttribute('height') === '1';
  return isElement(image) && !isCounter && (image.hasAttribute('src') || image.hasAttribute('data-src')) ? image : null;
}
