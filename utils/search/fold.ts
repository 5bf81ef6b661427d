/** Letters that have no decomposition but are typed without their stroke or ligature, and the sigma that ends Greek words. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

/**
 * Marks that readers leave out when they type: accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs.
 * Marks of other scripts (kana voicing, Indic vowels) make other letters and stay.
 */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u064b-\u0652\u0670]/g;

/** Nothing that folding changes but capitals: most Western text, which is spared the rest. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
const ASCII = /^[\u0000-\u007f]*$/;

/** Letters as they are compared: without case, accents and width (NFKC). Space is left as it is. */
export function foldLetters(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(OPTIONAL_MARKS, '')
    .replace(/[ßæœøłđðþıς]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
}

/** Text as names and titles are compared: letters folded, without surplus space. */
export function foldText(text: string): string {
  return foldLetters(text).replace(/\s+/g, ' ').trim();
}
