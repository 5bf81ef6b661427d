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

/** Letters and digits alone, so that quotes and spaces typed differently do not matter. */
export function comparable(text: string): string {
  return (
    comparableAscii(text) ??
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
  );
}

/** ASCII characters in lower case, 0 for those that are neither letters nor digits. */
const LOWER = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(character) ? character.charCodeAt(0) : 0;
});

const LATIN = new TextDecoder('latin1');

/**
 * The same for most texts of English, whose other characters are spaces, quotes and dashes; null for any other. Character by character, which
 * takes a third of the time of expressions.
 */
function comparableAscii(text: string): string | null {
  const codes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const lower = LOWER[code];
    if (lower) codes[length++] = lower;
    else if (lower === undefined && code !== 0xa0 && !(code >= 0x2010 && code <= 0x2027)) return null;
  }
  return LATIN.decode(codes.subarray(0, length));
}
