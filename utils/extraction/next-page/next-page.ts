import type { NextPage } from '../../model/article';
import { cleanUrl } from '../../model/canonical-url';
import { httpUrl, words } from '../dom';
import { type LinkWords, readLinkWords } from './link-words';
import { firstPageStem, namesArticle, type PageReading, pageReadings, withoutForeignParameters } from './page-address';
import { type PageBox, pageBoxAround } from './page-box';

/** Most links of a page that are looked at, the longest address of one, and most of them that are looked at closely. */
const MOST_LINKS = 10_000;
const LONGEST = 2_000;
const MOST_CANDIDATES = 100;

/** Boxes whose numbers and words for more are about something else than the article's pages. */
const OTHER_NAMES = [
  'comment',
  'discuss',
  'replies',
  'galler',
  'slideshow',
  'carousel',
  'related',
  'recommend',
  'sidebar',
];
const OTHER_BOXES = OTHER_NAMES.flatMap((name) => [`[class*="${name}" i]`, `[id*="${name}" i]`]).join();
const OTHER = `:is(div, section, ul, ol, nav, footer, figure):is(${OTHER_BOXES})`;

/** A page that may go on elsewhere. */
export interface PageWithLinks {
  readonly url: string;
  /** What its links are relative to. */
  readonly baseUrl: string;
  /** What the page calls its own address. */
  readonly canonicalUrl: string;
  /** Where a recipe finds the link. */
  readonly selector?: string | null;
}

/** A link that may lead to the next page. */
interface Candidate {
  readonly element: Element;
  readonly url: string;
  /** How its address continues the page's; null when it only is of the same folder. */
  readonly step: Step | null;
}

interface Step {
  readonly reading: PageReading;
  /** Whether the page itself has no number yet. */
  readonly isFromFirst: boolean;
}

/**
 * The page on which the article of a page goes on: by a recipe, `rel=next`, page numbers, the words of links, and what the addresses have
 * in common. Null when none is known. Same site only; never back, to another article, or to a page of comments or pictures. Reads the
 * document only, its links once.
 */
export function findNextPage(page: Document, { url, baseUrl, canonicalUrl, selector }: PageWithLinks): NextPage | null {
  if (!URL.canParse(url)) return null;
  const byRecipe = selector ? addressAt(page, selector, baseUrl) : null;
  if (byRecipe && byRecipe !== url) return { url: byRecipe, isSure: true, total: null };
  const canonical = URL.canParse(canonicalUrl) ? new URL(canonicalUrl) : null;
  const here = withoutForeignParameters(new URL(cleanUrl(url)), canonical);
  const links = linksOf(page);
  const candidates = candidatesAmong(links, here, baseUrl).slice(0, MOST_CANDIDATES);
  let stems: Set<string> | null = null;
  const isLinked = (stem: string) => {
    stems ??= new Set(links.flatMap(({ href }) => addressOf(href, here, baseUrl) ?? []).map(firstPageStem));
    return stems.has(stem);
  };
  const judged = candidates.flatMap((candidate) => judge(candidate, isLinked) ?? []);
  const best = judged.find(({ isSure }) => isSure) ?? judged[0];
  return best ? { ...best, total: judged.find(({ total }) => total)?.total ?? null } : null;
}

function addressAt(page: Document, selector: string, baseUrl: string): string | null {
  try {
    return httpUrl(page.querySelector(selector)?.getAttribute('href'), baseUrl);
  } catch {
    return null;
  }
}

interface Link {
  readonly element: Element;
  readonly href: string;
}

function linksOf(page: Document): Link[] {
  const all = [...page.querySelectorAll('link[rel~="next" i][href], a[href]')].slice(0, MOST_LINKS);
  return all.map((element) => ({ element, href: element.getAttribute('href') ?? '' }));
}

/** Where a link leads, when that is another page of this one's site. */
function addressOf(href: string, here: URL, baseUrl: string): URL | null {
  if (href.startsWith('#') || href.length > LONGEST || /#.*(?:comment|repl|respond)/i.test(href)) return null;
  const whole = parsed(href, baseUrl);
  if (!whole || !/^https?:$/.test(whole.protocol) || siteOf(whole) !== siteOf(here)) return null;
  // Most addresses have nothing to take off, and reading them again is what takes time.
  const address = whole.search === '' && whole.hash === '' ? whole : new URL(cleanUrl(whole.href));
  return address.href === here.href ? null : address;
}

/** Asking first whether it can be read would read each one twice. */
function parsed(href: string, baseUrl: string): URL | null {
  try {
    return new URL(href, baseUrl);
  } catch {
    return null;
  }
}

function candidatesAmong(links: readonly Link[], here: URL, baseUrl: string): Candidate[] {
  const own = pageReadings(here);
  const first = firstPageStem(here);
  const folder = folderOf(here);
  const mayContinue = continuesOneOf([first, ...own.map(({ stem }) => stem)]);
  const isBeside = (href: string) => RELATIVE.test(href) || href.includes(`${folder}/`) || folder.includes('%');
  return links.flatMap(({ element, href }): Candidate[] => {
    const isNamed = isBeside(href) && readLinkWords(element.textContent ?? '') === 'next-page';
    if (!isNamed && !mayContinue(href)) return [];
    const address = addressOf(href, here, baseUrl);
    const step = address && stepTo(address, own, first);
    return address && (step || (isNamed && folderOf(address) === folder)) ? [{ element, step, url: address.href }] : [];
  });
}

/** An address that says nothing of the site or of a folder from its top. */
const RELATIVE = /^(?![a-z][a-z\d+.-]*:|\/)/i;

/**
 * Whether an address as it stands in a page can be one with one of these stems: by the longest run of letters and figures of each, for a page
 * has hundreds of links and reading every address takes longer than all else that is done with them.
 */
function continuesOneOf(stems: readonly string[]): (href: string) => boolean {
  const runs = stems.map((stem) => {
    const all = stem.slice(stem.indexOf('/') + 1).match(/[a-z\d]+/gi) ?? [];
    return stem.includes('/') ? all.reduce((longest, run) => (run.length > longest.length ? run : longest), '') : '';
  });
  return (href) => RELATIVE.test(href) || runs.some((run) => href.includes(run));
}

/** How an address continues that of the page, given as the pages it can be and as an article's first one. */
function stepTo(address: URL, own: readonly PageReading[], first: string): Step | null {
  for (const reading of pageReadings(address)) {
    const isNext = own.some(
      ({ stem, kind, number }) => stem === reading.stem && kind === reading.kind && number + 1 === reading.number,
    );
    if (isNext) return { reading, isFromFirst: false };
    // Some sites count from 0, so that their second page has the number 1.
    if (reading.stem === first && (reading.number === 1 || reading.number === 2)) return { reading, isFromFirst: true };
  }
  return null;
}

function judge({ element, url, step }: Candidate, isLinked: (stem: string) => boolean): NextPage | null {
  const said = wordsOf(element);
  if (said === 'elsewhere' || element.closest(OTHER)) return null;
  // Side boxes have more of their own, but some sites put the way to the next page into one.
  if (said !== 'next-page' && element.closest('aside')) return null;
  if (!step) return { url, isSure: false, total: null };
  const { number } = step.reading;
  const box = pageBoxAround(element, number) ?? pageBoxAround(element, number + 1);
  const isRel = /\bnext\b/i.test(element.getAttribute('rel') ?? '');
  const isSure = howSure({ said, box, leadsOn: isRel || said === 'next' }, step, isLinked);
  return isSure === null ? null : { url, isSure, total: box?.total ?? null };
}

/** The first words of a link that say anything; its own before those written about it. */
function wordsOf(element: Element): LinkWords {
  const picture = element.querySelector('img[alt]');
  const texts = [element.textContent, element.getAttribute('aria-label'), element.getAttribute('title')];
  const said = [...texts, picture?.getAttribute('alt')].filter((text) => words(text) !== '');
  return said.map((text) => readLinkWords(text ?? '')).find((one) => one !== null) ?? null;
}

interface Evidence {
  readonly said: LinkWords;
  readonly box: PageBox | null;
  /** It is marked as the next of something, or says so. */
  readonly leadsOn: boolean;
}

/** Whether a link whose address continues the page's leads to the next page: true, false for perhaps, null for no. */
function howSure(
  { said, box, leadsOn }: Evidence,
  { reading, isFromFirst }: Step,
  isLinked: (stem: string) => boolean,
): boolean | null {
  const { number, kind, isFile, stem } = reading;
  const isNumbered = isFromFirst ? said === 2 : said === number || said === number + 1;
  if (said === 'next-page' || (box && (isNumbered || leadsOn))) return true;
  if (isFromFirst && number === 1) return leadsOn || null;
  // `/a-name-2` may be another article of that name.
  if (kind === 'suffix' && !isFile) return isFromFirst && (leadsOn || isNumbered) ? false : null;
  if (leadsOn && (isFromFirst || kind === 'named')) return true;
  if (isNumbered || (isFromFirst && kind === 'named')) return isFromFirst || kind === 'named' ? false : null;
  // `/archives/13` may be the article after `/archives/12`.
  return leadsOn && namesArticle(stem) ? isLinked(stem) : null;
}

function siteOf({ hostname }: URL): string {
  return hostname.replace(/^(?:www|m|mobile|wap)\./, '');
}

function folderOf({ pathname }: URL): string {
  return pathname.slice(0, pathname.lastIndexOf('/'));
}
