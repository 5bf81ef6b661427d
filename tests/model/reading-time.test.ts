import { expect, it } from 'vitest';
import { countText, readingMinutes } from '../../utils/model/reading-time';

it('counts words and CJK characters apart', () => {
  expect(countText("It's 5.5 km, well-known: 中文、かな and 한글!")).toEqual({ wordCount: 5, cjkCharCount: 6 });
  expect(countText('')).toEqual({ wordCount: 0, cjkCharCount: 0 });
});

it('counts a character that takes two halves once, and a half alone not at all', () => {
  expect(countText('\ud842')).toEqual({ wordCount: 0, cjkCharCount: 0 });
  expect(countText('𠮷野家 𠮷')).toEqual({ wordCount: 0, cjkCharCount: 4 });
  expect(countText('𝐀𝐁 word')).toEqual({ wordCount: 2, cjkCharCount: 0 });
});

it('reads at the published speeds and never in no time', () => {
  expect(readingMinutes({ wordCount: 2380, cjkCharCount: 0 })).toBe(10);
  expect(readingMinutes({ wordCount: 0, cjkCharCount: 1275 })).toBe(5);
  expect(readingMinutes({ wordCount: 3, cjkCharCount: 0 })).toBe(1);
  expect(readingMinutes({ wordCount: 0, cjkCharCount: 0 })).toBe(0);
});
