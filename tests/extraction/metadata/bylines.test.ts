import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../../utils/extraction/metadata';
import { accountInLine, authorsInLine, reportersIn } from '../../../utils/extraction/metadata/chinese-authors';
import { readPageWords } from '../../../utils/extraction/metadata/page-words';
import { parse } from '../support';

describe('the lines around the heading', () => {
  it.each([
    ['after By in a line', '<p>By Jane Doe and John Roe, Staff Writer</p>', ['Jane Doe', 'John Roe']],
    ['after By in a box of its own', '<div>By</div><div>Jane Doe</div>', ['Jane Doe']],
    ['after By and before the day', '<p>By Jane Doe <span>December 3, 2025</span></p>', ['Jane Doe']],
    [
      'by links to their pages',
      '<div><a href="/authors/jane">Jane Doe</a> <a href="/authors/jo">Jo Roe</a></div>',
      ['Jane Doe', 'Jo Roe'],
    ],
    [
      'after Written by with a list',
      '<div>Written by: <ul><li><a href="/people/j">Jane Doe</a></li></ul></div>',
      ['Jane Doe'],
    ],
    ['in parts of a byline', '<div class="byline"><b>Anna Maier</b><b>Jan Roth</b></div>', ['Anna Maier', 'Jan Roth']],
    ['in Chinese, without source and editor', '<p>来源：某报 作者：王小明 责任编辑：李雷</p>', ['王小明']],
    ['by an account beside the day', '<p>2021-03-31 · 城市报道</p>', ['城市报道']],
  ])('name authors %s', (_, lines, names) => {
    expect(readPageWords(parse(`<h1>A story</h1>${lines}<p>words</p>`)).authors).toEqual(names);
  });

  it.each(['By the numbers: what changed', 'Von der Leyen kritisiert das', 'The ferry by night'])(
    'do not take %j for a byline',
    (line) => {
      expect(readPageWords(parse(`<h1>A story</h1><p>${line}</p>`)).authors).toBeUndefined();
    },
  );
});

describe('Chinese lines', () => {
  it.each([
    ['文｜王小明', ['王小明']],
    ['作者：王小明、李雷', ['王小明', '李雷']],
    ['本报记者 王小明', ['王小明']],
    ['记者从电网获悉', []],
    ['来源：新华社', []],
  ])('%s names %j', (line, names) => {
    expect(authorsInLine(line)).toEqual(names);
  });

  it.each([
    ['2021-03-31 11:25 来源: 某报', null],
    ['2021-03-31 11:25 阅读 评论 甲乙 丙丁', null],
    ['原创 甲乙 2021-03-31 11:25:00', '甲乙'],
  ])('%s is by the account %j', (line, account) => {
    expect(accountInLine(line)).toBe(account);
  });

  it.each([
    ['……完成了。（李雷）', ['李雷']],
    ['……完成了。（记者 李雷、王小明）', ['李雷', '王小明']],
    ['……完成了。（完）', []],
  ])('a text that ends %s is signed %j', (end, names) => {
    expect(reportersIn('', end)).toEqual(names);
  });
});

describe('authors', () => {
  const url = 'https://a.example/n/1';
  const read = (html: string) => readMetadata(parse(html), { url, baseUrl: url, sample: '', byline: null });
  const site = '<meta property="og:site_name" content="Harbour Times"><meta name="author" content="Harbour Times">';

  it('are the people that the page shows where its data names only the site', () => {
    expect(read(`${site}<h1>A story</h1><p>By Jane Doe</p>`).authors).toEqual(['Jane Doe']);
  });

  it('are the site where nobody is named', () => {
    expect(read(`${site}<h1>A story</h1><p class="byline">Published on</p>`).authors).toEqual(['Harbour Times']);
  });
});

it('costs little on a page made to cost much', () => {
  const long = 200_000;
  const page = [
    `<meta name="author" content="${'('.repeat(long)}"><meta name="date" content="${'1 '.repeat(long)}">`,
    `<script>${'publish_time = "'.repeat(long / 20)}</script>`,
    `<h1>A story</h1><div>${'By '.repeat(long)}</div><div class="byline">${'Jane '.repeat(long)}</div>`,
    `${'<i>（记者 </i>'.repeat(2000)}<div class="date">${'更新 '.repeat(long)}</div>`,
  ].join('');
  const document = parse(page);
  const started = performance.now();

  readMetadata(document, { url: 'https://a.example/', baseUrl: 'https://a.example/', sample: '', byline: null });

  expect(performance.now() - started).toBeLessThan(1000);
});
