import type { ExtractedArticle } from '../../../utils/model/article';
import { random } from '../../library/random';

/** What a made-up library is like. */
export interface CorpusOptions {
  /** Words each language has. */
  readonly vocabulary: number;
  /** Characters that Chinese and Japanese words are made of. */
  readonly characters: number;
  /** Words of a Western article; a Chinese or Japanese one has about twice as many characters. */
  readonly words: number;
}

/** As news is: reports of some 800 words or 1,500 characters, and always words that no other report has. */
export const NEWS: CorpusOptions = { vocabulary: 50_000, characters: 3_500, words: 800 };

/** So small that any few words meet: what to hold a search against a scan with. */
export const DENSE: CorpusOptions = { vocabulary: 150, characters: 40, words: 40 };

/** Languages an article may be in, by its number. */
const LANGS = ['zh-CN', 'en', 'ja', 'zh-TW', 'en-GB', 'ko', 'de'] as const;

/** A language an article may be in. */
export type Lang = (typeof LANGS)[number];

/** What the bench has: mostly Chinese, English and Japanese. */
export const NEWS_LANGS: readonly Lang[] = ['zh-CN', 'en', 'ja'];

/** A made-up library: article `n` is always the same one. */
export interface Corpus {
  article(index: number): ExtractedArticle;
}

/** A made-up library whose words are as often as words are: the nth most common about an nth as often as the first (Zipf). */
export function madeUpCorpus(options: CorpusOptions, langs: readonly Lang[] = LANGS): Corpus {
  const vocabularies = new Map(langs.map((lang, i) => [lang, vocabularyOf(lang, options, i)]));
  return {
    article(index) {
      const lang = langs[index % langs.length] ?? 'en';
      const words = vocabularies.get(lang) ?? [];
      return articleOf(index, lang, words, options.words);
    },
  };
}

function articleOf(index: number, lang: Lang, vocabulary: readonly string[], length: number): ExtractedArticle {
  const numbers = random(index * 7_919 + 13);
  const next = () => vocabulary[zipf(numbers.fraction(), vocabulary.length)] ?? '';
  const sentence = (words: number) => sentenceOf(Array.from({ length: words }, next), lang);
  const paragraphs: string[] = [];
  // A word of its own, as names and figures are.
  let left = length - 1;
  for (let first = `${index} ${rareWord(index)} `; left > 0; first = '') {
    const words = Math.min(left, 5 + numbers.integer(20));
    left -= words;
    paragraphs.push(first + sentence(words));
  }
  const text = grouped(paragraphs, 4).join('\n\n');
  const url = `https://site-${index % 40}.example/${index}`;
  const isSpaced = isSpacedLang(lang);
  const units = isSpaced ? text.split(' ').length : text.length;
  return {
    kind: 'article',
    url,
    canonicalUrl: url,
    title: sentence(6).slice(0, -1),
    authors: [sentence(2).slice(0, -1)],
    siteName: `${vocabulary[index % 40] ?? ''} ${index % 40}`,
    publishedTime: index % 5 === 0 ? null : new Date(Date.UTC(2024, 0, 1) + index * 3_600_000).toISOString(),
    publishedTimeRaw: null,
    modifiedTime: null,
    lang,
    dir: 'ltr',
    excerpt: text.slice(0, 100),
    categories: [],
    leadImage: null,
    thumbnail: null,
    content: text
      .split('\n\n')
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join(''),
    text,
    wordCount: isSpaced ? units : 0,
    cjkCharCount: isSpaced ? 0 : units,
    readingMinutes: 1 + (index % 17),
    images: [],
    sources: {},
    receipt: [],
    frontMatter: null,
  };
}

/** A place in a list, the first the likeliest. */
function zipf(fraction: number, length: number): number {
  return Math.min(length - 1, Math.floor(length ** fraction) - 1);
}

function sentenceOf(words: readonly string[], lang: Lang): string {
  if (!isSpacedLang(lang)) return `${words.join('')}。`;
  const sentence = words.join(' ');
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}.`;
}

function isSpacedLang(lang: Lang): boolean {
  return lang === 'en' || lang === 'en-GB' || lang === 'de' || lang === 'ko';
}

function grouped(sentences: readonly string[], size: number): string[] {
  return Array.from({ length: Math.ceil(sentences.length / size) }, (_, i) =>
    sentences.slice(i * size, i * size + size).join(' '),
  );
}

function rareWord(index: number): string {
  return Array.from(index.toString(), (digit) => SYLLABLES[Number(digit) * 3]).join('');
}

const SYLLABLES =
  'ba co den fi gra hel in jo ka lum men nor or pre qui res sta ter un ver wi xen yor zu ing tion er al ous est'.split(
    ' ',
  );

const LETTERS: Readonly<Partial<Record<Lang, string>>> = {
  'zh-TW': '臺灣發髮國學燈認開關門書車東樂語體圖點電經濟報這說時會為個來',
  ja: 'のにはをがとてでもしこれあるいカキクスタトーンパ学校東京国会新聞気図',
  ko: '가나다라마바사아자차카타파하경제정치한국신문기사대통령서울',
};

/** The words of a language, the most common first. */
function vocabularyOf(lang: Lang, { vocabulary, characters }: CorpusOptions, seed: number): string[] {
  const numbers = random(seed + 1);
  const alphabet = alphabetOf(lang, characters);
  const words = Array.from({ length: vocabulary }, (_, rank) => {
    const pieces = 1 + Math.min(3, Math.floor(numbers.fraction() * (rank < 50 ? 1.6 : 3.4)));
    const word = Array.from({ length: pieces }, () => alphabet[zipf(numbers.fraction(), alphabet.length)]).join('');
    return lang === 'de' && rank % 7 === 0 ? word.replace(/[ou]/, 'ö') : word;
  });
  // A name in Latin letters now and then, as Chinese and Japanese texts have them.
  return words.map((word, rank) => (!isSpacedLang(lang) && rank % 29 === 28 ? `${SYLLABLES[rank % 30]}5G` : word));
}

function alphabetOf(lang: Lang, characters: number): string[] {
  if (isSpacedLang(lang) && lang !== 'ko') return SYLLABLES;
  const own = [...(LETTERS[lang] ?? '')];
  // From the middle of the block of common characters, in no order of meaning.
  const han = Array.from({ length: characters }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 6_007) % 20_900)));
  return lang === 'ko' ? own : [...own, ...han].slice(0, Math.max(characters, own.length));
}
