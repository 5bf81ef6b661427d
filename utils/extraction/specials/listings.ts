import { codeLanguage, codeText, isGutter } from '../steps/special-blocks';

/** How many boxes around a table of code may belong to it. */
const MOST_BOXES = 4;

/**
 * Listings that are tables, with the line numbers in one column and the code in the other, become `<pre><code>`: those of Hexo, Pygments,
 * SyntaxHighlighter, Crayon and GitHub.
 */
export function settleListings(root: Document | Element): void {
  for (const table of root.querySelectorAll('table')) {
    if (table.closest('pre') || !table.querySelector('td')) continue;
    const rows = [...table.querySelectorAll('tr')];
    const lines = rows.map(codeOfRow);
    if (lines.length === 0 || lines.some((line) => line === null)) continue;
    const box = outermostBox(table, root);
    const pre = table.ownerDocument.createElement('pre');
    const code = table.ownerDocument.createElement('code');
    const language = codeLanguage(table, MOST_BOXES);
    if (language) code.setAttribute('class', `language-${language}`);
    code.append(lines.join('\n'));
    pre.append(code);
    box.replaceWith(pre);
  }
}

/** The code of a row whose first cell holds nothing but numbers of lines; null when this is not such a row. */
function codeOfRow(row: Element): string | null {
  const [gutter, code, ...others] = row.children;
  if (!gutter || !code || others.length > 0 || !isGutter(gutter)) return null;
  if (/[^\d\s]/.test(gutter.textContent ?? '')) return null;
  return codeText(code).replace(/\n$/, '');
}

/** The outermost box that holds the table and nothing else. */
function outermostBox(table: Element, root: Document | Element): Element {
  let box: Element = table;
  for (let step = 0; step < MOST_BOXES; step++) {
    const parent: Element | null = box.parentElement;
    if (!parent || parent === root || !/^(?:div|figure)$/.test(parent.localName) || parent.children.length > 1) break;
    box = parent;
  }
  return box;
}
