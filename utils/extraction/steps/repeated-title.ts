/** How many blocks from the top a copy of the title is looked for. */
const LOOKED_AT = 3;

/** Drops a heading or paragraph at the top that only says the article's title again. Returns it with the index it stood at. */
export function dropRepeatedTitle(
  body: HTMLElement,
  title: string,
): { readonly block: Element; readonly index: number } | null {
  const wanted = comparable(title);
  if (wanted === '') return null;
  for (const [index, block] of [...body.children].slice(0, LOOKED_AT).entries()) {
    if (!/^(?:h[1-6]|p)$/.test(block.localName) || block.querySelector('img, math')) continue;
    if (comparable(block.textContent ?? '') !== wanted) continue;
    block.remove();
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
