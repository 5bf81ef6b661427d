import { describe, expect, it } from 'vitest';
import type { ExtractedArticle } from '../../utils/model/article';
import { readArticle } from '../../utils/model/read-article';

const article: ExtractedArticle = {
  kind: 'article',
  url: 'https://news.example/a',
  canonicalUrl: 'https://news.example/a',
  title: 'A title',
  authors: ['Ann', 'Bo'],
  organisations: ['Bo'],
  siteName: 'News',
  publishedTime: '2026-01-02T03:04:05.000Z',
  publishedTimeRaw: '2 January 2026',
  modifiedTime: null,
  lang: 'en',
  dir: 'ltr',
  excerpt: 'Words.',
  categories: ['World'],
  leadImage: 'https://news.example/a.jpg',
  thumbnail: null,
  leadImageCaption: 'A boat',
  isPaywalled: true,
  isLiveBlog: true,
  nextPage: { url: 'https://news.example/a?page=3', isSure: true, total: 4 },
  pages: ['https://news.example/a', 'https://news.example/a?page=2'],
  content: '<p>Words.</p>',
  text: 'Words.',
  wordCount: 1,
  cjkCharCount: 0,
  readingMinutes: 1,
  images: [
    { url: 'https://news.example/a.jpg', sources: ['https://news.example/a.jpg'], alt: 'A', width: 640, height: null },
  ],
  sources: { title: 'json-ld' },
  confidence: { title: 'high' },
  receipt: [
    { step: 'unwrap', reason: 'tracking-link', text: 'shop', url: 'https://t.example/1' },
    { step: 'unwrap', reason: 'r', text: 's', url: 'https://t.example/2', link: { href: null, before: 'the' } },
    { step: 'drop', reason: 'box-name', text: 'Tags', html: '<p>Tags</p>', at: [2, 0], back: true },
  ],
  frontMatter: null,
};

describe('readArticle', () => {
  it('returns an article equal to the one that crossed the border', () => {
    const crossed = readArticle(structuredClone(article));

    expect(crossed).toEqual(article);
  });

  it.each([
    ['an address that is none', { url: 'javascript:go()', isSure: true, total: 2 }, null],
    ['no address', { isSure: true }, null],
    ['a number that is none', { url: 'https://a.example/2', isSure: 'yes', total: -1 }, false],
  ])('believes of a next page with %s only what can be', (_, nextPage, isSure) => {
    const read = readArticle({ ...article, nextPage, pages: Array(99).fill('https://a.example/') });

    expect(read?.nextPage ?? null).toEqual(
      isSure === null ? null : { url: 'https://a.example/2', isSure, total: null },
    );
    expect(read?.pages).toHaveLength(50);
  });

  it.each([
    ['nothing', undefined],
    ['a list', [article]],
    ['an unknown kind', { ...article, kind: 'virus' }],
    ['no address', { ...article, url: '' }],
    ['content that is no text', { ...article, content: { length: 1 } }],
    ['content beyond the limit', { ...article, content: 'x'.repeat(20 * 1024 * 1024 + 1) }],
  ])('refuses %s', (_, value) => {
    expect(readArticle(value)).toBeNull();
  });

  it('drops what the model does not name and repairs fields of the wrong type', () => {
    const crossed = readArticle({
      ...article,
      authors: ['Ann', 7, null],
      wordCount: Number.NaN,
      dir: 'up',
      images: [{ url: 3 }, { url: 'https://news.example/b.png', sources: 'no', alt: null, width: -1, height: '4' }],
      surprise: 'inside',
    });

    expect(crossed).toMatchObject({ authors: ['Ann'], wordCount: 0, dir: 'ltr' });
    expect(crossed?.images).toEqual([
      {
        url: 'https://news.example/b.png',
        sources: ['https://news.example/b.png'],
        alt: '',
        width: null,
        height: null,
      },
    ]);
    expect(crossed).not.toHaveProperty('surprise');
  });

  it.each([
    ['html that is no text', { html: 7, at: [0] }],
    ['html beyond what a box holds', { html: 'x'.repeat(200_001), at: [0] }],
    ['a place that is no list', { html: '<p>x</p>', at: '0' }],
    ['a place that counts backwards', { html: '<p>x</p>', at: [-1] }],
    ['a place that is too deep', { html: '<p>x</p>', at: Array(257).fill(0) }],
  ])('lets a receipt tell of a block without putting it back when it has %s', (_, block) => {
    const crossed = readArticle({ ...article, receipt: [{ step: 's', reason: 'r', text: 't', back: true, ...block }] });

    expect(crossed?.receipt).toEqual([{ step: 's', reason: 'r', text: 't' }]);
  });
});
