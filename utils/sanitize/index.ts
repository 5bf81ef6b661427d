import createDOMPurify, { type DOMPurify } from 'dompurify';
import { ANCHOR_PREFIX } from '../model/anchors';
import { ok, type Result } from '../model/result';
import { HTML_ATTRIBUTES, HTML_TAGS, MATHML_ATTRIBUTES, MATHML_TAGS, REMOVED_WHOLE } from './allow-list';
import { checkMarkup, type MarkupRefusal } from './limits';

export { MAX_DEPTH, MAX_ELEMENTS, MAX_HTML_LENGTH, type MarkupRefusal } from './limits';

/** The attribute in which sanitised content keeps the url of a picture, so that nothing loads by itself. */
export const PICTURE_URL_ATTRIBUTE = 'data-src';

const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';
/** Unwrapping can leave nestings that HTML cannot write (a link in a link); writing and reading settles them in one more pass. */
const MAX_PASSES = 4;
const LINK_REL = 'noopener noreferrer nofollow';

interface HtmlPolicy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

let policy: HtmlPolicy | undefined;
let purifier: DOMPurify | undefined;

/**
 * A document made from untrusted markup: scripts do not run in it and nothing loads, but nothing is removed either, so
 * no node of it may be shown. Refuses, before parsing, markup that would keep the browser busy for seconds.
 */
export function parseInert(html: string): Result<Document, MarkupRefusal> {
  const checked = checkMarkup(html);
  return checked.ok ? ok(new DOMParser().parseFromString(trustedHtml().createHTML(html), 'text/html')) : checked;
}

/**
 * What of untrusted article HTML may be shown: an explicit list of elements and attributes, urls http(s), mailto and
 * `#` only, no styles, classes or ids of the page. Pictures carry their url in `data-src` and load nothing; footnote
 * links keep working inside the article. Sanitising the result again changes nothing. The nodes belong to an inert
 * document until they are inserted.
 */
export function sanitizeArticle(html: string): Result<DocumentFragment, MarkupRefusal> {
  const checked = checkMarkup(html);
  if (!checked.ok) return checked;
  let fragment = purify(html);
  for (let pass = 1; pass < MAX_PASSES; pass++) {
    const written = serialize(fragment);
    if (written === inertBody(written).innerHTML) break;
    fragment = purify(written);
  }
  return ok(fragment);
}

function purify(html: string): DocumentFragment {
  const fragment: DocumentFragment | null = articlePurifier().sanitize(html, {
    ALLOWED_TAGS: [...HTML_TAGS, ...MATHML_TAGS, '#text'],
    ALLOWED_ATTR: [...Object.keys(HTML_ATTRIBUTES), ...MATHML_ATTRIBUTES],
    ALLOWED_NAMESPACES: [HTML_NAMESPACE, 'http://www.w3.org/1998/Math/MathML'],
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    // Which attributes carry urls, and which urls, is decided by the hook below.
    ADD_URI_SAFE_ATTR: [...Object.keys(HTML_ATTRIBUTES), ...MATHML_ATTRIBUTES],
    ADD_FORBID_CONTENTS: [...REMOVED_WHOLE],
    RETURN_DOM_FRAGMENT: true,
    TRUSTED_TYPES_POLICY: trustedHtml() as never,
  });
  // A page of frames has no body, and nothing to show.
  if (fragment === null) return document.implementation.createHTMLDocument('').createDocumentFragment();
  unwrapHtmlInMath(fragment);
  keepLinkedAnchors(fragment);
  dropLeadingNewlines(fragment);
  return fragment;
}

function inertBody(html: string): HTMLElement {
  return new DOMParser().parseFromString(trustedHtml().createHTML(`<body>${html}`), 'text/html').body;
}

function serialize(fragment: DocumentFragment): string {
  const holder = fragment.ownerDocument.createElement('div');
  holder.append(fragment.cloneNode(true));
  return holder.innerHTML;
}

/** The one Trusted Types policy the extension's CSP allows. It passes strings as they are: this module is the guard. */
function trustedHtml(): HtmlPolicy {
  const rules: HtmlPolicy = {
    createHTML: (html) => html,
    createScriptURL() {
      throw new TypeError('Articles have no scripts');
    },
  };
  const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy } })
    .trustedTypes;
  policy ??= factory?.createPolicy('reader', rules) ?? rules;
  return policy;
}

/** An instance of its own, so that its hooks touch nobody else's; made late because workers import this module too. */
function articlePurifier(): DOMPurify {
  if (purifier) return purifier;
  purifier = createDOMPurify(window);
  purifier.addHook('beforeSanitizeAttributes', (element) => {
    if (element.namespaceURI !== HTML_NAMESPACE) return;
    if (element.localName === 'img' || element.localName === 'video') movePictureUrl(element);
    const anchor = element.getAttribute('id') ?? (element.localName === 'a' ? element.getAttribute('name') : null);
    if (anchor !== null) element.setAttribute('id', prefixed(anchor));
    const href = element.getAttribute('href');
    if (href?.startsWith('#')) element.setAttribute('href', `#${prefixed(decoded(href.slice(1)))}`);
  });
  purifier.addHook('uponSanitizeAttribute', (element, attribute) => {
    attribute.keepAttr = attribute.keepAttr && mayCarry(element, attribute.attrName, attribute.attrValue);
  });
  purifier.addHook('afterSanitizeAttributes', (element) => {
    if (element.namespaceURI !== HTML_NAMESPACE || element.localName !== 'a') return;
    const href = element.getAttribute('href');
    if (href === null || href.startsWith('#')) return;
    element.setAttribute('rel', LINK_REL);
    element.setAttribute('referrerpolicy', 'no-referrer');
    element.setAttribute('target', '_blank');
  });
  return purifier;
}

function mayCarry(element: Element, attribute: string, value: string): boolean {
  if (element.namespaceURI !== HTML_NAMESPACE) return MATHML_ATTRIBUTES.includes(attribute);
  const rule = Object.hasOwn(HTML_ATTRIBUTES, attribute) ? HTML_ATTRIBUTES[attribute] : undefined;
  if (!rule || !(rule.on.includes('*') || rule.on.includes(element.localName))) return false;
  return rule.value.test(value.trim()) && (attribute !== 'href' || isWholeUrl(value));
}

/** Whether the url means the same on every page: what the browser would complete with the page's address is not kept. */
function isWholeUrl(value: string): boolean {
  return value.startsWith('#') || URL.canParse(value);
}

/** The picture's url, or a film's still, becomes `data-src`; one that is there already stays. */
function movePictureUrl(element: Element): void {
  const own = element.localName === 'video' ? 'poster' : 'src';
  const url = element.getAttribute(own) ?? element.getAttribute('srcset')?.trim().split(/[\s,]/)[0];
  for (const name of ['src', 'srcset', 'poster']) element.removeAttribute(name);
  if (url) element.setAttribute(PICTURE_URL_ATTRIBUTE, url.trim());
}

function prefixed(anchor: string): string {
  return anchor.startsWith(ANCHOR_PREFIX) ? anchor : `${ANCHOR_PREFIX}${anchor}`;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** MathML's text elements may hold HTML, the ground of every published mutation attack: only its words stay. */
function unwrapHtmlInMath(fragment: DocumentFragment): void {
  for (const element of [...fragment.querySelectorAll('math *')]) {
    if (element.namespaceURI === HTML_NAMESPACE) element.replaceWith(...element.childNodes);
  }
  for (const math of fragment.querySelectorAll('math')) math.normalize();
}

/** Ids stay only where a link of the article leads, once each; a link that leads nowhere becomes plain words. */
function keepLinkedAnchors(fragment: DocumentFragment): void {
  const links = [...fragment.querySelectorAll('a[href^="#"]')];
  const wanted = new Set(links.map((link) => link.getAttribute('href')?.slice(1)));
  const found = new Set<string>();
  for (const element of fragment.querySelectorAll('[id]')) {
    if (!wanted.has(element.id) || found.has(element.id)) element.removeAttribute('id');
    else found.add(element.id);
  }
  for (const link of links) {
    if (!found.has(link.getAttribute('href')?.slice(1) ?? '')) link.removeAttribute('href');
  }
}

/** The parser swallows a line break right after `<pre>`, so one that is left would vanish at the next reading. */
function dropLeadingNewlines(fragment: DocumentFragment): void {
  for (const pre of fragment.querySelectorAll('pre')) {
    const first = pre.firstChild;
    if (first?.nodeType === Node.TEXT_NODE) first.nodeValue = first.nodeValue?.replace(/^\n+/, '') ?? '';
  }
}
