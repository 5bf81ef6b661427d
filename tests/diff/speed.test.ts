import { expect, test } from 'vitest';
import { diffTexts } from '../../utils/diff/diff-texts';
import { random as seeded } from '../library/random';

const ENGLISH = 'harbour tide council vote ship the of and on new old school train night market rain'.split(' ');
const CHINESE = '图书馆 开放 市民 天气 经济 发展 城市 火车 学校 的 在 和 了 记者 周三 上海'.split(' ');

/** Characters of an article that is as long as a short book. */
const LONG = 200_000;

/** Far beyond what any of these takes on a busy machine, in ms: only work that grows with the square of a text takes so long. */
const FAR_TOO_LONG = 20_000;

/** Text of so many characters, in paragraphs of so many; `words` are joined by `space`. */
function madeUp(words: readonly string[], space: string, random: () => number, paragraph = 500): string {
  const paragraphs: string[] = [];
  for (let length = 0; length < LONG; length += paragraph) {
    let text = '';
    while (text.length < paragraph)
      text += words[Math.floor(random() * words.length)] + (random() < 0.1 ? '. ' : space);
    paragraphs.push(text.slice(0, paragraph));
  }
  return paragraphs.join('\n\n');
}

/** The text with one character in so many made another. */
function edited(text: string, every: number, random: () => number): string {
  return [...text].map((character) => (character !== '\n' && random() < 1 / every ? '变' : character)).join('');
}

const random = seeded(7).fraction;
const english = madeUp(ENGLISH, ' ', random);
const chinese = madeUp(CHINESE, '', random);
const onePiece = chinese.replaceAll('\n\n', '');

test.each([
  ['English, a word in 100 changed', english, edited(english, 500, random)],
  ['Chinese, a word in 100 changed', chinese, edited(chinese, 200, random)],
  ['Chinese in one paragraph, a word in 100 changed', onePiece, edited(onePiece, 200, random)],
  ['one paragraph, every fifth character changed', onePiece, edited(onePiece, 5, random)],
  ['every paragraph changed', english, edited(english, 20, random)],
  ['nothing in common', english, chinese],
  ['one paragraph in the place of another', onePiece, english.replaceAll('\n\n', ' ')],
  ['paragraphs turned round', english, english.split('\n\n').reverse().join('\n\n')],
  ['4,000 short paragraphs of common words', short(1), short(2)],
  ['4,000 short paragraphs turned round', short(3), short(3).split('\n\n').reverse().join('\n\n')],
])('200,000 characters are compared in time that grows with them: %s', (name, before, after) => {
  const started = performance.now();
  const { blocks, share } = diffTexts(before, after);
  const ms = performance.now() - started;

  // biome-ignore lint/suspicious/noConsole: the figures are what this is run for
  console.info(`${name}: ${Math.round(ms)} ms, ${blocks.length} blocks, ${share.toFixed(2)} differs`);
  expect(ms).toBeLessThan(FAR_TOO_LONG);
});

function short(seed: number): string {
  return madeUp(ENGLISH, ' ', seeded(seed).fraction, 50);
}
