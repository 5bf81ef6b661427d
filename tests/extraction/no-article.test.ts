import { describe, expect, it } from 'vitest';
import { capturePage } from '../../utils/extraction/extract';
import { parse } from './support';

const SITE = 'https://a.example';
const STORY = `${SITE}/news/the-ferry-that-stayed`;
const sentence = 'The ferry left the harbour at six in the morning, as it had on every weekday for forty years. ';
const paragraphs = (count: number) => `<p>${sentence.repeat(3)}</p>`.repeat(count);
const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('');

function problemOf(body: string, url: string, head = '', title = 'The Harbour Post') {
  return capturePage(
    parse(`<html lang="en"><head><title>${title}</title>${head}</head><body>${body}</body></html>`),
    url,
  ).problem;
}

const teaser = (at: number) =>
  `<article><h2><a href="/news/${at}">Story number ${at} about the boats of the north</a></h2><p>${at}: ${sentence}Nobody on the quay looked up.</p><time>2026-03-0${at % 9}</time></article>`;
const goods = (at: number) =>
  `<li><h2>Boot number ${at}</h2><p>€${at}9.90</p><p>Waterproof leather number ${at} with a sewn sole that can be replaced, for wet streets and for long days at the harbour.</p><button>Add to cart</button></li>`;
const chineseTeaser = (at: number) =>
  `<div><h3><a href="/n/${at}">第${at}条关于北方港口船只的新闻标题</a></h3><p>第${at}条：每个工作日的早晨六点，渡轮都会离开港口，四十年来从未间断，码头上没有人抬头。</p></div>`;
const SIGN_IN = `<h1>Sign in</h1><form><p>${sentence.repeat(4)}</p><input type="password" name="p"></form>`;

describe('a page is no article when it is', () => {
  it.each<[string, string, string, string?]>([
    ['a front page', times(24, teaser), `${SITE}/`],
    ['a list of teasers with an address as an article has', times(24, teaser), `${SITE}/the-ferry/of-the-north`],
    [
      'a front page that calls itself an article',
      times(24, teaser),
      `${SITE}/`,
      '<meta property="og:type" content="article">',
    ],
    ['a front page in Chinese', times(24, chineseTeaser), `${SITE}/`],
    ['the results of a search', times(12, teaser), `${SITE}/find?q=ferry`],
    ['a shelf of goods without links', `<ul>${times(20, goods)}</ul>`, `${SITE}/all-the-boots/of-the-north`],
    ['a form to sign in', SIGN_IN, `${SITE}/a-page/of-the-members`],
    ['a section around nothing but a notice', `<div>${paragraphs(1)}</div>`, `${SITE}/news/`],
    [
      'a notice that a page is gone',
      `<h1>404</h1><h2>Page not found</h2>${paragraphs(2)}`,
      `${SITE}/2026/03/an-old-address`,
    ],
  ])('%s', (_, body, url, head) => {
    expect(problemOf(body, url, head)).toBe('no-article');
  });
});

describe('a page is an article when it is', () => {
  it.each<[string, string, string, string?]>([
    ['a short text with an address of its own', paragraphs(1), STORY],
    [
      'a text between linked headings',
      times(6, (at) => `<h2><a href="#${at}">Part ${at} of the story of boats</a></h2>${paragraphs(2)}`),
      STORY,
    ],
    [
      'a short text by somebody, of some day, at an address as a section has',
      `<p class="byline">By Maud Tennant · <time datetime="2026-02-27">27 February 2026</time></p>${paragraphs(1)}`,
      `${SITE}/boats/ferry`,
    ],
    ['a long text on a front page', paragraphs(8), `${SITE}/`],
    ['a short text with a form to sign in beside it', `${paragraphs(1)}<form><input type="password"></form>`, STORY],
    ['a text about prices', `${paragraphs(4)}<table>${times(9, (at) => `<tr><td>€${at}.50</td></tr>`)}</table>`, STORY],
    [
      'a short text of a section that says so',
      paragraphs(1),
      `${SITE}/news/`,
      '<meta property="og:type" content="article">',
    ],
  ])('%s', (_, body, url, head) => {
    expect(
      problemOf(`<article><h1>The ferry that stayed</h1>${body}</article>`, url, head, 'The ferry that stayed'),
    ).toBeNull();
  });

  it('what the reader picked', () => {
    const page = parse(`<body><main>${times(24, teaser)}</main></body>`);

    expect(capturePage(page, `${SITE}/`, { picked: page.querySelector('main') }).problem).toBeNull();
  });
});

it('reads pages whose controls stand in front of the DOM and whose boxes are nested deeply', () => {
  const traps = ['childNodes', 'firstChild', 'parentNode', 'nextSibling', 'localName', 'nodeType', 'textContent']
    .map((name) => `<form><input name="${name}"><p>${sentence}</p></form>`)
    .join('');
  const deep = `${'<div>'.repeat(150)}${paragraphs(3)}${'</div>'.repeat(150)}`;

  expect(problemOf(`<article><h1>Ferry</h1>${deep}${paragraphs(3)}</article>${traps}`, STORY)).toBeNull();
});

it('verse and talk in short lines are an article, a menu of short links is none', () => {
  const lines = (line: (text: string) => string) =>
    `<main><h1>Forty ropes on a quay</h1>${times(40, (at) => line(`The rope number ${at} lies still`))}</main>`;
  const url = `${SITE}/forty-ropes`;

  expect(
    problemOf(
      lines((text) => `<p>${text}</p>`),
      url,
    ),
  ).toBeNull();
  expect(
    problemOf(
      lines((text) => `<p><a href="/x">${text}</a></p>`),
      url,
    ),
  ).toBe('no-article');
});
