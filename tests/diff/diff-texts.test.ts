import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiffBlock, diffTexts } from '../../utils/diff/diff-texts';
import { paragraphsOf } from '../../utils/diff/pieces';

/** A diff in one line a paragraph: `[-gone-]`, `{+come+}`, with an `m` for what moved. */
function told(before: string, after: string): string[] {
  return diffTexts(before, after).blocks.map(line);
}

function line(block: DiffBlock): string {
  if (block.is === 'changed') return block.spans.map(({ is, text }) => marked(is, text)).join('');
  return marked(block.is, block.text) + (block.is !== 'same' && block.moved ? 'm' : '');
}

function marked(is: 'same' | 'added' | 'removed', text: string): string {
  if (is === 'same') return text;
  return is === 'added' ? `{+${text}+}` : `[-${text}-]`;
}

/** One of the two texts as a diff has it. */
function side(blocks: readonly DiffBlock[], without: 'added' | 'removed'): string[] {
  return blocks.flatMap((block) => {
    if (block.is !== 'changed') return block.is === without ? [] : [block.text];
    return [block.spans.map(({ is, text }) => (is === without ? '' : text)).join('')];
  });
}

describe('what differs between two texts', () => {
  test('is told word by word where a paragraph was changed', () => {
    expect(
      told(
        'The harbour opens at nine.\n\nBoats leave on the hour for the island, weather permitting.',
        'The harbour opens at ten.\n\nBoats leave every half hour for the island, weather permitting.',
      ),
    ).toEqual([
      'The harbour opens at [-nine-]{+ten+}.',
      'Boats leave [-on the-]{+every half+} hour for the island, weather permitting.',
    ]);
  });

  test('is told by whole words in Chinese', () => {
    expect(told('图书馆周三上午九点开放，欢迎市民参观。', '图书馆周五上午九点开放，欢迎市民参观。')).toEqual([
      '图书馆[-周三-]{+周五+}上午九点开放，欢迎市民参观。',
    ]);
    expect(told('我有很多桌子，都在这里。', '我有很多儿子，都在这里。')).toEqual([
      '我有很多[-桌子-]{+儿子+}，都在这里。',
    ]);
  });

  test('is told in text of several scripts', () => {
    expect(told('苹果公司发布 iPhone 16，售价 799 美元。', '苹果公司发布 iPhone 17，售价 899 美元。')).toEqual([
      '苹果公司发布 iPhone [-16-]{+17+}，售价 [-799-]{+899+} 美元。',
    ]);
    expect(told('会議は火曜日に開かれます。', '会議は木曜日に開かれます。')).toEqual([
      '会議は[-火曜日-]{+木曜日+}に開かれます。',
    ]);
  });

  test('names paragraphs that came, went and stayed', () => {
    expect(
      told('One stays.\n\nTwo goes away.\n\nFour stays.', 'One stays.\n\nFour stays.\n\nFive is new here.'),
    ).toEqual(['One stays.', '[-Two goes away.-]', 'Four stays.', '{+Five is new here.+}']);
  });

  test('does not mix two paragraphs that have little in common', () => {
    expect(told('Rain is expected all week.', 'The mayor resigned on Monday morning.')).toEqual([
      '[-Rain is expected all week.-]',
      '{+The mayor resigned on Monday morning.+}',
    ]);
  });

  test('finds the paragraph that was changed among new ones', () => {
    expect(
      told(
        'First.\n\nThe vote passed with forty votes on Tuesday.\n\nLast.',
        'First.\n\nA new lead nobody had seen.\n\nThe vote passed with forty-two votes on Tuesday.\n\nLast.',
      ),
    ).toEqual([
      'First.',
      '{+A new lead nobody had seen.+}',
      'The vote passed with forty{+-two+} votes on Tuesday.',
      'Last.',
    ]);
  });

  test('says of a paragraph that stands elsewhere that it moved, and counts nothing', () => {
    const diff = diffTexts(
      'Alpha leads.\n\nBeta follows.\n\nGamma ends.',
      'Beta follows.\n\nGamma ends.\n\nAlpha leads.',
    );

    expect(diff.blocks.map(line)).toEqual(['[-Alpha leads.-]m', 'Beta follows.', 'Gamma ends.', '{+Alpha leads.+}m']);
    expect([diff.added, diff.removed, diff.share]).toEqual([
      { wordCount: 0, cjkCharCount: 0 },
      { wordCount: 0, cjkCharCount: 0 },
      0,
    ]);
  });

  test('counts words and characters that came and went', () => {
    const { added, removed, share } = diffTexts('默认 the old words', '默认 the brand new words 图书');

    expect(added).toEqual({ wordCount: 2, cjkCharCount: 2 });
    expect(removed).toEqual({ wordCount: 1, cjkCharCount: 0 });
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.6);
  });

  test('leaves no lone word between two changes', () => {
    expect(told('The quiet old town slept by the sea.', 'The busy and growing city slept by the sea.')).toEqual([
      'The [-quiet old town-]{+busy and growing city+} slept by the sea.',
    ]);
  });

  test('is nothing where only white space or the way a letter is written differs', () => {
    expect(told('Caf\u00e9  au lait\n\n\nfor two', 'Cafe\u0301 au lait \n \nfor two')).toEqual([
      'Café au lait',
      'for two',
    ]);
    expect(told('', '')).toEqual([]);
    expect(diffTexts('', 'All new.').share).toBe(1);
  });

  test('bears lone marks, line ends and halves of characters', () => {
    expect(told('abc \u0300X def\r\nghi', 'abc \u0300Y def\r\nghi').join()).toContain('ghi');
    expect(told('a \ud83d b', 'a \ude00 b')).toHaveLength(1);
  });
});

const words = fc.constantFrom('tide', 'harbour', '图书馆', '开放', 'ships', '。', 'the', '東京', 'ü', '-');
const aText = fc
  .array(
    fc.array(words, { minLength: 1, maxLength: 8 }).map((some) => some.join(' ')),
    { maxLength: 8 },
  )
  .map((paragraphs) => paragraphs.join('\n\n'));

test('has both texts whole, whatever they are', () => {
  fc.assert(
    fc.property(aText, aText, (before, after) => {
      const { blocks } = diffTexts(before, after);

      expect(side(blocks, 'added')).toEqual(paragraphsOf(before));
      expect(side(blocks, 'removed')).toEqual(paragraphsOf(after));
    }),
    { numRuns: 300 },
  );
});
