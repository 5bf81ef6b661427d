import type { ExtractedArticle } from '../../utils/model/article';

const ENGLISH =
  'The presses stopped at four, and by five the first sheets were folded, counted and on their way to readers. ';
const CHINESE = '印刷机四点停下，五点钟第一批报纸已经折好、清点完毕，送往素未谋面的读者手中。';

/** Paragraphs of one made-up article: about the length of a news report. */
const PARAGRAPHS = 12;

/** Article number `index` of a made-up library: always the same one, every third in Chinese, without pictures. */
export function madeUpArticle(index: number): ExtractedArticle {
  const chinese = index % 3 === 0;
  const sentence = chinese ? CHINESE : ENGLISH;
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, at) => `${index}.${at} ${sentence.repeat(3).trim()}`);
  const url = `https://site-${index % 40}.example/${chinese ? 'xinwen' : 'news'}/${index}`;
  return {
    kind: 'article',
    url,
    canonicalUrl: url,
    title: chinese ? `第 ${index} 篇：清晨的印刷厂` : `Report ${index}: what the morning edition left out`,
    authors: [chinese ? '李明' : 'Jo Example'],
    siteName: `Site ${index % 40}`,
    publishedTime: new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString(),
    publishedTimeRaw: null,
    modifiedTime: null,
    lang: chinese ? 'zh-CN' : 'en',
    dir: 'ltr',
    excerpt: paragraphs[0] ?? '',
    categories: [],
    leadImage: null,
    thumbnail: null,
    content: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''),
    text: paragraphs.join('\n\n'),
    wordCount: chinese ? 0 : PARAGRAPHS * 60,
    cjkCharCount: chinese ? PARAGRAPHS * 110 : 0,
    readingMinutes: 4,
    images: [],
    sources: {},
    receipt: [],
    frontMatter: null,
  };
}
