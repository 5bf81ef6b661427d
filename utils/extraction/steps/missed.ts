import { unhide, words } from '../dom';
import { isFolded } from './folded';
import { DOUBTED } from './lean-readability';
import type { PageCopy } from './page-copy';
import { type PageParagraph, pageParagraphs } from './paragraphs';

/** Characters of text below which what was found is no article when the page has several times as much. */
const NEXT_TO_NOTHING = 400;
const SEVERAL_TIMES = 4;

/** Share of the page's paragraphs below which what was found is only a part of an article. */
const MOST_OF_PAGE = 0.8;

/** Share of the characters of a container's paragraphs that a smaller one must hold to take its place. */
const NEARLY_ALL = 0.9;

/**
 * Puts back what the extractor missed of an article: boxes of the same kind as those it took its text from, which pages use when adverts
 * or pictures split an article; or, where it found next to nothing, the box that holds nearly all of the page's paragraphs.
 * `before`: the page's paragraphs before the extractor took it apart; `copy`: makes the page anew, untouched. Resolves with the article's body.
 */
export function completeArticle(article: Element, before: readonly NotedParagraph[], copy: () => PageCopy): Element {
  const taken = new Set([...article.querySelectorAll('p')].map((paragraph) => words(paragraph.textContent)));
  const untaken = before.filter(({ text }) => !taken.has(text));
  if (untaken.length === 0) return article;
  const found = words(article.textContent);
  const missed = untaken.filter(({ text }) => !found.includes(text));
  const size = (of: readonly NotedParagraph[]) => of.reduce((sum, { text }) => sum + text.length, 0);
  if (missed.length === 0) return article;
  if (found.length < NEXT_TO_NOTHING && size(missed) > SEVERAL_TIMES * found.length) {
    return densestBox(pageParagraphs(copy())) ?? article;
  }
  const kept = before.filter((paragraph) => !missed.includes(paragraph));
  const outside = missed.filter(({ aside }) => !aside);
  if (kept.length === 0 || outside.length === 0) return article;
  const kind = size(kept) > MOST_OF_PAGE * (size(kept) + size(outside)) ? '' : mainKind(kept);
  const hasTwins = kind !== '' && outside.some((paragraph) => paragraph.kind === kind);
  const [first, last] = [before.findIndex(isOf(kept)), before.findLastIndex(isOf(kept))];
  const amid = outside.filter((paragraph) => before.indexOf(paragraph) > first && before.indexOf(paragraph) < last);
  if (!hasTwins && amid.length === 0) return article;
  const paragraphs = pageParagraphs(copy());
  if (hasTwins) addTwins(article, paragraphs, kind, found);
  if (amid.length > 0 && size(amid) < size(kept)) addAmid(article, paragraphs.slice(first, last + 1), found);
  return article;
}

function isOf(kept: readonly NotedParagraph[]): (paragraph: NotedParagraph) => boolean {
  const known = new Set(kept);
  return (paragraph) => known.has(paragraph);
}

/**
 * Adds the boxes between two paragraphs of the article that were folded when the page was shown, which extractors take for hidden.
 * Whether they are the article's is doubted, and decided with the other blocks.
 */
function addAmid(article: Element, paragraphs: readonly PageParagraph[], found: string): void {
  const now = words(article.textContent);
  const known = paragraphs.filter(({ text }) => found.includes(text)).map(({ element }) => element);
  let anchor: Element | null = null;
  let last: Element | null = null;
  for (const { element, text, aside } of paragraphs) {
    if (last?.contains(element)) continue;
    if (found.includes(text)) anchor = placeOf(article, text) ?? anchor;
    else if (!aside && anchor && !now.includes(text)) {
      last = outermostBox(element, known);
      if (!isFolded(element, last)) continue;
      const box = article.ownerDocument.importNode(last, true);
      for (const part of [box, ...box.querySelectorAll('[hidden], [aria-hidden], [style]')]) unhide(part);
      box.setAttribute(DOUBTED, '');
      anchor.after(box);
      anchor = box;
    }
  }
}

/** The outermost box around an element that holds none of the others. */
function outermostBox(element: Element, others: readonly Element[]): Element {
  let box = element;
  for (
    let around = box.parentElement;
    around && !others.some((other) => around?.contains(other));
    around = box.parentElement
  )
    box = around;
  return box;
}

/** What is kept of a page's paragraphs while the extractor takes the page apart. */
export type NotedParagraph = Pick<PageParagraph, 'text' | 'kind' | 'aside'>;

function mainKind(paragraphs: readonly NotedParagraph[]): string {
  const sizes = new Map<string, number>();
  for (const { kind, text } of paragraphs) sizes.set(kind, (sizes.get(kind) ?? 0) + text.length);
  return [...sizes].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [string, number])[0];
}

/** Adds the boxes of one kind that hold nothing found so far, each after the text that precedes it on the page. */
function addTwins(article: Element, paragraphs: readonly PageParagraph[], kind: string, found: string): void {
  const ofKind = paragraphs.filter((paragraph) => paragraph.kind === kind && !paragraph.aside);
  const boxes = [...new Set(ofKind.map(({ element }) => element.parentElement as Element))];
  const isNew = (box: Element) =>
    !ofKind.some(({ element, text }) => element.parentElement === box && found.includes(text));
  const known = boxes.filter((box) => !isNew(box));
  const [first] = known;
  if (!first || hasSeveralHeadings(boxes)) return;
  const articleOf = first.closest('article');
  let anchor: Element | null = null;
  let last: Element | null = null;
  for (const box of boxes) {
    if (!isNew(box)) {
      anchor = placeOf(article, ofKind.findLast(({ element }) => element.parentElement === box)?.text ?? '') ?? anchor;
      last = null;
    } else if (box.closest('article') === articleOf) {
      const twin = article.ownerDocument.importNode(box, true);
      if (last ?? anchor) (last ?? anchor)?.after(twin);
      else (article.firstElementChild ?? article).prepend(twin);
      last = twin;
    }
  }
}

/** Boxes around more than one main heading are those of several articles. */
function hasSeveralHeadings(boxes: readonly Element[]): boolean {
  const [first] = boxes;
  let around: Element | null = first ?? null;
  while (around && !boxes.every((box) => around?.contains(box))) around = around.parentElement;
  return (around?.querySelectorAll('h1').length ?? 0) > 1;
}

/** The element of the article with this text. */
function placeOf(article: Element, text: string): Element | null {
  for (const paragraph of article.querySelectorAll('p'))
    if (words(paragraph.textContent) === text)
      return paragraph.parentElement === article ? paragraph : boxIn(article, paragraph);
  return null;
}

/** The outermost box around a paragraph that holds no other box's text: what comes after it comes after the whole box. */
function boxIn(article: Element, paragraph: Element): Element {
  let box = paragraph;
  while (box.parentElement && box.parentElement !== article && box.parentElement.lastElementChild === box)
    box = box.parentElement;
  return box;
}

/** The smallest box that holds nearly all of a page's paragraphs. */
function densestBox(paragraphs: readonly PageParagraph[]): Element | null {
  const inText = paragraphs.filter(({ aside }) => !aside);
  const chosen = inText.length >= 3 ? inText : paragraphs;
  const sizes = new Map<Element, number>();
  for (const { element, text } of chosen)
    for (let box = element.parentElement; box && box.localName !== 'html'; box = box.parentElement)
      sizes.set(box, (sizes.get(box) ?? 0) + text.length);
  const all = chosen.reduce((sum, { text }) => sum + text.length, 0);
  const holding = [...sizes].filter(([, size]) => size >= NEARLY_ALL * all);
  return holding.find(([box]) => !holding.some(([other]) => other !== box && box.contains(other)))?.[0] ?? null;
}
