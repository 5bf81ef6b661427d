import { expect, test } from 'vitest';
import { findAddresses } from '../../utils/queue/find-addresses';

const urlsIn = (text: string) => findAddresses(text).map(({ url }) => url);

test.each<[kind: string, text: string, urls: string[]]>([
  [
    'one a line',
    'https://a.example/1\nhttps://b.example/2\r\n\nhttp://c.example/3',
    ['https://a.example/1', 'https://b.example/2', 'http://c.example/3'],
  ],
  [
    'sentences',
    'Read https://a.example/one, then (https://a.example/two). “https://a.example/three”!',
    ['https://a.example/one', 'https://a.example/two', 'https://a.example/three'],
  ],
  [
    'Chinese sentences',
    '看这里https://a.example/甲，再看：https://b.example/乙。（https://c.example/丙）',
    ['https://a.example/%E7%94%B2', 'https://b.example/%E4%B9%99', 'https://c.example/%E4%B8%99'],
  ],
  [
    'brackets that belong',
    'https://en.wikipedia.org/wiki/Tide_(disambiguation)',
    ['https://en.wikipedia.org/wiki/Tide_(disambiguation)'],
  ],
  [
    'Markdown',
    '- [One](https://a.example/1_(x)) and <https://b.example/2>',
    ['https://a.example/1_(x)', 'https://b.example/2'],
  ],
  [
    'JSON',
    '{"url":"https:\\/\\/a.example\\/1?x=1&y=2","other":"https://b.example/2"}',
    ['https://a.example/1?x=1&y=2', 'https://b.example/2'],
  ],
  [
    'one after the other',
    'https://a.example/1;https://b.example/2,https://c.example/3|https://d.example/4',
    ['https://a.example/1', 'https://b.example/2', 'https://c.example/3', 'https://d.example/4'],
  ],
  [
    'an address in another',
    'https://archive.example/web/2020/https://a.example/1 https://go.example/?to=https://a.example/2',
    ['https://archive.example/web/2020/https://a.example/1', 'https://go.example/?to=https://a.example/2'],
  ],
  ['no scheme', 'news.example.com/story/1 but not readme.md or Node.js', ['https://news.example.com/story/1']],
  ['other schemes', 'ftp://a.example/1 mailto:a@b.example javascript:alert(1) file:///etc/passwd', []],
  ['a name and a password', 'https://user:secret@a.example/1', ['https://a.example/1']],
  [
    'this machine',
    'http://127.0.0.1:8080/a http://localhost:81/b',
    ['http://127.0.0.1:8080/a', 'http://localhost:81/b'],
  ],
  ['nothing', 'No address here, only words.', []],
])('finds addresses in %s', (_, text, urls) => {
  expect(urlsIn(text)).toEqual(urls);
});

test('of an HTML file of bookmarks only links count, with their names', () => {
  const bookmarks = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
    <!-- see https://no.example/link -->
    <DT><A HREF="https://a.example/1?x=1&amp;y=2" ADD_DATE="1" ICON="data:image/png;base64,AA">Tides &amp; moons</A>
    <DT><A HREF='https://b.example/2'>
      Salt   air</A>
    <DT><A HREF="javascript:void(0)">A trick</A>`;

  expect(findAddresses(bookmarks)).toEqual([
    { url: 'https://a.example/1?x=1&y=2', title: 'Tides & moons' },
    { url: 'https://b.example/2', title: 'Salt air' },
  ]);
});

test('5,000 addresses are found while one waits', () => {
  const text = Array.from({ length: 5_000 }, (_, i) => `https://news.example/2026/${i}/a-long-name-of-an-article`);

  const before = performance.now();
  const found = findAddresses(text.join('\n'));

  expect(found.length).toBe(5_000);
  expect(performance.now() - before).toBeLessThan(1_500);
});

test('a text made to be slow is not', () => {
  const before = performance.now();
  findAddresses('<a '.repeat(50_000));
  findAddresses('https://a.example/('.repeat(20_000));

  expect(performance.now() - before).toBeLessThan(3_000);
});
