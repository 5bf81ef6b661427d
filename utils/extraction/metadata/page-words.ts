import { words } from '../dom';
import type { Facts } from './facts';

const BYLINE =
  '[rel~="author"], .byline, .by-line, .author, .article-author, .post-author, .entry-author, .author-name, .c-byline, [class*="byline" i], [class*="author-name" i], [data-testid*="byline" i], [id*="byline" i]';
const DATED =
  'time[datetime], time[pubdate], [class*="publish" i], [class*="date" i], [class*="time" i], [id*="time" i], [id*="date" i], .article-meta, .post-meta, .entry-meta, .meta, .info, .source, [class*="info" i]';
const CRUMBS =
  '[itemtype*="BreadcrumbList"], [aria-label*="breadcrumb" i], .breadcrumb, .breadcrumbs, .crumbs, [class*="breadcrumb" i], [class*="crumb" i]';

/** A day, as bylines write it, with or without a clock. */
const DAY =
  /\d{4}\s*[-/.年년]\s*\d{1,2}\s*[-/.月월]\s*\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}|\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th|\.|º)?\s+(?:de\s+)?\p{L}{3,12}\.?,?\s+(?:de\s+)?\d{4}/u;
/** `作者：…`, `记者 …`, `责任编辑` is somebody else. */
const CHINESE_AUTHOR = /(?:作者|撰文|文\s*[／/]|记者)\s*[:：]?\s*([\p{Script=Han}A-Za-z·]{2,12})/u;

/** Most elements of a kind that are looked at. */
const LOOKED_AT = 60;

/** What the page itself says where a reader looks: heading, byline, date line, breadcrumbs. */
export function readPageWords(document: Document): Facts {
  const heading = articleHeading(document);
  return {
    title: heading ? words(heading.textContent) : undefined,
    lang: document.documentElement.getAttribute('lang') ?? document.body?.getAttribute('lang') ?? undefined,
    // Looked for only when no better source has them: each is a search through the whole page.
    get authors() {
      const line = byline(document, heading);
      return line ? [CHINESE_AUTHOR.exec(line)?.[1] ?? line] : chineseAuthor(heading);
    },
    get published() {
      return dateLine(document, heading);
    },
    get categories() {
      return breadcrumbs(document, heading);
    },
  };
}

function byline(document: Document, heading: Element | null): string | undefined {
  return nearest(document, BYLINE, heading, (element) => {
    const name = element.querySelector('[rel~="author"], .author, [class*="author-name" i]');
    const text = words((name ?? element).textContent);
    return text.length > 1 && text.length < 120 ? text : null;
  });
}

/** The heading of the article: the `h1` that the document's title contains, otherwise the only or longest one. */
export function articleHeading(document: Document): Element | null {
  const headings = [...document.querySelectorAll('h1')].filter((heading) => words(heading.textContent).length > 1);
  const title = words(document.title).toLowerCase();
  const named = headings.filter((heading) => title.includes(words(heading.textContent).toLowerCase()));
  const [best] = (named.length > 0 ? named : headings).toSorted(
    (one, other) => words(other.textContent).length - words(one.textContent).length,
  );
  return best ?? null;
}

function nearest<T>(
  document: Document,
  selector: string,
  heading: Element | null,
  read: (element: Element) => T | null,
): T | undefined {
  const found: { value: T; place: number }[] = [];
  let place = 0;
  for (const element of [...document.querySelectorAll(selector)].slice(0, LOOKED_AT)) {
    place += 1;
    if (element.closest('aside, footer, nav, [class*="comment" i], [class*="related" i], [class*="recommend" i]'))
      continue;
    const value = read(element);
    if (value === null) continue;
    const isAfter = heading ? (heading.compareDocumentPosition(element) & 4) !== 0 : true;
    found.push({ value, place: isAfter ? place : place + 1000 });
  }
  return found.toSorted((one, other) => one.place - other.place)[0]?.value;
}

function dateLine(document: Document, heading: Element | null): string | undefined {
  const fromElement = nearest(document, DATED, heading, (element) => {
    const given = element.localName === 'time' ? words(element.getAttribute('datetime')) : '';
    if (/\d{4}/.test(given)) return given;
    const text = words(element.textContent);
    return text.length < 200 && DAY.test(text) ? text : null;
  });
  return fromElement ?? dateAround(heading);
}

/** The first day named shortly after the heading, whatever element it stands in. */
function dateAround(heading: Element | null): string | undefined {
  for (let box = heading?.parentElement, level = 0; box && level < 3; box = box.parentElement, level++) {
    const text = words(box.textContent).slice(0, 600);
    const match = DAY.exec(text);
    if (match) return text.slice(match.index, match.index + 40);
  }
  return undefined;
}

function chineseAuthor(heading: Element | null): string[] | undefined {
  for (let box = heading?.parentElement, level = 0; box && level < 3; box = box.parentElement, level++) {
    const found = CHINESE_AUTHOR.exec((box.textContent ?? '').slice(0, 800))?.[1];
    if (found) return [found];
  }
  return undefined;
}

/** The steps between home and the article. */
function breadcrumbs(document: Document, heading: Element | null): string[] {
  for (const trail of document.querySelectorAll(CRUMBS)) {
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
