import { isElement, isText } from '../dom';
import { copyAttributes } from './allowed';

const LANGUAGE_CLASS = /(?:^|\s)(?:lang(?:uage)?|brush:?|highlight-source|sourceCode|hljs)[-:\s]+([\w+#.-]+)/i;

/** A listing as its plain text in `<pre><code>`, with the language the page names as `class="language-…"`. Null when empty. */
export function copyCode(pre: Element): Element | null {
  const { ownerDocument } = pre;
  const text = codeText(pre)
    .replace(/\u00a0/g, ' ')
    .replace(/^\n+|\s+$/g, '');
  if (text.trim() === '') return null;
  const copy = copyAttributes(pre, ownerDocument.createElement('pre'));
  const hasCode = pre.querySelector('code, .line, .hljs') !== null || pre.hasAttribute('class');
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

function codeLanguage(pre: Element): string | null {
  const code = pre.querySelector('code');
  for (const element of [code, pre, pre.parentElement, pre.parentElement?.parentElement]) {
    if (!element) continue;
    const named = element.getAttribute('data-lang') ?? element.getAttribute('data-language');
    const found = named ?? LANGUAGE_CLASS.exec(element.getAttribute('class') ?? '')?.[1];
    if (found && /^[\w+#.-]{1,24}$/.test(found) && !/^(?:none|plaintext|text|code|wrapper)$/i.test(found))
      return found.toLowerCase();
  }
  return null;
}

/** Line numbers and copy buttons are not code; lines that are boxes of their own end with a line break. */
function codeText(node: Node): string {
  let text = '';
  for (const child of node.childNodes) {
    if (isText(child)) text += child.data;
    if (!isElement(child)) continue;
    if (child.localName === 'br') text += '\n';
    else if (
      !/(?:^|[\s_-])(?:line-?numbers?(?:-rows)?|gutter|lineno|ln-num|copy)(?:$|[\s_-])/i.test(
        child.getAttribute('class') ?? '',
      )
    ) {
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
  const rows = [...table.querySelectorAll('tr')];
  const columns = Math.max(0, ...rows.map((row) => row.children.length));
  if (table.querySelector('th, caption, thead')) return columns > 0;
  return rows.length > 1 && columns > 1;
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
        if (!/^t[dh]$/.test(cell.localName)) continue;
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
