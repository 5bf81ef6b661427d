import type { ReceiptEntry } from '../model/article';
import { words } from './dom';
import { foldPromo, isFoldedPromo } from './links/promo-summary';

/**
 * Puts a paragraph that `foldPromos` folded back among the others, in front of its fold. False, and nothing done, when the entry is of
 * another kind or no such paragraph is folded.
 */
export function unfoldPromo(body: Element, { step, text }: ReceiptEntry): boolean {
  if (step !== 'fold-promos') return false;
  for (const fold of body.querySelectorAll('details')) {
    if (!isFoldedPromo(fold)) continue;
    const paragraph = [...fold.querySelectorAll(':scope > p')].find((folded) => words(folded.textContent) === text);
    if (!paragraph) continue;
    fold.before(paragraph);
    if (fold.children.length === 1) fold.remove();
    return true;
  }
  return false;
}

/** Undoes `unfoldPromo`, in an article of this language (BCP 47). False as there. */
export function foldPromoAgain(body: Element, { step, text }: ReceiptEntry, lang: string | null): boolean {
  if (step !== 'fold-promos') return false;
  const paragraph = [...body.children].find((block) => block.localName === 'p' && words(block.textContent) === text);
  if (paragraph) foldPromo(paragraph, lang);
  return paragraph !== undefined;
}
