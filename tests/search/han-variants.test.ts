import { expect, test } from 'vitest';
import { plainHan } from '../../utils/search/han-variants';

const WORDS = '臺灣頭髮發展東西學習乾淨后面後面的圖書館｜| 國𡞱㜏ABC';

test('a few characters become what they become in a long text', () => {
  const few = Array.from(WORDS, (character) => plainHan(character)).join('');

  const long = plainHan(WORDS.repeat(20));

  expect(long).toBe(few.repeat(20));
  expect(few).toContain('台湾头发发展东西学习');
});
