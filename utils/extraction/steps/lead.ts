import { isElement, words } from '../dom';
import type { Metadata } from '../metadata';
import { HIDDEN } from './hidden';
import type { PageCopy } from './page-copy';
import { comparable } from './repeated-title';

/** How many blocks with words after the heading are looked at, and the fewest letters a lead has; CJK says in one what takes Latin three. */
const LOOKED_AT = 14;
const LEAST = 40;
const LEAST_CJK = 16;
const LONGEST = 900;

/** What sites call the paragraph between headline and text, in the languages of the news. */
const LEAD_NAME =
  /(?:^|[\s_-])(?:lead|lede|leadin|lead-?text|standfirst|stand-first|dek|deck|intro(?:duction|text)?|subtitle|sub-?head(?:line|er)?|subtitular|summary|abstract|teaser-?text|vorspann|anriss|chapo|chapeau|sommario|occhiello|entradilla|bajada|copete|spot|perex|zajawka|ingress|manchet|underrubrik|resumo|linha-?fina)(?:$|[\s_-])/i;

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** A paragraph that stands between a page's heading and its text. */
export interface Lead {
  readonly text: string;
  /** A copy: the page it came from is taken apart. */
  readonly element: Element;
  /** Whether the page calls it one. */
  readonly isNamed: boolean;
}

/** Elements that hold blocks of their own. */
const BLOCKS = 'p, div, ul, ol, dl, h1, h2, h3, h4, section, article, header, figure, table, form, nav, aside';

/**
 * The paragraphs that may be the lead of a prepared page: those soon after its heading. To be asked before the extractor takes the page
 * apart, which drops headers with all that is in them.
 */
export function noteLeads({ body, title }: PageCopy): Lead[] {
  const heading = headingOf(body, title);
  if (!heading) return [];
  const leads: Lead[] = [];
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = heading.lastElementChild ?? heading;
  let seen = 0;
  while (seen < LOOKED_AT && walker.nextNode()) {
    const element = walker.currentNode;
    if (
      !isElement(element) ||
      element.querySelector(BLOCKS) ||
      !/^(?:p|div|h[2-6]|span|strong|section)$/.test(element.localName)
    )
      continue;
    const text = words(element.textContent);
    if (text === '') continue;
    seen += 1;
    if (text.length > LONGEST || text.length < (CJK.test(text) ? LEAST_CJK : LEAST) || isElsewhere(element, text))
      continue;
    const isNamed = [element, element.parentElement].some((one) => LEAD_NAME.test(one?.getAttribute('class') ?? ''));
    leads.push({ text, element: element.cloneNode(true) as Element, isNamed });
  }
  return leads;
}

/** The one main heading, or the one that the page's title begins with. */
function headingOf(body: Element, pageTitle: string): Element | null {
  const headings = [...body.querySelectorAll('h1')].filter((heading) => words(heading.textContent) !== '');
  const title = comparable(pageTitle);
  const own = headings.find((heading) => title.startsWith(comparable(heading.textContent ?? '')));
  return own ?? headings[0] ?? null;
}

function isElsewhere(element: Element, text: string): boolean {
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += words(link.textContent).length;
  return linked > text.length / 2 || element.closest(`a, figure, aside, nav, footer, form, [${HIDDEN}]`) !== null;
}

/** Puts the leads that the extractor left behind before the article: what the page calls a lead, or uses as its description. */
export function addLeads(
  article: Element,
  leads: readonly Lead[],
  { title, excerpt }: Pick<Metadata, 'title' | 'excerpt'>,
): void {
  const isDescription = sameAs(excerpt);
  const wanted = leads.filter(({ text, isNamed }) => isNamed || isDescription(text));
  if (wanted.length === 0) return;
  const found = words(article.textContent);
  const known = comparable(found.slice(0, 5000));
  const missing = wanted.filter(({ text }) => {
    const plain = comparable(text);
    return !found.includes(text) && !known.includes(plain.slice(0, COMPARED)) && plain !== comparable(title);
  });
  for (const { element } of missing.toReversed()) {
    const paragraph = article.ownerDocument.createElement('p');
    paragraph.append(...element.childNodes);
    article.prepend(paragraph);
  }
}

/** Letters by which two texts are taken for the same: descriptions are cut. */
const COMPARED = 60;

function sameAs(excerpt: string | null): (text: string) => boolean {
  const wanted = comparable(excerpt ?? '').slice(0, COMPARED);
  return (text) => wanted.length >= LEAST_CJK && comparable(text).startsWith(wanted);
}
