import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/extraction/extract';
import { readMetadata } from '../../../utils/extraction/metadata';
import { parse } from '../support';

const url = 'https://a.example/n/1';
const read = (html: string, sample = '') => readMetadata(parse(html), { url, baseUrl: url, sample, byline: null });
const json = (thing: object) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;

describe('confidence', () => {
  it('is high where two sources say the same', () => {
    const data = json({ '@type': 'NewsArticle', headline: 'A story', author: 'Jane Doe', datePublished: '2021-03-31' });
    const { confidence } = read(
      `<meta property="og:title" content="A story | The Times"><meta name="author" content="By Jane Doe"><meta name="date" content="2021-03-31T05:00:00Z">${data}<h1>A story</h1><p>31 March 2021</p>`,
    );

    expect(confidence).toMatchObject({ title: 'high', authors: 'high', publishedTime: 'high' });
  });

  it('is medium where only the page’s data says it, and low where only its words do', () => {
    const { confidence } = read(
      '<meta property="og:description" content="About it"><h1>A story</h1><p>By Jane Doe</p>',
    );

    expect(confidence).toMatchObject({ excerpt: 'medium', authors: 'low', siteName: 'low' });
  });

  it('is high for a language that the text is written in, and medium or less for one that only the page declares', () => {
    const german =
      'Das ist der Text und er ist nicht mit den anderen auf der Seite, sondern von ihnen für sich ein Text.';

    expect(read('<html lang="de">', german).confidence.lang).toBe('high');
    expect(read('<html lang="de">').confidence.lang).toBe('low');
  });

  it('is high for an address that the page declares as it is', () => {
    expect(read(`<link rel="canonical" href="${url}">`).confidence.canonicalUrl).toBe('high');
    expect(read('<link rel="canonical" href="https://a.example/n/the-long-story-1">').confidence.canonicalUrl).toBe(
      'medium',
    );
  });

  it('is told of every field that has a source', () => {
    const words = 'The ferry left the harbour at six in the morning and did not come back before the night. ';
    const article = extractArticle(
      parse(`<article><h1>A story</h1>${`<p>${words.repeat(4)}</p>`.repeat(4)}</article>`),
      url,
    );

    expect(Object.keys(article?.confidence ?? {}).sort()).toEqual(Object.keys(article?.sources ?? {}).sort());
  });
});

describe('what a page says of itself', () => {
  it.each([
    ['data', json({ '@type': 'NewsArticle', headline: 'A', isAccessibleForFree: false })],
    ['data in words', json({ '@type': 'WebPage', isAccessibleForFree: 'https://schema.org/False' })],
    ['a tag', '<meta property="article:content_tier" content="locked">'],
    [
      'microdata',
      '<div itemscope itemtype="https://schema.org/Article"><meta itemprop="isAccessibleForFree" content="False"></div>',
    ],
  ])('is that it has a paywall, in %s', (_, html) => {
    expect(read(html).isPaywalled).toBe(true);
  });

  it.each([
    ['data', json({ '@type': 'NewsArticle', headline: 'A', isAccessibleForFree: true })],
    ['a tag', '<meta property="article:content_tier" content="free">'],
    ['nothing', ''],
  ])('is that it has none, in %s', (_, html) => {
    expect(read(html).isPaywalled).toBe(false);
  });

  it('is that it is live', () => {
    expect(read(json({ '@type': 'LiveBlogPosting', headline: 'A' })).isLiveBlog).toBe(true);
    expect(read(json({ '@type': 'NewsArticle', headline: 'A' })).isLiveBlog).toBe(false);
  });

  it('is who of its authors is no person', () => {
    const author = [
      { '@type': 'Person', name: 'Jane Doe' },
      { '@type': 'Organization', name: 'Harbour Watch' },
    ];

    expect(read(json({ '@type': 'Article', headline: 'A', author })).organisations).toEqual(['Harbour Watch']);
  });

  it('is what stands below its lead picture, at another size too', () => {
    const lead = '<meta property="og:image" content="https://a.example/1200/ferry-at-six.jpg">';
    const other = '<figure><img src="/x/another-boat.jpg"><figcaption>Another</figcaption></figure>';
    const shown = '<figure><img src="/640/ferry-at-six.webp?w=2"><figcaption>The ferry at six</figcaption></figure>';

    expect(read(`${lead}${other}${shown}`).leadImageCaption).toBe('The ferry at six');
    expect(read(`${lead}${other}`).leadImageCaption).toBeNull();
  });

  it('is what its data says below the lead picture where it shows none', () => {
    const image = { '@type': 'ImageObject', url: 'https://a.example/1200/ferry-at-six.jpg', caption: 'The ferry' };

    expect(read(json({ '@type': 'Article', headline: 'A', image })).leadImageCaption).toBe('The ferry');
  });
});
