import { describe, expect, it } from 'vitest';
import { cleanUrl, isSameSite, trustedCanonical, urlKey } from '../../utils/model/canonical-url';

describe('cleanUrl', () => {
  it.each([
    ['https://a.example/x?utm_source=t&id=3&fbclid=9', 'https://a.example/x?id=3'],
    ['https://a.example/x?gclid=1#comments', 'https://a.example/x'],
    ['https://a.example/x?spm=a2.1&from=timeline&isappinstalled=0', 'https://a.example/x'],
    ['https://a.example/x?from=archive', 'https://a.example/x?from=archive'],
    ['https://www.youtube.com/watch?v=abcdefghijk&si=x&t=30', 'https://www.youtube.com/watch?v=abcdefghijk&t=30'],
    ['https://a.example/watch?v=abcdefghijk&si=x', 'https://a.example/watch?v=abcdefghijk&si=x'],
    ['https://www.amazon.co.jp/dp/B0?tag=a-22&th=1', 'https://www.amazon.co.jp/dp/B0?th=1'],
    [
      'https://mp.weixin.qq.com/s?__biz=M&mid=1&idx=1&sn=2&scene=21',
      'https://mp.weixin.qq.com/s?__biz=M&mid=1&idx=1&sn=2',
    ],
    ['https://a.example/x?q=a%20b&c=%e4', 'https://a.example/x?q=a%20b&c=%e4'],
    ['https://a.example/#/news/4', 'https://a.example/#/news/4'],
    ['https://a.example/#!news-4', 'https://a.example/#!news-4'],
    ['https://a.example/#top', 'https://a.example/'],
  ])('turns %s into %s', (given, expected) => {
    const cleaned = cleanUrl(given);

    expect(cleaned).toBe(expected);
    expect(cleanUrl(cleaned)).toBe(cleaned);
  });

  it('leaves what is no web address as it is', () => {
    expect(cleanUrl('mailto:a@b.example')).toBe('mailto:a@b.example');
    expect(cleanUrl('no url')).toBe('no url');
  });
});

describe('urlKey', () => {
  const same = (...urls: string[]) => new Set(urls.map(urlKey)).size;

  it.each([
    [['https://www.a.example/n/1', 'http://a.example/n/1/', 'https://m.a.example:443/n/1?utm_medium=x#c']],
    [
      [
        'https://a.example/n/1',
        'https://amp.a.example/n/1',
        'https://a.example/n/1/amp',
        'https://a.example/n/1/amp/',
        'https://a.example/amp/n/1',
      ],
    ],
    [
      [
        'https://a.example/n/1.html',
        'https://a.example/n/1.amp.html',
        'https://a.example/n/1.html?amp=1',
        'https://a.example/n/1.html?outputType=amp',
      ],
    ],
    [['https://a.example/n/1?b=2&a=1', 'https://a.example/n/1?a=1&b=2']],
    [['https://a.example/%e4%b8%ad', 'https://a.example/%E4%B8%AD', 'https://a.example/中']],
    [
      [
        'https://www.a.example/n/1',
        'https://www.google.com/amp/s/www.a.example/n/1/amp/',
        'https://www-a-example.cdn.ampproject.org/c/s/www.a.example/n/1',
      ],
    ],
  ])('sees one article in %s', (urls) => {
    expect(same(...urls)).toBe(1);
  });

  it.each([
    ['https://a.example/n/1', 'https://a.example/n/2'],
    ['https://a.example/n?id=1', 'https://a.example/n?id=2'],
    ['https://a.example/N/1', 'https://a.example/n/1'],
    ['https://a.example/amplifier', 'https://a.example/'],
    ['https://a.example/amp', 'https://a.example/'],
    ['https://m.com/a', 'https://www.com/a'],
    ['https://a.example:8080/n', 'https://a.example/n'],
    ['https://a.example/#/1', 'https://a.example/#/2'],
    ['https://news.a.example/n/1', 'https://a.example/n/1'],
    ['https://a.example/a%2Fb', 'https://a.example/a/b'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(same(one, other)).toBe(2);
  });
});

describe('trustedCanonical', () => {
  const page = 'https://www.a.example/news/2021/story-of-the-day.html?utm_source=x#c';
  const clean = 'https://www.a.example/news/2021/story-of-the-day.html';

  it.each([
    [
      'another path of the same site',
      ['https://a.example/2021/story-of-the-day'],
      'https://a.example/2021/story-of-the-day',
    ],
    ['a relative address', ['/n/4711'], 'https://www.a.example/n/4711'],
    ['the second, when the first is bad', ['javascript:1', 'https://a.example/n/4711'], 'https://a.example/n/4711'],
  ])('believes %s', (_, candidates, expected) => {
    expect(trustedCanonical(page, candidates)).toBe(expected);
  });

  it.each([
    ['the home page', 'https://www.a.example/'],
    ['a section root', 'https://www.a.example/news/'],
    ['another site', 'https://evil.example/story-of-the-day.html'],
    ['no web address', 'ftp://www.a.example/x/y/z'],
    ['nonsense', 'http://'],
  ])('does not believe %s', (_, candidate) => {
    expect(trustedCanonical(page, [candidate])).toBe(clean);
  });

  it.each([
    ['https://a.example/tide-tables?v=2', 'https://a.example/tide-tables'],
    ['https://a.example/tide-tables?view=full', 'https://a.example/tide-tables'],
    ['https://a.example/article?id=7', 'https://a.example/article?id=7'],
    ['https://a.example/read?story=tide-tables', 'https://a.example/read?story=tide-tables'],
    ['https://a.example/view?x=48213', 'https://a.example/view?x=48213'],
  ])('of %s, naming itself without its parameters, makes %s', (address, expected) => {
    const bare = address.replace(/\?.*/, '');

    expect(trustedCanonical(address, [bare])).toBe(expected);
  });

  it('takes sites under shared suffixes and hosts for what they are', () => {
    expect(trustedCanonical('https://a.co.uk/n/1', ['https://b.co.uk/n/1234'])).toBe('https://a.co.uk/n/1');
    expect(trustedCanonical('https://a.github.io/n/1', ['https://b.github.io/n/1234'])).toBe('https://a.github.io/n/1');
  });
});

describe('isSameSite', () => {
  it.each([
    ['https://news.example/1', 'http://m.news.example/2', true],
    ['https://www.news.co.uk/1', 'https://news.co.uk/2', true],
    ['https://news.example/1', 'https://other.example/1', false],
    ['https://one.co.uk/1', 'https://other.co.uk/1', false],
    ['https://one.substack.com/1', 'https://other.substack.com/1', false],
    ['https://news.example/1', 'about:blank', false],
    ['nonsense', 'nonsense', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(isSameSite(one, other)).toBe(expected);
  });
});
