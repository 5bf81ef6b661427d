import { describe, expect, it } from 'vitest';
import { comparable } from '../../../utils/extraction/steps/repeated-title';

describe('comparable', () => {
  it.each([
    ['Rain', 'rain'],
    [' The  “Knots” of 1984\u00a0— re-tied ', 'theknotsof1984retied'],
    ['Café Ⅳ', 'caféiv'],
    ['潮位表：第１回', '潮位表第1回'],
    ['K\u212a', 'kk'],
    ['', ''],
    ['… ! —', ''],
  ])('keeps of %o letters and digits alone', (text, letters) => {
    expect(comparable(text)).toBe(letters);
  });
});
