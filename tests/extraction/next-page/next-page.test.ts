import { describe, expect, it } from 'vitest';
import { findNextPage } from '../../../utils/extraction/next-page/next-page';
import { parse } from '../support';

const SITE = 'https://www.paper.example';

function nextPage(path: string, body: string, { head = '', canonical = path, selector = null as string | null } = {}) {
  const page = parse(`<html><head>${head}</head><body><article><p>The ferry left.</p></article>${body}</body></html>`);
  const url = SITE + path;
  return findNextPage(page, { url, baseUrl: url, canonicalUrl: SITE + canonical, selector });
}

const rel = (href: string) => `<link rel="next" href="${href}">`;
const link = (href: string, text: string) => `<a href="${href}">${text}</a>`;
const numbers = (...items: string[]) => `<div class="pages">${items.join(' ')}</div>`;
const found = (answer: ReturnType<typeof nextPage>) =>
  answer && `${answer.isSure ? 'sure' : 'maybe'} ${answer.url.slice(SITE.length)}`;

describe('the next page is sure', () => {
  it.each<[why: string, path: string, body: string, next: string]>([
    ['rel=next to /2', '/2026/03/ferry/', `<a rel="next" href="/2026/03/ferry/2/">›</a>`, '/2026/03/ferry/2/'],
    ['rel=next in a query', '/ferry.html', `<a rel="nofollow next" href="?page=2">»</a>`, '/ferry.html?page=2'],
    ['Next page', '/ferry.html', link('ferry-2.html', 'Next page »'), '/ferry-2.html'],
    ['Next page with its heading', '/ferry/', link('/ferry/2/', 'Next page: The engines'), '/ferry/2/'],
    ['下一页', '/a/content_7783.htm', link('content_7783_2.htm', '下一页'), '/a/content_7783_2.htm'],
    ['下一页, counted from 0', '/t20260331_7.shtml', link('t20260331_7_1.shtml', '下一页>>'), '/t20260331_7_1.shtml'],
    ['次のページ', '/news/ferry', link('/news/ferry?page=2', '次のページへ'), '/news/ferry?page=2'],
    ['Nächste Seite', '/politik/faehre', link('/politik/faehre/seite-2', 'Nächste Seite'), '/politik/faehre/seite-2'],
    ['Weiter', '/faehre-1234.html', link('faehre-1234-2.html', 'Weiter ›'), '/faehre-1234-2.html'],
    ['Page suivante', '/le-bac', link('/le-bac?p=2', 'Page suivante'), '/le-bac?p=2'],
    ['Siguiente', '/barco/', link('/barco/2/', 'Siguiente'), '/barco/2/'],
    ['Próxima', '/barco.html', link('/barco,2.html', 'Próxima'), '/barco,2.html'],
    ['Avanti', '/nave', link('/nave?pagina=2', 'Avanti »'), '/nave?pagina=2'],
    ['다음 페이지', '/view.php?id=7', link('/view.php?id=7&page=2', '다음 페이지'), '/view.php?id=7&page=2'],
    ['Далее', '/parom', link('/parom/page/2', 'Далее →'), '/parom/page/2'],
    ['التالي', '/a-ferry', link('/a-ferry?page=2', 'التالي'), '/a-ferry?page=2'],
    ['a folder’s index', '/ferry/index.shtml', link('/ferry/index_2.shtml', '下一页'), '/ferry/index_2.shtml'],
    ['下一页 in an aside', '/ferry.html', `<aside>1/2 ${link('ferry_2.html', '下一页')}</aside>`, '/ferry_2.html'],
    ['words on a picture', '/ferry.html', link('/ferry_2.html', '<img src="a.gif" alt="Next page">'), '/ferry_2.html'],
    [
      'words for those who cannot see',
      '/ferry',
      '<a href="/ferry/2" aria-label="Next page"><svg></svg></a>',
      '/ferry/2',
    ],
    [
      'page numbers',
      '/ferry.html',
      numbers('<b>1</b>', link('ferry_2.html', '2'), link('ferry_3.html', '3')),
      '/ferry_2.html',
    ],
    [
      'page numbers in a row',
      '/ferry',
      numbers('<i>1</i>', link('/ferry?page=1', '2'), link('/ferry?page=2', '3')),
      '/ferry?page=1',
    ],
    ['page numbers of a name with a number', '/my-ferry', numbers('1', link('/my-ferry-2', '2')), '/my-ferry-2'],
    ['page numbers, from the second', '/a/7/2', numbers(link('/a/7', '1'), '<b>2</b>', link('/a/7/3', '3')), '/a/7/3'],
    [
      'page numbers behind what else the address says',
      '/ferry?ref=home',
      numbers('1', link('/ferry?page=2', '2')),
      '/ferry?page=2',
    ],
  ])('by %s', (_, path, body, next) => {
    const canonical = path.replace('?ref=home', '');

    expect(found(nextPage(path, body, { canonical }))).toBe(`sure ${next}`);
  });

  it('by rel=next in the head', () => {
    expect(found(nextPage('/ferry/', '', { head: rel('/ferry/2/') }))).toBe('sure /ferry/2/');
  });

  it('from the second page of an article whose first page is linked', () => {
    const body = link('/the-last-ferry/', 'Zurück') + link('/the-last-ferry/3/', 'Weiter');

    expect(found(nextPage('/the-last-ferry/2/', body))).toBe('sure /the-last-ferry/3/');
  });

  it('where a recipe says so, whatever its address', () => {
    const body = `<a class="more" href="/other/part-b">More</a>`;

    expect(found(nextPage('/ferry', body, { selector: '.more' }))).toBe('sure /other/part-b');
    expect(nextPage('/ferry', body, { selector: '::nonsense((' })).toBeNull();
  });
});

describe('the next page is supposed', () => {
  it.each<[why: string, path: string, body: string, next: string]>([
    ['its address alone', '/ferry', link('/ferry?page=2', 'The engines are tried'), '/ferry?page=2'],
    ['its words alone', '/a/c_1071.htm', link('c_1072.htm', '下一页'), '/a/c_1072.htm'],
    ['words for its number alone', '/faehre', link('/faehre/seite/2', 'Auf Seite 2'), '/faehre/seite/2'],
    ['a number without others beside it', '/ferry.html', link('ferry_2.html', '2'), '/ferry_2.html'],
    ['a name that another article may have', '/my-ferry', link('/my-ferry-2', 'Next'), '/my-ferry-2'],
  ])('by %s', (_, path, body, next) => {
    expect(found(nextPage(path, body))).toBe(`maybe ${next}`);
  });
});

describe('no next page is', () => {
  it.each<[what: string, path: string, body: string]>([
    ['an article that is marked as the next', '/2026/ferry/', `<a rel="next" href="/2026/bridge/">The bridge</a>`],
    [
      'the next number of a weblog',
      '/archives/12',
      `<a rel="next" href="/archives/13">Next</a>${link('/archives', 'All')}`,
    ],
    ['the next article by its words', '/story_12.html', link('story_13.html', 'Next article')],
    ['the next article in Chinese', '/a/12.html', link('/a/13.html', '下一篇')],
    ['the page before', '/a/7/3', numbers(link('/a/7/2', '2'), '<b>3</b>')],
    ['the page itself', '/ferry', numbers(link('/ferry', '1'), '2')],
    ['the page itself under its number', '/ferry', numbers(link('/ferry?page=1', '1'))],
    ['a page after the next', '/ferry', numbers('1', link('/ferry?page=3', '3'))],
    ['a page of comments', '/ferry', `<section id="comments">${numbers('1', link('/ferry?page=2', '2'))}</section>`],
    ['a page of comments by its address', '/ferry', numbers('1', link('/ferry/comment-page-2', '2'))],
    ['a page of comments by its place', '/ferry', link('/ferry?page=2#comments', 'Next')],
    ['a picture of a gallery', '/ferry', `<div class="Gallery">${numbers('1', link('/ferry/2', '2'))}</div>`],
    ['a picture by its words', '/ferry', link('/ferry/2', 'Next photo')],
    ['what a side box has more of', '/ferry', `<aside>${link('/ferry?page=2', 'Next')}</aside>`],
    ['another site’s', '/ferry', link('https://other.example/ferry?page=2', 'Next page')],
    ['a footnote', '/ferry', numbers('1', link('#2', '2'))],
    ['no address', '/ferry', link('javascript:next(2)', 'Next page')],
    ['another article of the same list', '/view.php?id=7', numbers('1', link('/view.php?page=2', '2'))],
  ])('%s', (_, path, body) => {
    expect(nextPage(path, body)).toBeNull();
  });
});

describe('the number of pages', () => {
  it.each<[string, string, number | null]>([
    ['is the highest that is shown', numbers('1', link('/f?page=2', '2'), '…', link('/f?page=12', '12')), 12],
    ['is said in words', `<p>Page 1 of 4 ${link('/f?page=2', 'Next page')} <b>1</b> 2</p>`, 4],
    ['is said in Chinese', `<p>第1页 / 共6页 <b>1</b> ${link('/f?page=2', '2')}</p>`, 6],
    ['is not known', link('/f?page=2', 'Next page'), null],
  ])('%s', (_, body, total) => {
    expect(nextPage('/f', body)?.total).toBe(total);
  });
});

describe('a page made to cost much', () => {
  it('is read in less than a second', () => {
    const many = Array.from({ length: 30_000 }, (_, at) =>
      link(`/f?page=2&x=${at % 7}`, `Next ${'9 '.repeat(40)}`),
    ).join('');
    const long = link(`/${'a-'.repeat(50_000)}2`, 'Next page') + link('/f/2', `${'next page '.repeat(100_000)}`);
    const started = performance.now();

    nextPage('/f', `${'<div class="x">'.repeat(200)}${many}${long}`);

    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('is not led astray by controls named like properties', () => {
    const body = `<form><input name="parentElement"><input name="closest"><input name="getAttribute">${numbers('1', link('/f/2', '2'))}</form>
      <img name="querySelectorAll"><img name="body">`;

    expect(found(nextPage('/f', body))).toBe('sure /f/2');
  });
});
