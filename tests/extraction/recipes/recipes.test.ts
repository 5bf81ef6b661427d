import { describe, expect, it } from 'vitest';
import { capturePage, extractArticle } from '../../../utils/extraction/extract';
import { recipesFor, SHIPPED_RECIPES } from '../../../utils/extraction/recipes/match';
import { parseRecipe } from '../../../utils/extraction/recipes/parse';
import type { Recipe } from '../../../utils/model/recipe';
import { parse } from '../support';

const URL = 'https://www.paper.example/news/1.html';
const sentence = 'The ferry left the harbour at six in the morning, as it had on every weekday for forty years. ';
const RECIPE: Recipe = {
  hosts: ['paper.example'],
  path: null,
  body: '.notes',
  title: '.headline',
  author: '.who',
  date: '.when',
  remove: ['.skip'],
};
const PAGE = `<html lang="en"><head><title>Paper</title></head><body>
  <article><h1>The long one</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(6)}</article>
  <div class="headline">The short one</div><p class="who">By Mara Lind</p><time class="when" datetime="2026-03-10T08:00:00Z">today</time>
  <div class="notes"></div><div class="notes"><p>Nobody came.</p><p class="skip">Skip this.</p><div class="share-bar">Share of the catch</div></div></body></html>`;
const page = (body: string) => parse(`<html lang="zh-CN"><head><title>x</title></head><body>${body}</body></html>`);

describe('a recipe', () => {
  it('says where the article is, however little it says, and what else is read where', () => {
    const article = extractArticle(parse(PAGE), URL, { recipes: [RECIPE] });

    expect(article).toMatchObject({
      kind: 'article',
      title: 'The short one',
      authors: ['Mara Lind'],
      publishedTime: '2026-03-10T08:00:00.000Z',
      content: '<p>Nobody came.</p><p>Share of the catch</p>',
      sources: { title: 'page', authors: 'page', publishedTime: 'page' },
    });
    expect(article?.receipt).toEqual([
      { step: 'site-recipe', reason: 'recipe', text: 'Skip this.', html: '<p>Skip this.</p>', at: [1] },
    ]);
  });

  it.each<[string, Partial<Recipe>]>([
    ['is for another host', { hosts: ['other.example'] }],
    ['is for a host that only ends alike', { hosts: ['er.example'] }],
    ['is for another path', { path: '/sport/' }],
    ['finds nothing', { body: '.nowhere' }],
    ['finds no text', { body: '.notes:empty' }],
    ['finds what nobody reads', { body: 'title, script' }],
    ['is not understood', { body: '::nonsense(((' }],
  ])('leaves the page to the extractor when it %s', (_, over) => {
    const html = PAGE.replace('</body>', '<script>words</script></body>');

    const article = extractArticle(parse(html), URL, { recipes: [{ ...RECIPE, ...over }] });

    expect(article?.text).toContain('every weekday');
    expect(article?.text).not.toContain('Nobody came');
  });

  it('that is tried out finds the article itself or nothing does', () => {
    const tried = (body: string) =>
      capturePage(parse(PAGE), URL, { recipes: [{ ...RECIPE, body }], recipesOnly: true }).article?.title ?? null;

    expect(tried('.notes')).toBe('The short one');
    expect(tried('.nowhere')).toBeNull();
  });

  it('says where the article goes on', () => {
    const html = PAGE.replace('</body>', '<a class="more" href="/news/b.html">More of it</a></body>');

    const article = extractArticle(parse(html), URL, { recipes: [{ ...RECIPE, next: '.more' }] });

    expect(article?.nextPage).toEqual({ url: 'https://www.paper.example/news/b.html', isSure: true, total: null });
  });

  it('leaves the page as it was', () => {
    const document = parse(PAGE);
    const before = document.documentElement.outerHTML;

    extractArticle(document, URL, { recipes: [RECIPE] });

    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('does not lead into a body that is too deep to be worked through', () => {
    const deep = PAGE.replace('Nobody came.', `${'<div>'.repeat(300)}x${'</div>'.repeat(300)}`);

    expect(capturePage(parse(deep), URL, { recipes: [RECIPE] }).article?.text ?? '').not.toMatch(/^x$/m);
  });

  it('of the reader comes before one that is shipped', () => {
    const own = { ...RECIPE, hosts: ['mp.weixin.qq.com'] };

    expect(recipesFor('https://mp.weixin.qq.com/s/abc', [RECIPE, own]).map(({ body }) => body)).toEqual([
      '.notes',
      '#js_content',
    ]);
  });
});

it('picked by hand, an element is the article as it is', () => {
  const document = parse(PAGE);

  const article = extractArticle(document, URL, { picked: document.querySelectorAll('.notes')[1] });

  expect(article?.content).toBe('<p>Nobody came.</p><p>Skip this.</p><p>Share of the catch</p>');
  expect(article?.kind).toBe('article');
});

it('picked by hand, nothing else is taken for it: neither where it says nothing nor where it is too deep', () => {
  const pick = (html: string) => {
    const document = parse(PAGE.replace('<div class="notes"></div>', `<div class="picked">${html}</div>`));
    return capturePage(document, URL, { picked: document.querySelector('.picked') }).problem;
  };

  expect(pick('<script>words</script>')).toBe('no-article');
  expect(pick(`${'<div>'.repeat(300)}x${'</div>'.repeat(300)}`)).toBe('too-large');
});

it('picked by hand, a body is called by its own heading where the page’s title says that and more', () => {
  const document = parse('<title>Tides | Paper</title><div><h2>Tides</h2><p>Nobody came.</p></div><h2>Paper</h2>');

  expect(extractArticle(document, URL, { picked: document.querySelector('div') })?.title).toBe('Tides');
});

describe('shipped recipes', () => {
  it('are recipes, all of them', () => {
    expect(SHIPPED_RECIPES.map(parseRecipe).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('read an article of a WeChat account, hidden until its page’s programs have run', () => {
    const html = `<h1 id="activity-name"> 渡轮 </h1><a id="js_name">港口周刊</a><em id="publish_time">2026-03-10 08:00</em>
      <div id="js_content" style="visibility: hidden; opacity: 0"><section><p>船六点开。</p><img data-src="https://mmbiz.example/a.png" data-w="800"></section><mp-common-profile>名片</mp-common-profile></div><div id="js_pc_qr_code">扫一扫</div>`;

    const article = extractArticle(page(html), 'https://mp.weixin.qq.com/s/Ab-12');

    expect(article).toMatchObject({
      title: '渡轮',
      authors: ['港口周刊'],
      publishedTime: '2026-03-10T08:00:00.000+08:00',
    });
    expect(article?.content).toBe('<p>船六点开。</p><p><img src="https://mmbiz.example/a.png" alt=""></p>');
  });

  it('read an answer and a column of Zhihu', () => {
    const answer = `<h1 class="QuestionHeader-title">船几点开？</h1><div class="QuestionAnswer-content"><div class="AnswerItem"><div class="AuthorInfo"><meta itemprop="name" content="林知远"></div><div class="RichContent"><div class="RichContent-inner"><span class="RichText"><p>六点。</p></span></div></div></div></div><div class="AnswerItem"><div class="RichContent-inner"><span class="RichText"><p>七点，我也坐过一次，不过那是很久以前的事情了，现在应该已经改了时刻表。</p></span></div></div>`;
    const column = `<h1 class="Post-Title">渡轮</h1><div class="Post-Author"><div class="AuthorInfo"><meta itemprop="name" content="林知远"></div></div><div class="Post-RichTextContainer"><div class="RichText Post-RichText"><p>船六点开。</p></div></div>`;

    expect(extractArticle(page(answer), 'https://www.zhihu.com/question/1/answer/2')).toMatchObject({
      title: '船几点开？',
      authors: ['林知远'],
      text: '六点。',
    });
    expect(extractArticle(page(column), 'https://zhuanlan.zhihu.com/p/1')).toMatchObject({
      title: '渡轮',
      authors: ['林知远'],
      text: '船六点开。',
    });
  });
});

describe('parseRecipe', () => {
  const given = { hosts: ['www.Paper.example'], body: '.notes' };

  it('fills in what is not said', () => {
    expect(parseRecipe({ ...given, surprise: 1 })).toEqual({
      ok: true,
      value: {
        hosts: ['paper.example'],
        path: null,
        body: '.notes',
        title: null,
        author: null,
        date: null,
        remove: [],
        next: null,
      },
    });
  });

  it.each<[string, unknown, string, string | null]>([
    ['text', 'x', 'not-a-recipe', null],
    ['a list', [given], 'not-a-recipe', null],
    ['no host', { ...given, hosts: [] }, 'no-host', 'hosts'],
    ['an address for a host', { ...given, hosts: ['https://a.example/'] }, 'bad-host', 'hosts'],
    ['every host at once', { ...given, hosts: ['com'] }, 'bad-host', 'hosts'],
    ['a path that is none', { ...given, path: 'news' }, 'bad-path', 'path'],
    ['no body', { ...given, body: '' }, 'no-body', 'body'],
    ['a selector that is none', { ...given, body: 'p:nth(' }, 'bad-selector', 'body'],
    ['a selector to remove that is none', { ...given, remove: ['a', '<b>'] }, 'bad-selector', 'remove'],
    ['a selector for the next page that is none', { ...given, next: '<a>' }, 'bad-selector', 'next'],
    ['a giant selector', { ...given, title: `a${' a'.repeat(300)}` }, 'too-long', 'title'],
    ['hundreds to remove', { ...given, remove: Array(51).fill('a') }, 'too-long', 'remove'],
  ])('refuses %s and says what is wrong', (_, value, reason, field) => {
    expect(parseRecipe(value)).toEqual({ ok: false, error: { reason, field } });
  });
});
