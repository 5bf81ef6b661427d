import { expect, test } from 'vitest';
import { foldText } from '../../utils/search/fold';
import { foldForSearch } from '../../utils/search/fold-for-search';

test.each([
  ['ÉCOLE', 'ecole'],
  ['Straße', 'strasse'],
  ['ﬁne ①', 'fine 1'],
  ['ｶﾞｲﾄﾞ', 'ガイド'],
  ['한국', '한국'],
  ['Łódź', 'lodz'],
  ['İstanbul ısı', 'istanbul isi'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['οδος', 'οδοσ'],
  ['מַיִם', 'מים'],
  ['  a\n\tb ', 'a b'],
])('%s is found as %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('letters that a mark makes another letter stay apart', () => {
  expect(foldText('が')).not.toBe(foldText('か'));
  expect(foldText('कि')).not.toBe(foldText('क'));
});

test.each([
  ['臺灣的圖書館', '台湾的图书馆'],
  ['頭髮和發展', '头发和发展'],
  ['默認', '默认'],
  ['図書館', '図书馆'],
  ['ＡＢＣ學校', 'abc学校'],
])('%s is searched as %s', (text, folded) => {
  expect(foldForSearch(text)).toBe(folded);
});
