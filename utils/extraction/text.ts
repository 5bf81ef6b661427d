import { isElement, isText } from './dom';
import { isFoldedPromo } from './links/promo-summary';

/** Blocks that are one piece of text; everything else is looked into. */
const PIECES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'pre', 'summary', 'tr']);

/** Captions describe pictures that a text does not show. */
const LEFT_OUT = new Set(['figcaption', 'caption', 'rt', 'rp']);

/** What holds pieces. */
const BOXES = new Set(
  'ul ol dl blockquote figure table hr details div section article li dd tbody thead tfoot'.split(' '),
);

/** Parts of a piece that are kept apart by a space. */
const APART = new Set(['td', 'th', 'p', 'li', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Clean content as plain text: blocks separated by a blank line, captions and folded promotion left out, `<br>` a line break. */
export function blockText(body: Element): string {
  const pieces: string[] = [];
  collect(body, pieces);
  return pieces.join('\n\n');
}

function collect(element: Element, pieces: string[]): void {
  let loose = '';
  const flush = () => {
    const text = tidy(loose);
    if (text !== '') pieces.push(text);
    loose = '';
  };
  for (const child of element.childNodes) {
    if (isText(child)) loose += child.data;
    if (!isElement(child) || LEFT_OUT.has(child.localName) || isFoldedPromo(child)) continue;
    if (PIECES.has(child.localName)) {
      flush();
      const text = child.localName === 'pre' ? (child.textContent ?? '').replace(/\s+$/, '') : tidy(pieceText(child));
      if (text.trim() !== '') pieces.push(text);
    } else if (BOXES.has(child.localName)) {
      flush();
      collect(child, pieces);
    } else loose += pieceText(child);
  }
  flush();
}

function pieceText(element: Element): string {
  if (element.localName === 'br') return '\n';
  if (element.firstElementChild === null) return element.textContent ?? '';
  let text = '';
  for (const child of element.childNodes) {
    if (isText(child)) text += child.data;
    else if (isElement(child) && !LEFT_OUT.has(child.localName)) {
      text += APART.has(child.localName) ? ` ${pieceText(child)} ` : pieceText(child);
    }
  }
  return text;
}

function tidy(text: string): string {
  const single = / {2}|[^\S \n\u00a0\u3000]/.test(text) ? text.replace(/[^\S\n\u00a0\u3000]+/g, ' ') : text;
  return (single.includes('\n') ? single.replace(/ ?\n ?/g, '\n') : single).trim();
}
