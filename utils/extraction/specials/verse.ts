import { isText, selectEach, words } from '../dom';

/** Boxes of verse, as sites and TEI's stylesheets call them, and the lines in them. */
const STANZAS = ['stanza', 'verse', 'poem', 'line-group', 'linegroup', 'lg', 'line-block'].map((name) => `div.${name}`);
const LINE = /(?:^|\s)(?:line|verse-?line|poem-?line|l)(?:\s|$)/i;

/** Lines of verse that are boxes of their own become one paragraph with line breaks: a poem is not a row of paragraphs. */
export function settleVerse(root: Document | Element): void {
  for (const stanza of selectEach(root, STANZAS)) {
    const lines = [...stanza.children];
    if (lines.length < 2 || !lines.every(isLine) || hasLooseWords(stanza)) continue;
    const paragraph = stanza.ownerDocument.createElement('p');
    for (const [index, line] of lines.entries()) {
      if (index > 0) paragraph.append(stanza.ownerDocument.createElement('br'));
      paragraph.append(...line.childNodes);
    }
    stanza.replaceChildren(paragraph);
  }
}

function isLine(element: Element): boolean {
  return (
    /^(?:div|p|span)$/.test(element.localName) &&
    LINE.test(element.getAttribute('class') ?? '') &&
    element.querySelector('div, p, ul, ol, table, blockquote') === null
  );
}

function hasLooseWords(stanza: Element): boolean {
  return [...stanza.childNodes].some((node) => isText(node) && words(node.data) !== '');
}
