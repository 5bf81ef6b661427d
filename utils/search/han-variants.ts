import characters from 'opencc-js/dict/TSCharacters';

/** No character that has a variant has a lower code: a quick look that spares other texts the slow one. */
const MAY_HAVE_VARIANTS = /[\u346f-\u9fff\ud840-\ud88f]/;

let simplified: ReadonlyMap<number, string> | null = null;

/** Up to how many characters the table is searched as it comes: taking it apart takes longer than a new page has for a search. */
const FEW = 40;

/**
 * Text with each traditional character as the simplified one that OpenCC puts first for it, so that either way of writing finds
 * the other. Character by character: where one simplified character stands for several (发 for 發 and 髮), all of them are
 * found, which is right for a search, and no dictionary of phrases (a megabyte) is needed to choose among them.
 */
export function plainHan(text: string): string {
  if (!MAY_HAVE_VARIANTS.test(text)) return text;
  if (text.length <= FEW && !simplified) return Array.from(text, variantOf).join('');
  simplified ??= readTable();
  let plain = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    const variant = simplified.get(code);
    const width = code > 0xffff ? 2 : 1;
    if (variant !== undefined) {
      plain += text.slice(from, at) + variant;
      from = at + width;
    }
    at += width - 1;
  }
  return plain + text.slice(from);
}

function variantOf(character: string): string {
  const at = `|${characters}`.indexOf(`|${character} `);
  return at < 0 ? character : (/^[^ |]*/.exec(characters.slice(at + character.length + 1))?.[0] ?? character);
}

/** The table as it comes: pairs parted by a bar, a traditional character, a space and its simplified ones. */
function readTable(): ReadonlyMap<number, string> {
  const table = new Map<number, string>();
  for (const pair of characters.split('|')) {
    const [from = '', to = ''] = pair.split(' ');
    if (to !== '' && to !== from) table.set(from.codePointAt(0) ?? 0, to);
  }
  return table;
}
