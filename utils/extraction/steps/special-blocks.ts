import { isElement, isText } from '../dom';
import { copyAttributes } from './allowed';

const LANGUAGE_CLASS =
  /(?:^|\s)(?:lang(?:uage)?|brush:?|highlight-source|sourceCode|syntaxhighlighter|hljs)[-:\s]+([\w+#.-]+)/i;

/** Hexo names the language beside the word `highlight`, where any word could stand. */
const HEXO_CLASS =
  /^highlight\s+(bash|sh|shell|c|cpp|csharp|css|diff|go|html|java|js|javascript|json|kotlin|lua|php|python|py|ruby|rust|sql|swift|ts|typescript|xml|yaml|yml)$/i;

/** Classes of line numbers and copy buttons in the listings of highlighters. */
const GUTTER =
  /(?:^|[\s_-])(?:line-?num(?:ber)?s?(?:-rows)?|gutter|linenos?|lineno|ln-num(?:bers)?|lnt?|blob-num|crayon-nums?|pre-numbering|hljs-button|copy)(?:$|[\s_-])/i;

/** Boxes that belong to the listing in them. */
const CODE_BOX = /^(?:div|figure|section|pre|span|td|li)$/;

/** A listing's own class; verse in `<pre>` has none of these. */
const CODE_CLASS = /code|highlight|prism|prettyprint|brush|hljs|shiki|chroma|lang|source|snippet/i;

/** A listing as its plain text in `<pre><code>`, with the language the page names as `class="language-…"`. Null when empty. */
export function copyCode(pre: Element): Element | null {
  const { ownerDocument } = pre;
  const text = codeText(pre)
    .replace(/\u00a0/g, ' ')
    .replace(/^\n+|\s+$/g, '');
  if (text.trim() === '') return null;
  const copy = copyAttributes(pre, ownerDocument.createElement('pre'));
  const hasCode = pre.querySelector('code, .line, .hljs') !== null || CODE_CLASS.test(pre.getAttribute('class') ?? '');
  const language = codeLanguage(pre);
  if (!hasCode && !language) {
    copy.append(text);
    return copy;
  }
  const code = ownerDocument.createElement('code');
  if (language) code.setAttribute('class', `language-${language}`);
  code.append(text);
  copy.append(code);
  return copy;
}

/** The language that a listing, or one of up to `boxes` boxes around it, names; null when none does. */
export function codeLanguage(listing: Element, boxes = 2): string | null {
  const named = [listing.querySelector('code'), listing];
  let box = listing.parentElement;
  for (; box && named.length < boxes + 2 && CODE_BOX.test(box.localName); box = box.parentElement) named.push(box);
  for (const element of named) {
    const language = element && ownLanguage(element);
    if (
      language &&
      /^[\w+#.-]{1,24}$/.test(language) &&
      !/^(?:none|plain|plaintext|text|code|wrapper)$/i.test(language)
    ) {
      return language.toLowerCase();
    }
  }
  return null;
}

function ownLanguage(element: Element): string | undefined {
  const given = element.getAttribute('data-lang') ?? element.getAttribute('data-language');
  const names = element.getAttribute('class') ?? '';
  return given ?? LANGUAGE_CLASS.exec(names)?.[1] ?? HEXO_CLASS.exec(names)?.[1];
}

/** Whether an element of a listing only holds line numbers or a copy button. */
export function isGutter(element: Element): boolean {
  return GUTTER.test(element.getAttribute('class') ?? '');
}

/** A listing's text. Line numbers and copy buttons are not code; lines that are boxes of their own end with a line break. */
export function codeText(node: Node): string {
  let text = '';
  for (const child of node.childNodes) {
    if (isText(child)) text += child.data;
    if (!isElement(child) || isGutter(child)) continue;
    if (child.localName === 'br') text += '\n';
    else {
      const inner = codeText(child);
      const isLine = /^(?:div|li|p|tr)$/.test(child.localName);
      text += isLine && !inner.endsWith('\n') ? `${inner}\n` : inner;
    }
  }
  return text;
}

/** Whether a table holds data rather than laying out the page: more than one row and column and no table inside. */
export function isDataTable(table: Element): boolean {
  if (table.getAttribute('role') === 'presentation' || table.querySelector('table')) return false;
  // Rows and captions that hold nothing are not written, and must not count: a table is the same when it is read again.
  const rows = [...table.querySelectorAll('tr')].map(cellCount).filter((count) => count > 0);
  const hasCaption = (table.querySelector('caption')?.textContent ?? '').trim() !== '';
  if (hasCaption || table.querySelector('th, thead td')) return rows.length > 0;
  return rows.length > 1 && rows.some((count) => count > 1);
}

function cellCount(row: Element): number {
  return [...row.children].filter(isCell).length;
}

function isCell({ localName }: Element): boolean {
  return localName === 'td' || localName === 'th';
}

/** A table of rows and cells alone; `copyCell` fills one cell. Null when every cell is empty. */
export function copyTable(table: Element, copyCell: (cell: Element, copy: Element) => Element | null): Element | null {
  const { ownerDocument } = table;
  const copy = copyAttributes(table, ownerDocument.createElement('table'));
  const caption = table.querySelector(':scope > caption');
  const filledCaption = caption && copyCell(caption, ownerDocument.createElement('caption'));
  if (filledCaption) copy.append(filledCaption);
  let isEmpty = true;
  for (const part of ['thead', 'tbody', 'tfoot'] as const) {
    const section = ownerDocument.createElement(part);
    for (const row of table.querySelectorAll(`:scope > ${part} > tr${part === 'tbody' ? ', :scope > tr' : ''}`)) {
      const rowCopy = copyAttributes(row, ownerDocument.createElement('tr'));
      for (const cell of row.children) {
        if (!isCell(cell)) continue;
        const cellCopy = ownerDocument.createElement(cell.localName);
        if (copyCell(cell, cellCopy)) isEmpty = false;
        rowCopy.append(cellCopy);
      }
      if (rowCopy.hasChildNodes()) section.append(rowCopy);
    }
    if (section.hasChildNodes()) copy.append(section);
  }
  return isEmpty ? null : copy;
}
