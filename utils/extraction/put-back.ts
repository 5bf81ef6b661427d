import type { ReceiptEntry } from '../model/article';
import { canPutBack, canUndo, isFolded } from '../model/receipt';
import type { RevisedContent } from '../model/saved-article';
import { parseInert } from '../sanitize';
import { cleanContent } from './content';
import { mayHold } from './places';
import { cleanLinkAgain, restoreLink } from './restore-link';
import { type Revisable, reviseContent } from './revise-content';
import { foldPromoAgain, unfoldPromo } from './unfold-promo';

/** Where a block goes, or stands when it is put back. */
interface Spot {
  readonly parent: Element;
  readonly index: number;
}

const NO_CONTEXT = { baseUrl: 'about:blank', title: '', lang: null };

/**
 * The article with the receipt's entry `index` put back, or left out again when it was put back before. Null when that cannot be
 * done: there is no such block, its place is not in the content, or what stands there is something else. What comes from `html`
 * is cleaned as all content is. Needs a document.
 */
export function toggleBlock(article: Revisable, index: number): RevisedContent | null {
  const entry = article.receipt[index];
  const parsed = parseInert(article.content);
  if (!entry || !parsed.ok) return null;
  const { body } = parsed.value;
  const spot = spotsOf(body, article.receipt)[index];
  const block = spot ? blockOf(entry, spot.parent) : null;
  if (!spot || !block) return null;
  const { back, ...told } = { ...entry, html: block.html };
  if (back && !takeAway(spot, block.holder)) return null;
  if (!back) insert(spot, block.holder);
  const toggled: ReceiptEntry = back ? told : { ...told, back: true };
  return reviseContent(body, article.receipt.with(index, toggled), [...article.images, ...block.images]);
}

/**
 * The article with a change to its content undone by `undo`, which is given the content and the receipt's entry `index` and says whether
 * it found what to undo; the entry is marked as put back. Null when there was nothing to undo.
 */
export function undoChange(article: Revisable, index: number, undo: Change): RevisedContent | null {
  return article.receipt[index]?.back ? null : turnChange(article, index, undo);
}

/** The article with a change made again that had been undone, by `redo` as `undoChange` does; the mark goes. */
export function redoChange(article: Revisable, index: number, redo: Change): RevisedContent | null {
  return article.receipt[index]?.back ? turnChange(article, index, redo) : null;
}

/** `undoChange` of a link or fold, or `redoChange` where it was undone before, in an article of this language (BCP 47). */
export function toggleChange(article: Revisable, index: number, lang: string | null): RevisedContent | null {
  const entry = article.receipt[index];
  if (!entry || !canUndo(entry)) return null;
  if (!entry.back) return undoChange(article, index, undoingOf(entry));
  const fold: Change = (body, folded) => foldPromoAgain(body, folded, lang);
  return redoChange(article, index, isFolded(entry) ? fold : cleanLinkAgain);
}

/** Changes content where an entry tells of; whether it did. */
export type Change = (body: Element, entry: ReceiptEntry) => boolean;

function turnChange(article: Revisable, index: number, change: Change): RevisedContent | null {
  const entry = article.receipt[index];
  const parsed = parseInert(article.content);
  if (!entry || !parsed.ok || !change(parsed.value.body, entry)) return null;
  const { back, ...told } = entry;
  const turned: ReceiptEntry = back ? told : { ...told, back: true };
  return reviseContent(parsed.value.body, article.receipt.with(index, turned), article.images);
}

/** A newly captured article with every block put back that the reader had put back in an earlier text of it, links and folds as well. */
export function putBackAgain<T extends Revisable>(article: T, earlier: readonly ReceiptEntry[]): T {
  const wanted = new Set(earlier.filter(({ back }) => back).map(nameOf));
  if (wanted.size === 0) return article;
  let revised = article;
  for (const [index, entry] of article.receipt.entries()) {
    const next = !entry.back && wanted.has(nameOf(entry)) ? putBack(revised, index) : null;
    if (next) revised = { ...revised, ...next };
  }
  return revised;
}

function putBack(article: Revisable, index: number): RevisedContent | null {
  const entry = article.receipt[index];
  return entry && canUndo(entry) ? undoChange(article, index, undoingOf(entry)) : toggleBlock(article, index);
}

function undoingOf(entry: ReceiptEntry): Change {
  return isFolded(entry) ? unfoldPromo : restoreLink;
}

/** A block is the same in two captures when it says the same, however it is marked up; a link by its old address, too. */
function nameOf({ html, text, url }: ReceiptEntry): string {
  const parsed = parseInert(html ?? '');
  const all = parsed.ok ? (parsed.value.body.textContent ?? '') : '';
  return `${url ?? ''} ${(all || text).replace(/\s+/g, ' ').trim()}`;
}

function insert({ parent, index }: Spot, holder: Element): void {
  const next = parent.childNodes[index] ?? null;
  for (const child of [...holder.children]) parent.insertBefore(child, next);
}

/** False, and nothing done, when something else stands there. */
function takeAway({ parent, index }: Spot, holder: Element): boolean {
  const there = [...parent.childNodes].slice(index, index + holder.children.length);
  if (there.map((node) => node.textContent).join('') !== holder.textContent) return false;
  for (const node of there) node.remove();
  return true;
}

/**
 * The spot of each entry in the content as it is. Entries are in the order of the article, so that of those put back all that
 * shift a spot come before it.
 */
function spotsOf(body: Element, receipt: readonly ReceiptEntry[]): (Spot | null)[] {
  const shifts = new Map<Node, number>();
  return receipt.map((entry) => {
    const spot = canPutBack(entry) ? spotAt(body, entry.at ?? [], shifts) : null;
    if (spot && entry.back) {
      // What was put back is kept as it was inserted, so that it need not be cleaned again to be counted.
      const parsed = parseInert(entry.html ?? '');
      const added = parsed.ok ? parsed.value.body.children.length : 0;
      shifts.set(spot.parent, (shifts.get(spot.parent) ?? 0) + added);
    }
    return spot;
  });
}

function spotAt(body: Element, at: readonly number[], shifts: ReadonlyMap<Node, number>): Spot | null {
  let parent = body;
  for (const step of at.slice(0, -1)) {
    const child = parent.childNodes[step + (shifts.get(parent) ?? 0)];
    if (child?.nodeType !== Node.ELEMENT_NODE) return null;
    parent = child as Element;
  }
  const index = (at.at(-1) ?? 0) + (shifts.get(parent) ?? 0);
  const isPlace = index <= parent.childNodes.length && (mayHold(parent, body, false) || mayHold(parent, body, true));
  return isPlace ? { parent, index } : null;
}

/** An entry's block as the children of a holder, made to stand in `parent`: a list holds items alone. */
function blockOf(entry: ReceiptEntry, parent: Element) {
  const parsed = parseInert(entry.html ?? '');
  if (!parsed.ok) return null;
  const { body } = parsed.value;
  const isItem = mayHold(parent, body, true);
  if (isItem) {
    const list = parsed.value.createElement('ul');
    list.append(...body.childNodes);
    body.append(list);
  }
  const clean = cleanContent(body, NO_CONTEXT);
  const again = parseInert(clean.content);
  if (!again.ok) return null;
  const holder = isItem ? again.value.querySelector('body > ul') : again.value.body;
  return holder && holder.children.length > 0 ? { holder, html: holder.innerHTML, images: clean.images } : null;
}
