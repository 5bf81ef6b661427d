import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../../utils/extraction/metadata';
import { readJsonLd } from '../../../utils/extraction/metadata/json-ld';
import { readMetaTags } from '../../../utils/extraction/metadata/meta-tags';
import { readMicrodata } from '../../../utils/extraction/metadata/microdata';
import { readPageWords } from '../../../utils/extraction/metadata/page-words';
import { readUrl } from '../../../utils/extraction/metadata/url-words';
import { parse } from '../support';

const json = (value: string) => parse(`<script type="application/ld+json">${value}</script>`);

describe('JSON-LD', () => {
  it('finds the article in a graph, with authors by reference', () => {
    const facts = readJsonLd(
      json(
        '{"@graph":[{"@type":"WebSite","name":"Site"},{"@type":["NewsArticle"],"headline":"A &amp; B","author":[{"@id":"#j"},"Jo"],"datePublished":"2021-03-31","articleSection":["News"],"image":{"url":"/a.jpg"}},{"@id":"#j","@type":"Person","name":"Jane"}]}',
      ),
    );

    expect(facts).toMatchObject({
      title: 'A & B',
      authors: ['Jane', 'Jo'],
      siteName: 'Site',
      published: '2021-03-31',
      categories: ['News'],
      image: '/a.jpg',
      isArticle: true,
    });
  });

  it.each([
    ['raw line breaks and trailing commas', '{"@type":"Article","headline":"A\nB",}'],
    ['comments and CDATA', '//<![CDATA[\n{"@type":"Article","headline":"A B"}\n//]]>'],
    ['a list', '[{"@type":"Thing"},{"@type":"Article","headline":"A B"}];'],
  ])('puts up with %s', (_, source) => {
    expect(readJsonLd(json(source)).title).toBe('A B');
  });

  it('reads a live page whose data holds every entry', () => {
    const entries = JSON.stringify(Array.from({ length: 4000 }, () => ({ articleBody: 'An entry. '.repeat(20) })));
    const facts = readJsonLd(json(`{"@type":"LiveBlogPosting","headline":"A","liveBlogUpdate":${entries}}`));

    expect(facts).toMatchObject({ title: 'A', isNews: true });
  });

  it('says nothing when it is broken beyond that', () => {
    expect(readJsonLd(json('{"@type":"Article","headline":')).title).toBeUndefined();
  });

  it('takes the trail without home and the page itself for categories', () => {
    const item = (name: string) => `{"@type":"ListItem","name":"${name}"}`;
    const facts = readJsonLd(
      json(`{"@type":"BreadcrumbList","itemListElement":[${['Home', 'News', 'World', 'A'].map(item)}]}`),
    );

    expect(facts.categories).toEqual(['News', 'World']);
  });
});

it('reads meta tags by their many names', () => {
  const facts = readMetaTags(
    parse(
      '<meta property="og:title" content="A"><meta name="DC.creator" content="Jane"><meta property="article:author" content="https://a.example/jane"><meta name="pubdate" content="2021-03-31"><meta property="article:section" content="News"><meta property="og:image" content="/a.jpg"><link rel="canonical" href="/n"><meta property="og:url" content="/o">',
    ),
  );

  expect(facts).toMatchObject({
    title: 'A',
    authors: ['Jane'],
    published: '2021-03-31',
    categories: ['News'],
    image: '/a.jpg',
    urls: ['/n', '/o'],
  });
});

it('reads microdata', () => {
  const facts = readMicrodata(
    parse(
      '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">A</h1><span itemprop="author"><a itemprop="name">Jane</a> on Twitter</span><time itemprop="datePublished" datetime="2021-03-31">today</time></div>',
    ),
  );

  expect(facts).toMatchObject({ title: 'A', authors: ['Jane'], published: '2021-03-31', isArticle: true });
});

it('reads what the page shows', () => {
  const facts = readPageWords(
    parse(
      '<title>A story - Site</title><nav class="breadcrumb"><a href="/">Home</a><a href="/n">News</a></nav><h1>Site</h1><h1>A story</h1><div class="byline">By Jane</div><div class="meta"><span>31 March 2021</span></div><footer class="date">1 January 1999</footer>',
    ),
  );

  expect(facts).toMatchObject({
    title: 'A story',
    authors: ['Jane'],
    published: '31 March 2021',
    categories: ['News'],
  });
});

it('reads the day in an address', () => {
  expect(readUrl('https://www.a.example/2021/03/31/x')).toEqual({ siteName: 'a.example', published: '2021-03-31' });
});

describe('all sources together', () => {
  const page = {
    url: 'https://a.example/n/1?utm_source=x',
    baseUrl: 'https://a.example/n/1',
    sample: '',
    byline: null,
  };

  it('prefers structured data, falls back, and remembers where each field was found', () => {
    const document = parse(
      '<html lang="en"><title>A story - Site</title><meta name="author" content="Jane Doe"><script type="application/ld+json">{"@type":"Article","headline":"A story","author":{"name":"By Jo"},"datePublished":"x"}</script><h1>A story</h1><time datetime="2021-03-31T01:02:03Z">today</time>',
    );

    const metadata = readMetadata(document, page);

    expect(metadata).toMatchObject({
      canonicalUrl: 'https://a.example/n/1',
      title: 'A story',
      authors: ['Jo'],
      siteName: 'a.example',
      publishedTime: '2021-03-31T01:02:03.000Z',
      lang: 'en',
      sources: { title: 'json-ld', authors: 'json-ld', publishedTime: 'page', siteName: 'url', lang: 'page' },
    });
  });

  it('believes the address in JSON-LD where no link names one', () => {
    const data =
      '<script type="application/ld+json">{"@type":"Article","headline":"A","mainEntityOfPage":{"@id":"https://a.example/n/the-long-story-1"}}</script>';
    const link = '<link rel="canonical" href="https://a.example/n/another-story-2">';
    const elsewhere = data.replace('a.example', 'b.example');

    expect(readMetadata(parse(data), page)).toMatchObject({
      canonicalUrl: 'https://a.example/n/the-long-story-1',
      sources: { canonicalUrl: 'json-ld' },
    });
    expect(readMetadata(parse(data + link), page).canonicalUrl).toBe('https://a.example/n/another-story-2');
    expect(readMetadata(parse(elsewhere), page)).toMatchObject({
      canonicalUrl: 'https://a.example/n/1',
      sources: { canonicalUrl: 'url' },
    });
  });

  it('checks the declared language against the script of the text', () => {
    const document = parse('<html lang="en"><title>x</title>');
    const lang = (sample: string) => readMetadata(document, { ...page, sample }).lang;

    expect(lang('这是一篇关于时间的文章。')).toBe('zh-CN');
    expect(lang('這是一篇關於時間的文章。')).toBe('zh-TW');
    expect(lang('これは時間についての記事です。')).toBe('ja');
    expect(lang('هذا مقال عن الوقت')).toBe('ar');
    expect(lang('An article about time.')).toBe('en');
  });

  it('reads Arabic from right to left', () => {
    expect(readMetadata(parse('<html lang="ar">'), { ...page, sample: 'هذا مقال' }).dir).toBe('rtl');
  });
});
