import { expect, test } from 'vitest';
import { parseQuery } from '../../utils/search/parse-query';
import { wordsOf } from '../../utils/search/query';
import { marksIn, snippetOf } from '../../utils/search/snippet';

const words = (search: string) => {
  const query = parseQuery(search);
  return query ? wordsOf(query) : [];
};

/** The text with what is marked in brackets. */
function marked(text: string, marks: readonly (readonly [number, number])[]): string {
  return marks
    .toReversed()
    .reduce((all, [from, to]) => `${all.slice(0, from)}[${all.slice(from, to)}]${all.slice(to)}`, text);
}

test.each([
  ['tide ', 'The Tide, not the tides.', 'The [Tide], not the tides.'],
  ['tid', 'The Tide, not the tides.', 'The [Tide], not the [tides].'],
  ['cafe ', 'Le Café, le cafe\u0301 et la caféine', 'Le [Café], le [cafe\u0301] et la caféine'],
  ['strasse ', 'In der Straße 5', 'In der [Straße] 5'],
  ['默认', '默想不是默认，也不是默 认。', '默想不是[默认]，也不是默 认。'],
  ['灯', '大灯与灯', '大[灯]与[灯]'],
  ['台湾', '臺灣的圖書館', '[臺灣]的圖書館'],
  ['ガイド', 'ｶﾞｲﾄﾞの本', '[ｶﾞｲﾄﾞ]の本'],
  ['"high tide" -low', 'low tide, high  tide', 'low tide, [high  tide]'],
  ['sea OR moon', 'moon over the sea', '[moon] over the [sea]'],
  ['title:sea', 'sea', '[sea]'],
  ['𠮷野', '𠮷野家', '[𠮷野]家'],
])('%s marks %s as %s', (search, text, expected) => {
  expect(marked(text, marksIn(words(search), text))).toBe(expected);
});

test('a snippet shows where most of the words stand together, with a little before', () => {
  const filler = 'Nothing of the kind is said here at all. '.repeat(20);
  const text = `The tide. ${filler}\n\nIt is known. When the moon is high, the tide is high as well. ${filler}`;

  const { text: shown, marks } = snippetOf(words('moon tide '), text);

  expect(marked(shown, marks)).toMatch(/^…When the \[moon\] is high, the \[tide\] is high as well\./);
  expect(shown.length).toBeLessThan(180);
  expect(shown.endsWith('…')).toBe(true);
});

test('a snippet of a text without the words is its beginning', () => {
  expect(snippetOf(words('moon'), '  The tide\n\ncomes in. ')).toEqual({ text: 'The tide comes in.', marks: [] });
});

test('a Chinese snippet is half as many characters long', () => {
  const { text, marks } = snippetOf(
    words('默认'),
    `${'潮水来了又去。'.repeat(40)}这是默认的${'潮水来了又去。'.repeat(40)}`,
  );

  expect(text.length).toBeLessThan(90);
  expect(marked(text, marks)).toMatch(/^…这是\[默认\]的潮水/);
});
