import { selectAny, words } from '../dom';
import { authorNames } from './authors';
import { authorsAround, partsOf } from './bylines';
import { type DateLines, datesAround, datesIn } from './date-lines';
import type { Facts } from './facts';
import { articleHeading } from './heading';
import { apartness, linesAround } from './lines';
import { dateInScripts } from './page-data';

const BYLINE = [
  '[rel~="author"]',
  '.byline',
  '.by-line',
  '.author',
  '.article-author',
  '.post-author',
  '.entry-author',
  '.author-name',
  '.c-byline',
  '[class*="byline" i]',
  '[class*="author-name" i]',
  '[data-testid*="byline" i]',
  '[id*="byline" i]',
];
const DATED = [
  'time[datetime]',
  'time[pubdate]',
  '[class*="publish" i]',
  '[class*="date" i]',
  '[class*="time" i]',
  '[id*="time" i]',
  '[id*="date" i]',
  '.article-meta',
  '.post-meta',
  '.entry-meta',
  '.meta',
  '.info',
  '.source',
  '[class*="info" i]',
];
const CRUMBS = [
  '[itemtype*="BreadcrumbList"]',
  '[aria-label*="breadcrumb" i]',
  '.breadcrumb',
  '.breadcrumbs',
  '.crumbs',
  '[class*="breadcrumb" i]',
  '[class*="crumb" i]',
];

/** Most elements of a kind that are looked at. */
const LOOKED_AT = 200;

/** What the page itself says where a reader looks: heading, byline, date line, breadcrumbs. */
export function readPageWords(document: Document): Facts {
  const heading = articleHeading(document);
  const around = once(() => (heading ? linesAround(heading) : { before: [], after: [] }));
  const dates = once(() => {
    const near = datesAround(around());
    // The page is searched only where the lines around its heading name no day.
    return near.published ? near : { ...datedElement(document, heading), ...near };
  });
  return {
    title: heading ? words(heading.textContent) : undefined,
    lang: document.documentElement.getAttribute('lang') ?? document.body?.getAttribute('lang') ?? undefined,
    // Looked for only when no better source has them: each is a search through the page.
    get authors() {
      return authorsAround(around()) ?? byline(document, heading);
    },
    get published() {
      return dates().published ?? (dates().modified ? undefined : dateInScripts(document));
    },
    get modified() {
      return dates().modified;
    },
    get categories() {
      return breadcrumbs(document, heading);
    },
  };
}

/** A function that works its answer out at the first call. */
function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

function byline(document: Document, heading: Element | null): string[] | undefined {
  return nearest(document, BYLINE, heading, (element) => {
    const name = element.querySelector('[rel~="author"], .author, [class*="author-name" i]');
    const said = partsOf(name ?? element);
    return said.some((text) => text.length < 120) && authorNames(said).length > 0 ? said : null;
  });
}

/** The first element after the heading that something can be read from; before it where there is none after. */
function nearest<T>(
  document: Document,
  selectors: readonly string[],
  heading: Element | null,
  read: (element: Element) => T | null,
): T | undefined {
  const isApart = apartness(heading);
  const elements = selectAny(document, selectors);
  const isAfter = (element: Element) => !heading || (heading.compareDocumentPosition(element) & 4) !== 0;
  const middle = elements.findIndex(isAfter);
  const [before, after] = middle < 0 ? [elements, []] : [elements.slice(0, middle), elements.slice(middle)];
  for (const element of [...after.slice(0, LOOKED_AT), ...before.slice(0, LOOKED_AT)]) {
    const value = read(element);
    if (value !== null && !isApart(element)) return value;
  }
  return undefined;
}

/** Days in elements that are named after them, nearest to the heading first. */
function datedElement(document: Document, heading: Element | null): DateLines | undefined {
  return nearest(document, DATED, heading, (element) => {
    const given = element.localName === 'time' ? words(element.getAttribute('datetime')) : '';
    const text = /\d{4}/.test(given) ? given : words(element.textContent);
    const dates = text.length < 200 ? datesIn(text) : {};
    return dates.published || dates.modified ? dates : null;
  });
}

/** The steps between home and the article. */
function breadcrumbs(document: Document, heading: Element | null): string[] {
  for (const trail of selectAny(document, CRUMBS)) {
    const links = [...trail.querySelectorAll('a[href]')].filter((link) => words(link.textContent).length > 0);
    if (links.length === 0 || links.length > 8) continue;
    const names = [...new Set(links.map((link) => words(link.textContent).replace(/^[\s>›»/]+|[\s>›»/]+$/g, '')))];
    const title = words(heading?.textContent);
    return names.filter(
      (name) =>
        name !== '' &&
        name !== title &&
        name.length < 40 &&
        !/^(?:home|start(?:seite)?|accueil|inicio|首页|首頁|主页|ホーム|トップ|홈|главная)$/i.test(name),
    );
  }
  return [];
}
