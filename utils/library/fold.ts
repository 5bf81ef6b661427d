/** Letters that have no decomposition but are typed without their stroke or ligature. */
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
};

/**
 * Marks that readers leave out when they type: accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs.
 * Marks of other scripts (kana voicing, Indic vowels) make other letters and stay.
 */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u064b-\u0652\u0670]/g;

/** Text as it is compared in a search: without case, accents, width (NFKC) and surplus space. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(OPTIONAL_MARKS, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a search, folded: each of them must be found. */
export function searchTerms(search: string): string[] {
  const folded = foldText(search);
  return folded === '' ? [] : folded.split(' ');
}

/** A title as lists order it: folded, from its first letter or digit, numbers by their value. */
export function titleOrder(title: string): string {
  return foldText(title.slice(0, 200))
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\d+/g, (digits) => digits.padStart(10, '0'))
    .slice(0, 100);
}
