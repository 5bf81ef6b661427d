import { tokens } from './metric';

/** What of a page to change, besides its article. */
export interface Replacement {
  readonly url: string;
  readonly title: string;
  readonly html: string;
  readonly says: { readonly jsonLd: string; readonly ogType: string } | null;
}

/** Share of a block's runs of words that must be in the article's text. */
const OF_ARTICLE = 0.7;
/** Share of the article's words that the box must hold in which all between its first and last block is the article's. */
const MOST = 0.8;

/** Words of a paragraph, and of all such paragraphs left where the article was, from which on part of the article must be left. */
const LONG = 40;
const MUCH = 200;

/** Nobody reads these. */
const NO_TEXT = 'script, style, template, noscript';
const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, li, td, dd, dt, blockquote, pre, figcaption, div, section, article, main, body';

/** Where a page says that it is an article, and readers' comments, which only articles have. */
const CLAIMS =
  'script[type="application/ld+json" i], meta[property^="og:" i], meta[name^="og:" i], meta[property^="article:" i], meta[name^="article:" i], meta[name^="twitter:" i], link[rel~="canonical" i], meta[name*="publi" i], meta[name*="date" i], meta[name*="author" i], meta[name="description" i], meta[itemprop], [id*="comment" i], [class*="comment" i]';
const MARKS = ['itemtype', 'itemprop', 'typeof', 'property'];

/**
 * A page's markup with something else in its article's place: `truth` is the article's text, by which it is found. What the page says of
 * itself goes too. Null when much of the article is left, because the truth is only a part of it.
 */
export function replaceArticle(html: string, truth: string, other: Replacement): string | null {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(NO_TEXT))
    if (!element.matches('[type="application/ld+json" i]')) element.remove();
  const place = removeArticle(page, truth);
  if (!place) return null;
  for (const heading of page.querySelectorAll('h1')) heading.remove();
  for (const element of page.querySelectorAll(CLAIMS)) if (!element.contains(place)) element.remove();
  for (const name of MARKS) for (const element of page.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  for (const element of page.querySelectorAll('.hentry, .h-entry')) element.classList.remove('hentry', 'h-entry');
  place.replaceWith(page.createRange().createContextualFragment(other.html));
  page.title = other.title;
  if (other.says) say(page, other.says, other.title);
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

function say(page: Document, { jsonLd, ogType }: NonNullable<Replacement['says']>, name: string): void {
  const type = page.createElement('meta');
  type.setAttribute('property', 'og:type');
  type.setAttribute('content', ogType);
  const data = page.createElement('script');
  data.type = 'application/ld+json';
  data.text = JSON.stringify({ '@context': 'https://schema.org', '@type': jsonLd, name });
  page.head.append(type, data);
}

/** Takes the article out and gives the comment that marks where it was; null when much of it is left. */
function removeArticle(page: Document, truth: string): Comment | null {
  const place = page.createComment('');
  const found = blocksOf(page, truth);
  const box = boxOf(page, found);
  const inBox = found.filter((block) => box.contains(block) && block !== box);
  const [first, last] = [inBox[0], inBox.at(-1)];
  if (first && last) {
    const range = page.createRange();
    range.setStartBefore(first);
    range.setEndAfter(last);
    range.deleteContents();
    range.insertNode(place);
  } else {
    if (found.includes(box)) box.replaceChildren();
    box.append(place);
  }
  for (const block of found) if (block !== box && !block.contains(place)) block.remove();
  return longWords(box) > MUCH ? null : place;
}

/** Words in long paragraphs that are no link. */
function longWords(box: Element): number {
  const sizes = [...box.querySelectorAll('p')]
    .filter((paragraph) => !paragraph.closest('a, aside, footer, [id*="comment" i], [class*="comment" i]'))
    .map((paragraph) => tokens(paragraph.textContent ?? '').length);
  return sizes.filter((size) => size >= LONG).reduce((sum, size) => sum + size, 0);
}

/** Blocks without blocks inside, most of whose words are the article's. */
function blocksOf(page: Document, truth: string): Element[] {
  const known = new Set(runsOf(truth));
  return [...page.body.querySelectorAll(BLOCKS)].filter((block) => {
    if (block.querySelector(BLOCKS) && looseText(block).length < 80) return false;
    const runs = runsOf(block.querySelector(BLOCKS) ? looseText(block) : (block.textContent ?? ''));
    return runs.length > 0 && runs.filter((run) => known.has(run)).length >= OF_ARTICLE * runs.length;
  });
}

/** The words of a block that stand in none of the blocks inside it. */
function looseText(block: Element): string {
  return [...block.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE || !(node as Element).matches?.(BLOCKS))
    .map((node) => node.textContent)
    .join(' ');
}

/** The smallest box that holds most of the article. */
function boxOf(page: Document, found: readonly Element[]): Element {
  const size = (block: Element) => (block.textContent ?? '').length;
  const all = found.reduce((sum, block) => sum + size(block), 0);
  let box: Element = page.body;
  for (;;) {
    const held = [...box.children].find(
      (child) =>
        found.filter((block) => child.contains(block)).reduce((sum, block) => sum + size(block), 0) > MOST * all,
    );
    if (!held) return box;
    box = held;
  }
}

function runsOf(text: string): string[] {
  const words = tokens(text);
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
}
