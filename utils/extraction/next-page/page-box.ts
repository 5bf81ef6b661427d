import { isText } from '../dom';

/** How far above a link its box of page numbers ends, and how many pieces of text such a box has at most. */
const STEPS = 4;
const MOST_PIECES = 120;

const SHOW_TEXT = 4;

/** How many pages there are, said in words: `Page 1 of 3`, `第1页/共3页`. */
const OF = /\b\d{1,2}\s?(?:of|von|de|di|van|sur|av|af|z|из|od)\s?(\d{1,2})\b|共\s?(\d{1,2})\s?[页頁]/;

/** The page numbers that stand together around a link. */
export interface PageBox {
  readonly numbers: ReadonlySet<number>;
  /** How many pages there are in all, by the highest number or in words. */
  readonly total: number | null;
}

/** The smallest box around a link that has `number` and the number before it, each standing alone; null when there is none. */
export function pageBoxAround(link: Element, number: number): PageBox | null {
  let box = link.parentElement;
  for (let step = 0; box && step < STEPS; step++, box = box.parentElement) {
    const pieces = piecesOf(box);
    if (!pieces) return null;
    const numbers = numbersIn(pieces);
    if (numbers.has(number) && numbers.has(number - 1)) return { numbers, total: totalOf(pieces, numbers) };
  }
  return null;
}

/** The texts in a box; null when there are too many for a box of page numbers. */
function piecesOf(box: Element): string[] | null {
  const walker = box.ownerDocument.createTreeWalker(box, SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (!isText(node) || node.length > 200) return null;
    if (/\S/.test(node.data)) pieces.push(node.data.trim());
    if (pieces.length > MOST_PIECES) return null;
  }
  return pieces;
}

/** The numbers that stand without any letters beside them. */
function numbersIn(pieces: readonly string[]): Set<number> {
  const alone = pieces.filter((piece) => !/\p{L}/u.test(piece));
  return new Set(alone.flatMap((piece) => piece.match(/\b\d{1,2}\b/g) ?? []).map(Number));
}

function totalOf(pieces: readonly string[], numbers: ReadonlySet<number>): number | null {
  const said = OF.exec(pieces.join(' '));
  return Math.max(Number(said?.[1] ?? said?.[2] ?? 0), ...numbers) || null;
}
