import { words } from '../dom';
import { type LeftOut, leaveOut } from '../left-out';
import type { Metadata } from '../metadata';
import { comparable } from './repeated-title';

/** How many lines from the top are looked at, and how long one may be. */
const LOOKED_AT = 6;
const LONGEST = 160;

const BLOCK = /^(?:p|div|li|span|address|time|h[3-6])$/;

/** What stands around names and dates in bylines, of the languages of the news. */
const AROUND =
  /\b(?:by|written|published|posted|updated|last|modified|on|at|von|vom|uhr|par|publié|le|por|publicado|di|pubblicato|min(?:utes?)?|read(?:ing)?|time|am|pm|[ecmp][sd]?t|gmt|utc|and|und|et|y|e)\b|بقلم|كتبت?|نشر|صباحا|مساء|作者|记者|記者|来源|來源|稿源|发布|發布|时间|更新|文|取材|配信|公開|기자|입력|수정/giu;

/** A day or a clock in figures, or with the name of the month between them. */
const MOMENT =
  /\d{1,4}\s*[./:年月日时分-]\s*\d{1,2}|\d{1,2}\.?\s+\p{L}{3,12}\.?,?\s+\d{4}|\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}/gu;

/** Letters a line may have besides: less than a word. */
const REST = 3;

/**
 * Drops lines above the text that only say again what the metadata says: the section, who wrote it and when. Stops at the first
 * line that says anything else.
 */
export function dropOpeningLines(article: Element, metadata: Metadata): LeftOut[] {
  const known = [...metadata.authors, ...metadata.categories, metadata.siteName ?? '']
    .filter((name) => name.length > 1)
    .toSorted((one, other) => other.length - one.length);
  const leftOut: LeftOut[] = [];
  const walker = article.ownerDocument.createTreeWalker(article, NodeFilter.SHOW_ELEMENT);
  let seen = 0;
  while (walker.nextNode()) {
    const block = walker.currentNode as Element;
    if (!BLOCK.test(block.localName) || block.querySelector('p, div, li, img, table, figure, blockquote')) continue;
    const line = words(block.textContent);
    if (line === '' || block.closest('figure')) continue;
    seen += 1;
    if (seen > LOOKED_AT || line.length > LONGEST || !saysNothingElse(line, known)) return leftOut;
    const left = leaveOut(block, 'drop-opening-lines', 'opening-line');
    leftOut.push(left);
    walker.currentNode = left.mark;
  }
  return leftOut;
}

function saysNothingElse(line: string, known: readonly string[]): boolean {
  let rest = line.normalize('NFKC').replace(/[\u064b-\u0652]/g, '');
  for (const name of known) rest = rest.split(name.normalize('NFKC')).join(' ');
  return comparable(rest.replace(MOMENT, ' ').replace(AROUND, ' ').replace(/\d+/g, ' ')).length <= REST;
}
