import type { ReceiptEntry } from '../model/article';
import { excerptOf } from '../model/summary';
import { commentsIn, words } from './dom';
import type { LeftOut } from './left-out';
import { type Places, pathOf } from './places';
import { blockText } from './text';

/** Where blocks are not written one by one, so that a place in it is behind it. */
const WRITTEN_WHOLE = 'pre, dl, figure, table';

/**
 * Gives the marks of what was left out of `body` the number of theirs in the list returned, which is in the order of the article; the page's
 * own comments go. What has no mark in `body` comes last.
 */
export function numberMarks(body: Element, leftOut: readonly LeftOut[]): LeftOut[] {
  const byMark = new Map<Node, LeftOut>(leftOut.map((one) => [one.mark, one]));
  const marked: LeftOut[] = [];
  for (const comment of commentsIn(body)) {
    const one = byMark.get(comment);
    if (!one) {
      comment.remove();
      continue;
    }
    comment.data = String(marked.push(one) - 1);
    moveOut(comment, body);
  }
  const found = new Set(marked);
  return [...marked, ...leftOut.filter((one) => !found.has(one))];
}

/** Receipt entries for what was left out: as it is once cleaned (`cleaned`), and where it stood in `body`, which was rebuilt. */
export function tellLeftOut(
  leftOut: readonly LeftOut[],
  cleaned: readonly HTMLElement[],
  body: Element,
  places: Places,
): ReceiptEntry[] {
  return leftOut.flatMap(({ step, reason, element }, index): ReceiptEntry[] => {
    const holder = cleaned[index];
    const place = places.get(String(index));
    const list = element.localName === 'li' ? holder?.querySelector(':scope > ul') : null;
    const inList = list ? pathOf(place, body, true) : null;
    const at = inList ?? pathOf(place, body, false);
    const html = (inList && list ? list : holder)?.innerHTML ?? '';
    // Buttons and what the page hides are nothing to read, and so nothing that is missing.
    if (!holder || html === '') return [];
    return [{ step, reason, text: excerptOf(blockText(holder)), ...(at ? { html, at } : {}) }];
  });
}

/** The entries with one for the repeated title, which stood in the body when they were told and does not any more. */
export function withTitle(
  entries: readonly ReceiptEntry[],
  { block, index }: { readonly block: Element; readonly index: number },
): ReceiptEntry[] {
  const isBehind = ({ at }: ReceiptEntry) => (at?.[0] ?? 0) > index;
  const text = excerptOf(words(block.textContent));
  const title = { step: 'drop-repeated-title', reason: 'title', text, html: block.outerHTML, at: [index] };
  const behind = entries.filter(isBehind).map(({ at = [], ...entry }) => ({
    ...entry,
    at: [(at[0] ?? 0) - 1, ...at.slice(1)],
  }));
  return [...entries.filter((entry) => !isBehind(entry)), title, ...behind];
}

/** Moves a mark behind the elements that it cannot be followed through. Cells and descriptions are written like bodies. */
function moveOut(mark: Comment, body: Element): void {
  for (let around = closestWhole(mark, body); around; around = closestWhole(mark, body)) around.after(mark);
}

function closestWhole(mark: Comment, body: Element): Element | null {
  const parent = mark.parentElement;
  const figure = parent?.closest('pre, figure');
  if (figure && body.contains(figure)) return figure;
  const isCell = parent?.closest('td, th, dd, dt, caption');
  const whole = parent?.closest(WRITTEN_WHOLE);
  return whole && whole !== body && !(isCell && whole.contains(isCell)) ? whole : null;
}
