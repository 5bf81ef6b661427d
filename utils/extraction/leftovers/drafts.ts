import { words } from '../dom';
import { DOUBTED } from '../steps/lean-readability';

/** Elements that may hold one run of text; those that hold another of them are boxes. */
const TEXT_BLOCKS = new Set(
  `p li h1 h2 h3 h4 h5 h6 div section blockquote pre td th dt dd figcaption caption address summary center aside header footer ul ol article
  main nav figure table`.split(/\s+/),
);

/** No character of these scripts has a lower code: a quick look that spares other texts the slow one. */
const MAY_BE_SPACELESS = /[\u0e00-\u0e7f\u2e80-\uffff]/;
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** A block of text before anything is said of it. */
export interface Draft {
  readonly element: Element;
  readonly text: string;
  readonly size: number;
  /** Characters of its links. */
  readonly linked: number;
  /** Its element's name and classes. */
  readonly look: string;
  /** Whether it is, or stands in, a box that the extractor doubts. */
  readonly isDoubted: boolean;
}

/** Every block of text of an article, in order. */
export function draftsOf(article: Element): Draft[] {
  const boxes = boxesIn(article);
  const linked = linkedCharacters(article);
  const hasDoubts = article.querySelector(`[${DOUBTED}]`) !== null;
  const drafts: Draft[] = [];
  for (let at = 0; at < boxes.length; at++) {
    const box = boxes[at] as Element;
    // What stands next in the document is the first of what stands in it. Text loose beside boxes belongs to nobody: it is never judged.
    const next = boxes[at + 1];
    if ((next && box.contains(next)) || box.localName === 'figcaption' || box.localName === 'pre') continue;
    const text = words(box.textContent);
    if (text === '') continue;
    const look = `${box.localName}.${box.getAttribute('class') ?? ''}`;
    const isDoubted = hasDoubts && box.closest(`[${DOUBTED}]`) !== null;
    drafts.push({ element: box, text, size: sizeInWords(text), linked: linked.get(box) ?? 0, look, isDoubted });
  }
  return drafts;
}

/** By a walker: a selector with so many names takes ten times as long. */
function boxesIn(article: Element): Element[] {
  const walker = article.ownerDocument.createTreeWalker(article, NodeFilter.SHOW_ELEMENT);
  const boxes: Element[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (TEXT_BLOCKS.has((node as Element).localName)) boxes.push(node as Element);
  return boxes;
}

/** Words in the boxes that the extractor doubts. */
export function sizeOfDoubted(drafts: readonly Draft[]): number {
  const doubted = drafts.filter(({ isDoubted }) => isDoubted);
  return doubted.reduce((sum, { size }) => sum + size, 0);
}

/** Texts that stand more than once in an article, as what sites put between its parts. */
export function saidAgain(drafts: readonly Draft[]): Set<string> {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { text } of ofOneLength(drafts)) (once.has(text) ? again : once).add(text);
  return again;
}

/** Those that are as long as another: no other text stands twice, and lengths are compared at once. */
function ofOneLength(drafts: readonly Draft[]): Draft[] {
  const counts = new Map<number, number>();
  for (const { text } of drafts) counts.set(text.length, (counts.get(text.length) ?? 0) + 1);
  return drafts.filter(({ text }) => (counts.get(text.length) ?? 0) > 1);
}

/** How many characters of each block are in links. */
function linkedCharacters(article: Element): Map<Element, number> {
  const linked = new Map<Element, number>();
  for (const link of article.querySelectorAll('a')) {
    let box = link.parentElement;
    while (box && !TEXT_BLOCKS.has(box.localName)) box = box.parentElement;
    if (box) linked.set(box, (linked.get(box) ?? 0) + words(link.textContent).length);
  }
  return linked;
}

function sizeInWords(text: string): number {
  const spaceless = MAY_BE_SPACELESS.test(text) ? (text.match(SPACELESS)?.length ?? 0) : 0;
  if (spaceless === 0) return spacesIn(text) + 1;
  return Math.ceil(spaceless / 2) + text.replace(SPACELESS, ' ').split(/\s+/).filter(Boolean).length;
}

function spacesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count += 1;
  return count;
}

/** The box whose own blocks hold the most words. */
export function mainParent(drafts: readonly Draft[]): Element | null {
  return mostOf(drafts, ({ element }) => element.parentElement);
}

/** What is common to the blocks with most words in all; null when there are none. */
export function mostOf<T>(drafts: readonly Draft[], by: (draft: Draft) => T | null): T | null {
  const sizes = new Map<T, number>();
  for (const draft of drafts) {
    const key = by(draft);
    if (key !== null) sizes.set(key, (sizes.get(key) ?? 0) + draft.size);
  }
  let best: T | null = null;
  for (const [key, size] of sizes) if (best === null || size > (sizes.get(best) ?? 0)) best = key;
  return best;
}
