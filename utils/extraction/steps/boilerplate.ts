import { words } from '../dom';
import { type LeftOut, leaveOut } from '../left-out';

/**
 * Class and id words of boxes around an article that extractors often take along; two words joined by `-` stand side by side.
 * Whole words only: `share` is none of `shareholder`.
 */
const BOX_WORDS = new Set(
  `share sharebar sharebox sharebutton sharebuttons sharelinks sharetools sharing social socialbar sociallinks socialshare related
  relatedposts relatedarticles relatedcontent relatedlinks recommend recommended recommendation recommendations readmore
  read-more more-from newsletter subscribe subscription signup sign-up promo promobox promotion advert advertisement
  advertorial ad ads adbox adsbygoogle sponsor sponsored outbrain taboola comment comments respond breadcrumb breadcrumbs
  crumbs pagination pager tag tags taglist tag-links vote author-bio author-box author-card author-info authorbio authorbox
  about-author cookie consent paywall-promo toolbar print copyright disclaimer donate donation article-author
  article-editor editor-name editor-info editor-note show-author artical-player relevant hotnews toc table-of`.split(
    /\s+/,
  ),
);

/** Whether any of these words may be in a name, asked first: most names of a page hold none. */
const MAY_BE_BOX = new RegExp(
  `(?:^|[\\s_-])(?:${[...BOX_WORDS].map((word) => word.replaceAll('-', '[_-]+')).join('|')})(?:$|[\\s_-])`,
  'i',
);

/** Words after which a name says what a box does without, or around what it stands: `no-toc`, `has-comments`. */
const WITHOUT = new Set(['no', 'has', 'with', 'without', 'hide', 'is']);

/** Share of the text above which a box, or all of them together, is no side matter whatever it is called. */
const SIDE_MATTER = { one: 0.2, all: 0.3 } as const;

/** Longest text of a box that is taken out before the article is known. */
const SHORT = 300;

/** Only these can have such a name. */
const NAMED_BOXES = new Set(['div', 'section', 'aside', 'ul', 'ol', 'nav', 'footer', 'p', 'span', 'form', 'table']);

/** Lines at the end of an article that are about the page rather than its subject. */
const CLOSING_LINE =
  /^(?:[（([【]?\s*(?:责任编辑|責任編輯|责编|本文编辑|编辑|編輯|作者简介|来源|来自|原标题|原文链接|本文来源|文章来源|版权声明|免责声明|声明|特别声明|标签|关键词|更多精彩|扫码|扫一扫|关注我们|点击进入|举报)\s*[:：】\s]|(?:read more|see also|related|share this|follow us|also read|more on this|sign up|tags?|filed under|topics|advertisement|copyright|©|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lee también|leia também|leggi anche|lees ook|読む|関連記事)\b\s*[:：]?.{0,80}$)/i;

const CLOSING_BLOCK = /^(?:p|div|li|h[2-5]|span)$/;

/** How many blocks from the end are looked at for closing lines. */
const LOOKED_AT = 6;

/** A box taken out before the article was known, with the last words before it on the page. */
export interface ShortBox {
  readonly element: Element;
  readonly before: string;
}

/**
 * Takes short boxes that are plainly no part of an article out of a page before the extractor sees it: it turns them into
 * nameless paragraphs, after which nobody can tell a share bar from a sentence. `textLength`: characters of the whole body.
 */
export function dropShortBoxes(body: Element, textLength: number): ShortBox[] {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  return boxesOf(body, textLength, SHORT).map((element) => {
    walker.currentNode = element;
    let before = '';
    while (before === '' && walker.previousNode()) before = walker.currentNode.textContent?.trim() ?? '';
    element.remove();
    return { element, before };
  });
}

/**
 * Marks where short boxes stood that were taken out of the midst of what turned out to be the article. They are found by their words, as the
 * extractor makes elements anew; those with none of the article's text before or behind them stood around it and are not told.
 */
export function markShortBoxes(article: Element, boxes: readonly ShortBox[]): LeftOut[] {
  const said = boxes.filter(({ element }) => words(element.textContent) !== '');
  if (said.length === 0) return [];
  const walker = article.ownerDocument.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const places = new Map<string, Node>();
  // Lengths tell most texts apart from those that are looked for.
  const lengths = new Set(said.map(({ before }) => before.length));
  let last: Node | null = null;
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue?.trim() ?? '';
    if (text === '') continue;
    last = walker.currentNode;
    if (lengths.has(text.length)) places.set(text, last);
  }
  return said.toReversed().flatMap(({ element, before }) => {
    const place = places.get(before);
    if (!place || place === last) return [];
    const mark = article.ownerDocument.createComment('');
    place.parentNode?.insertBefore(mark, place.nextSibling);
    return [{ step: 'drop-short-boxes', reason: 'box-name', element, mark }];
  });
}

/** Takes out what stands around articles rather than in them: share bars, tags, related stories, editors' lines. Returns what went. */
export function dropBoilerplate(article: Element): LeftOut[] {
  const boxes = boxesOf(article, article.textContent?.length ?? 0, Number.POSITIVE_INFINITY);
  return [...boxes.map((box) => leaveOut(box, 'drop-boilerplate', 'box-name')), ...dropClosingLines(article)];
}

function boxesOf(root: Element, whole: number, longest: number): Element[] {
  const most = Math.min(longest, whole * SIDE_MATTER.one);
  const boxes: Element[] = [];
  const known = new Map<string, boolean>();
  const isNamed = (names: string | null) => {
    if (!names) return false;
    const before = known.get(names);
    if (before !== undefined) return before;
    const is = isNameOfBox(names);
    known.set(names, is);
    return is;
  };
  let total = 0;
  let last: Element | null = null;
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  // Walking is several times as quick as a selector for so many elements.
  while (walker.nextNode()) {
    const box = walker.currentNode as Element;
    if (!NAMED_BOXES.has(box.localName)) continue;
    if (!(isNamed(box.getAttribute('class')) || isNamed(box.id)) || last?.contains(box)) continue;
    const length = box.textContent?.length ?? 0;
    if (length > most || box.querySelector('h1, figure img, article, pre')) continue;
    boxes.push(box);
    last = box;
    total += length;
  }
  // Where so much matches, the names mean something else on this site.
  return total > whole * SIDE_MATTER.all ? [] : boxes;
}

function isNameOfBox(names: string): boolean {
  if (!MAY_BE_BOX.test(names)) return false;
  for (const name of names.toLowerCase().split(/\s+/)) {
    const parts = name.split(/[_-]+/);
    if (WITHOUT.has(parts[0] ?? '')) continue;
    for (const [index, part] of parts.entries()) {
      if (BOX_WORDS.has(part) || BOX_WORDS.has(`${part}-${parts[index + 1]}`)) return true;
    }
  }
  return false;
}

function dropClosingLines(article: Element): LeftOut[] {
  const dropped: LeftOut[] = [];
  const walker = article.ownerDocument.createTreeWalker(article, NodeFilter.SHOW_ELEMENT);
  while (walker.lastChild());
  let seen = 0;
  for (let node: Node | null = walker.currentNode; node && node !== article && seen < LOOKED_AT; ) {
    const block = node as Element;
    node = walker.previousNode();
    if (!CLOSING_BLOCK.test(block.localName) || block.querySelector('p, div, li, img, table, pre')) continue;
    const line = words(block.textContent);
    if (line === '') continue;
    seen += 1;
    if (line.length > 120 || !CLOSING_LINE.test(line)) continue;
    dropped.unshift(leaveOut(block, 'drop-boilerplate', 'closing-line'));
  }
  return dropped;
}
