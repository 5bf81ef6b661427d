import { countText } from '../model/reading-time';
import type { Metadata } from './metadata';
import { type TextRun, textRuns } from './text-runs';

/**
 * Words (two CJK characters are one) that must stand together, no linked line between them, on a page that does not say that it is an
 * article: any, a section's by its address, a front page, a search or a form, and one whose heading tells of an error.
 * Found by `npm run bench:extraction -- --negatives`, on the half of its pages that may be looked at.
 */
const LEAST = { named: 40, other: 40, section: 110, list: 350, error: 400 } as const;

/** Words of a run of text from which on it is a sentence or more, and share of links below which it is no link. */
const SENTENCE = 15;
const LINKED = { text: 0.4, line: 0.6 } as const;

/**
 * A list of teasers: at least so many pieces, of fewer words each, none of which is more than a share of the text, which is smaller where
 * there is reason to think of an article.
 */
const TEASERS = { pieces: 4, words: 55, share: { any: 0.4, named: 0.15, claimed: 0.2 } } as const;

/** From so many pieces on the page's own lines between them count, which the extractor may have taken for no part of the text. */
const BROKEN_UP = 10;

/** Share of a text's lines that must be no links for its short ones to count, and by how much less than sentences. */
const UNBROKEN = 0.95;
const SHORT_LINES = 2;

/** A price on a line of its own, as goods have, in a line no longer than this. */
const PRICE =
  /^[^\d$€£¥￥₹]{0,12}(?:[$€£¥￥₹]|USD|EUR|CHF|kr)\s?\d[\d.,]{0,12}\D{0,12}$|^\D{0,6}\d[\d.,]{0,12}\s?(?:[$€£¥￥₹]|USD|EUR|CHF|kr|元|円)\D{0,12}$/;
const LONGEST_PRICE = 24;

/** So many prices are those of goods, where no piece of text is half of all. */
const PRICES = { least: 6, share: 0.5 } as const;

/** How headings and titles say, with a password field on the page, that it is there to sign in; one at a section's address need not say so. */
const SIGN_IN =
  /\b(?:sign|log) ?in\b|\blogin\b|登[录錄]|ログイン|로그인|\banmelden\b|\bse connecter\b|\biniciar sesión\b|\baccedi\b|\binloggen\b/i;

/** How headings and titles say that nothing is there; in full, for articles tell of things that were not found. */
const ERROR =
  /^\s*(?:error\s)?404\b|\b404 (?:error|not found)|\bpage (?:was |can ?|could )?not (?:be )?found|页面(?:不存在|未找到)|找不到(?:页面|网页|该页)|ページ[がは](?:見つかりません|存在しません)|seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada|pagina non trovata|pagina niet gevonden/i;

const SEARCH = /(?:^\?|&)(?:q|s|query|search|keyword|wd)=/;
const SERVICE = /^(?:search|login|log-in|signin|sign-in|register|account|auth|cart|checkout)(?:\.\w+)?$/;

/** Words from which on a title is a headline. */
const HEADLINE = 4;

/** What was found on a page that may be an article. */
export interface Candidate {
  readonly page: Document;
  readonly url: string;
  readonly metadata: Pick<Metadata, 'title' | 'isArticle' | 'authors' | 'publishedTime'>;
  /** What was found, what does not belong to it left out. */
  readonly element: Element;
}

/**
 * Whether what was found is no article but what stands on front pages, in sections, searches and shops, above forms, or around nothing:
 * told by how links break it up, by the page's address and by what its heading says. A page that says that it is an article is only doubted
 * where no article has its address.
 */
export function isNoArticle({ page, url, metadata, element }: Candidate): boolean {
  const address = addressOf(url, metadata);
  if (metadata.isArticle && address !== 'list') return false;
  const runs = textRuns(element);
  const pieces = piecesOf(runs, page);
  if (isTeasers(pieces, metadata.isArticle ? 'claimed' : address)) return true;
  if (metadata.isArticle) return false;
  if (pieces.share < PRICES.share && runs.filter(isPrice).length >= PRICES.least) return true;
  return Math.max(pieces.longest, unbrokenWords(runs)) < leastOf(page, address);
}

/** The words of a text of short lines, as verse and talk are, which next to no linked line interrupts; 0 of any other. */
function unbrokenWords(runs: readonly TextRun[]): number {
  const own = runs.filter((run) => !isEdge(run) && run.linked < LINKED.text);
  return own.length >= UNBROKEN * runs.length ? own.reduce((sum, { size }) => sum + size, 0) / SHORT_LINES : 0;
}

function leastOf(page: Document, address: Address): number {
  if (says(page, ERROR)) return LEAST.error;
  const isForm = address === 'section' || says(page, SIGN_IN);
  return isForm && page.querySelector('input[type="password" i]') ? LEAST.list : LEAST[address];
}

/** How a text falls into pieces between linked lines and prices, in words. */
interface Pieces {
  readonly count: number;
  readonly mean: number;
  readonly longest: number;
  /** The longest of all that was found, linked lines too. */
  readonly share: number;
}

function piecesOf(runs: readonly TextRun[], page: Document): Pieces {
  const total = runs.reduce((sum, { size }) => sum + size, 0);
  const found = new Set(runs.filter(isSentence).map(({ text }) => text));
  const onPage = page.body ? split(textRuns(page.body), ({ text }) => found.has(text)) : [];
  const sizes = onPage.length >= BROKEN_UP ? onPage : split(runs, () => true);
  const longest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const sum = sizes.reduce((all, size) => all + size, 0);
  return {
    count: sizes.length,
    mean: sum / Math.max(1, sizes.length),
    longest,
    share: longest / Math.max(1, total),
  };
}

/** The words of each piece that has sentences. */
function split(runs: readonly TextRun[], isCounted: (run: TextRun) => boolean): number[] {
  const sizes = [0];
  for (const run of runs) {
    if (isEdge(run)) sizes.push(0);
    else if (isCounted(run) && isSentence(run)) sizes.push((sizes.pop() ?? 0) + run.size);
  }
  return sizes.filter((size) => size > 0);
}

function isEdge(run: TextRun): boolean {
  return (run.linked >= LINKED.line && run.size >= 2) || isPrice(run);
}

function isPrice({ text }: Pick<TextRun, 'text'>): boolean {
  return text.length <= LONGEST_PRICE && PRICE.test(text);
}

function isSentence(run: TextRun): boolean {
  return run.linked < LINKED.text && run.text.length >= SENTENCE && run.size >= SENTENCE;
}

function isTeasers({ count, mean, share }: Pieces, by: Address | 'claimed'): boolean {
  const most = TEASERS.share[by === 'named' || by === 'claimed' ? by : 'any'];
  return count >= TEASERS.pieces && mean < TEASERS.words && share < most;
}

/** Whether the page's heading or title says it. */
function says(page: Document, what: RegExp): boolean {
  return [...page.querySelectorAll('h1, head > title')].some(({ textContent }) =>
    what.test((textContent ?? '').slice(0, 200)),
  );
}

type Address = Exclude<keyof typeof LEAST, 'error'>;

/** `named`: in words of the page's title, or by a number as only single pages have; the more general kinds go before. */
function addressOf(url: string, { title, authors, publishedTime }: Candidate['metadata']): Address {
  const { pathname, search } = new URL(url, 'https://no.base.example/');
  const parts = pathname.split('/').filter(Boolean);
  const last = parts.at(-1) ?? '';
  if (last === '' || SEARCH.test(search) || parts.some((part) => SERVICE.test(part))) return 'list';
  const named = wordsIn(title);
  const isNamed = [...wordsIn(last)].filter((word) => named.has(word)).length >= 2;
  if (isNamed || /\d{5}/.test(last + search)) return 'named';
  if (authors.length > 0 && publishedTime && isHeadline(title)) return 'other';
  const isShort = parts.length <= 2 && last.length < 25 && (last.match(/[-_]/g)?.length ?? 0) <= 1;
  return isShort && !/\d|\.s?html?$/.test(pathname) ? 'section' : 'other';
}

/** Sections are named in few words; three CJK characters say what a word does. */
function isHeadline(title: string): boolean {
  const { wordCount, cjkCharCount } = countText(title);
  return wordCount + cjkCharCount / 3 >= HEADLINE;
}

function wordsIn(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 2));
}
