import { isElement, parentOf, words } from '../dom';

/** A line of the page as a reader sees it, a space wherever one element ends and another begins. */
export interface Line {
  readonly text: string;
  /** The words of its links that lead to somebody's page. */
  readonly people: readonly string[];
}

/** What stands around a heading, each list from the heading outwards. */
export interface Surroundings {
  readonly before: readonly Line[];
  readonly after: readonly Line[];
}

/** Pieces of text that are looked at on either side: a byline further off belongs to something else. */
const PIECES = { before: 24, after: 80 };
/** Pieces passed on the way at most, those of menus and boxes that are not the article's included. */
const PASSED = 400;
/** Paragraphs longer than this are the article's text; from the second on nothing tells who wrote it. */
const TEXT_LENGTH = 250;

const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|data|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr|address)$/;
const APART =
  'script, style, noscript, template, nav, aside, footer, form, button, select, figure, [class*="comment" i], [class*="related" i], [class*="recommend" i]';
/** Where sites keep their writers' pages. */
const PERSON =
  '[rel~="author"], [href*="/author" i], [href*="/people/" i], [href*="/person/" i], [href*="/profile" i], [href*="/contributor" i], [href*="/staff/" i], [href*="/journalist" i], [href*="/writer" i], [href*="/reporter" i], [href*="/autor" i], [href*="/auteur" i], [href*="/redakt" i], [href*="/byline" i], [href*="/user" i], [href*="/producers/" i]';

/** The lines before and after a heading in the order of the document, whatever elements they stand in. */
export function linesAround(heading: Element): Surroundings {
  return { before: linesFrom(heading, 'before'), after: linesFrom(heading, 'after') };
}

function linesFrom(heading: Element, side: 'before' | 'after'): Line[] {
  const { body } = heading.ownerDocument;
  if (!body) return [];
  const walker = heading.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  walker.currentNode = heading;
  const lines: { block: Element; pieces: Text[] }[] = [];
  const isApartFrom = apartness(heading);
  for (let passed = 0, seen = 0, long = 0; passed < PASSED && seen < PIECES[side] && long < 2; passed += 1) {
    const node = (side === 'after' ? walker.nextNode() : walker.previousNode()) as Text | null;
    if (!node) break;
    const parent = node.data.trim() === '' ? null : node.parentElement;
    if (!parent || heading.contains(node) || isApartFrom(parent)) continue;
    seen += 1;
    const block = blockOf(parent);
    const last = lines.at(-1);
    if (last?.block === block) last.pieces[side === 'after' ? 'push' : 'unshift'](node);
    else lines.push({ block, pieces: [node] });
    if (node.data.length > TEXT_LENGTH) long += 1;
  }
  return lines.map(({ pieces }) => lineOf(pieces));
}

function lineOf(pieces: readonly Text[]): Line {
  const parts = new Map<unknown, string>();
  const people = new Set<string>();
  for (const piece of pieces) {
    const parent = piece.parentElement;
    const time = parent ? closest(parent, 'time[datetime]') : null;
    const given = time?.getAttribute('datetime') ?? '';
    parts.set(time && /\d{4}/.test(given) ? time : piece, time && /\d{4}/.test(given) ? given : piece.data);
    const link = parent ? closest(parent, 'a') : null;
    if (link?.matches(PERSON)) people.add(words(link.textContent));
  }
  return { text: words([...parts.values()].join(' ')), people: [...people].filter((name) => name !== '') };
}

/** The nearest box that is no mere part of a line. */
function blockOf(element: Element): Element {
  let block = element;
  while (INLINE.test(block.localName) && isElement(block.parentNode)) block = block.parentNode;
  return block;
}

/** Tells whether elements stand in boxes that are not the article's; a box around the heading is, whatever its name. Asks each box once. */
export function apartness(heading: Element | null): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    const asked: Element[] = [];
    let is = false;
    for (let box: Element | null = element; box; box = parentOf(box)) {
      const before = known.get(box);
      if (before === undefined) asked.push(box);
      const isOne = before === undefined && Element.prototype.matches.call(box, APART);
      if (before === undefined && !isOne) continue;
      is = before ?? !(heading && Node.prototype.contains.call(box, heading));
      break;
    }
    for (const box of asked) known.set(box, is);
    return is;
  };
}

/** `closest` of the element itself: a control of a form may be named that, and then be what the form has there. */
function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}
