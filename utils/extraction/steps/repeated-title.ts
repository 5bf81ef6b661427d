/** How many blocks from the top a copy of the title is looked for. */
const LOOKED_AT = 3;

/** A block at the top of a body that only says the article's title again, and the index it stands at. */
export interface RepeatedTitle {
  readonly block: Element;
  readonly index: number;
}

/** Finds a heading or paragraph at the top that only says the article's title again; it is still there. */
export function findRepeatedTitle(body: HTMLElement, title: string): RepeatedTitle | null {
  const wanted = comparable(title);
  if (wanted === '') return null;
  for (const [index, block] of [...body.children].slice(0, LOOKED_AT).entries()) {
    if (!/^(?:h[1-6]|p)$/.test(block.localName) || block.querySelector('img, math')) continue;
    if (comparable(block.textContent ?? '') !== wanted) continue;
    return { block, index };
  }
  return null;
}

/** Most texts of English, whose other characters are quotes and dashes, are worked through four times as quickly. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what ASCII is.
const ASCII = /^[\x00-\x7f\xa0\u2010-\u2027]*$/;

/** Letters and digits alone, so that quotes and spaces typed differently do not matter. */
export function comparable(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
