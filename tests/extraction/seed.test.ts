import { describe, expect, it } from 'vitest';
import { cleanContent } from '../../utils/extraction/content';
import { extractArticle } from '../../utils/extraction/extract';
import seedFile from '../formats/files/cnbeta-article.md?raw';
import expected from '../samples/expected/cnbeta.json';
import livePage from '../samples/site/cnbeta/articles/tech/1109219.htm?raw';
import { parse } from './support';

const seedBody = parse(seedFile.slice(seedFile.indexOf('\n---\n', 10) + 5)).body;

describe('the seed from its live page', () => {
  const page = parse(livePage);
  const article = extractArticle(page, expected.url);

  it('has the metadata of the seed', () => {
    expect(article).toMatchObject({
      kind: 'article',
      url: expected.url,
      canonicalUrl: expected.url,
      title: expected.title,
      authors: expected.authors,
      siteName: expected.siteName,
      publishedTime: expected.publishedTime,
      modifiedTime: expected.modifiedTime,
      lang: expected.lang,
      dir: expected.dir,
      categories: expected.categories,
      leadImage: expected.leadImage,
      thumbnail: expected.leadImage,
    });
  });

  it('has the content of the seed file, character for character', () => {
    const file = cleanContent(seedBody, { baseUrl: expected.url, title: expected.title, lang: expected.lang });

    expect(article?.content).toBe(file.content);
    expect(article?.text).toBe(file.text);
    expect(article?.images).toEqual(file.images);
    expect(article?.receipt).toEqual(file.receipt);
  });

  it('has every sentence and nothing else', () => {
    const text = article?.text ?? '';

    expect(text.startsWith(expected.firstSentence)).toBe(true);
    expect(text.endsWith(expected.lastSentence)).toBe(true);
    for (const words of expected.mustContain) expect(text).toContain(words);
    for (const words of expected.mustNotContain) expect(article?.content).not.toContain(words);
  });

  it('notes the planted shop link', () => {
    expect(article?.receipt).toContainEqual({
      step: 'unwrap-tracking-links',
      reason: 'tracking-link',
      text: '教育',
      url: expect.stringContaining('c.duomai.com'),
      link: { href: null, before: '在公司内部也并非主业，更多起到消费者风险保障意识' },
    });
  });

  it('leaves the page as it was', () => {
    const before = page.documentElement.outerHTML;

    extractArticle(page, expected.url);

    expect(page.documentElement.outerHTML).toBe(before);
  });
});
