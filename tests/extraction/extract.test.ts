import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { capturePage, extractArticle } from '../../utils/extraction/extract';
import { parse } from './support';

const URL = 'https://a.example/news/1.html';
const sentence = 'The ferry left the harbour at six in the morning, as it had on every weekday for forty years. ';
const story = `<article><h1>The ferry</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(6)}</article>`;
const page = (body: string, head = '') =>
  parse(`<html lang="en"><head><title>The ferry - Site</title>${head}</head><body>${body}</body></html>`);

describe('extractArticle', () => {
  it('gives plain data that survives a structured clone', () => {
    const article = extractArticle(page(story), `${URL}?utm_source=x`);

    expect(structuredClone(article)).toEqual(article);
    expect(article).toMatchObject({
      title: 'The ferry',
      canonicalUrl: URL,
      lang: 'en',
      wordCount: 342,
      readingMinutes: 1,
      frontMatter: null,
    });
  });

  it('keeps lead text that stands in no paragraph', () => {
    const lead = 'A lead sentence that stands outside any paragraph, as it does on many older sites.';

    const article = extractArticle(page(`<div class="content">${lead}<br>${story}</div>`), URL);

    expect(article?.content).toContain(`<p>${lead}</p>`);
  });

  it.each([
    ['a description of its own', 'Forty years of early mornings.', 'Forty years of early mornings.', 'meta'],
    [
      'the beginning of the text, cut',
      'The ferry left the harbour at si…',
      sentence.repeat(3).slice(0, 199).trimEnd(),
      'page',
    ],
    ['none', '', sentence.repeat(3).slice(0, 199).trimEnd(), 'page'],
  ])('takes as excerpt what the page says of itself, or the first line: %s', (_, said, excerpt, source) => {
    const article = extractArticle(page(story, `<meta name="description" content="${said}">`), URL);

    expect(article?.excerpt.replace('…', '')).toBe(excerpt);
    expect(article?.sources.excerpt).toBe(source);
  });

  it('leaves out what stands around the article', () => {
    const around =
      '<div class="share-bar">Share on nothing</div><ul class="tags"><li>Ferries</li></ul><section class="related"><h2>Related</h2><p>Another story about boats, and a rather long one.</p></section>';

    const article = extractArticle(page(story.replace('</article>', `${around}</article>`)), URL);

    expect(article?.text).toContain('every weekday');
    expect(article?.text).not.toMatch(/Share on|Ferries|Another story/);
  });

  it('leaves out lines above the text that only repeat the metadata', () => {
    const head = '<meta name="author" content="Jane Doe"><meta property="article:section" content="Harbours">';
    const lines = '<p>Harbours</p><p>By <a href="/jane">Jane Doe</a> · 31 March 2021, 8:05 am</p>';
    const spoken = '<p>Jane Doe was there in 2021.</p>';

    const article = extractArticle(page(story.replace('</h1>', `</h1>${lines}${spoken}`), head), URL);

    expect(article?.content.startsWith(`${spoken}<p>The ferry left`)).toBe(true);
  });

  it('leaves out a pull quote that says what the text says, and no other', () => {
    const quotes =
      '<p class="pull-quote">“On every weekday for forty years!”</p><p class="pull-quote">Said nowhere else, by anybody.</p>';
    const quoted = story.replace(
      '</article>',
      `<p>“On every weekday for forty years,” she said. ${sentence}</p>${quotes}<p>${sentence}</p></article>`,
    );

    const article = extractArticle(page(quoted), URL);

    expect(article?.text).not.toContain('years!');
    expect(article?.text).toContain('Said nowhere else');
  });

  it('finds no article in a page of links or in an empty one', () => {
    expect(capturePage(page('<ul><li><a href="/1">One</a><li><a href="/2">Two</a></ul>'), URL).problem).toBe(
      'no-article',
    );
    expect(capturePage(page(''), URL).problem).toBe('no-article');
  });
});

describe('selection', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('keeps the words selected, with the metadata of the page', () => {
    const document = page(story);
    const paragraphs = document.querySelectorAll('p');
    const range = document.createRange();
    range.setStart(paragraphs[0]?.firstChild as Node, 4);
    range.setEnd(paragraphs[1]?.firstChild as Node, 9);

    const article = extractArticle(document, URL, { kind: 'selection', selection: [range] });

    expect(article?.kind).toBe('selection');
    expect(article?.title).toBe('The ferry');
    expect(article?.text.startsWith('ferry left')).toBe(true);
    expect(article?.text.endsWith('The ferry')).toBe(true);
    expect(article?.content.match(/<p>/g)).toHaveLength(2);
  });

  it('keeps a list a list', () => {
    const document = page('<ol><li>One</li><li>Two</li><li>Three</li></ol>');
    const range = document.createRange();
    range.setStartBefore(document.querySelectorAll('li')[1] as Node);
    range.setEndAfter(document.querySelectorAll('li')[2] as Node);

    expect(extractArticle(document, URL, { kind: 'selection', selection: [range] })?.content).toBe(
      '<ol><li>Two</li><li>Three</li></ol>',
    );
  });

  it('takes what is selected in the live page when it is given no ranges', () => {
    document.body.innerHTML = '<p id="x">Some words</p>';
    document.getSelection()?.selectAllChildren(document.getElementById('x') as Node);

    expect(extractArticle(document, URL, { kind: 'selection' })?.content).toBe('<p>Some words</p>');
  });

  it('says so when nothing is selected', () => {
    document.getSelection()?.removeAllRanges();

    expect(capturePage(document, URL, { kind: 'selection' }).problem).toBe('no-article');
  });
});

describe('visible text', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('is what is shown, in plain paragraphs', () => {
    document.body.innerHTML =
      '<div>One <b>two</b></div><p style="display:none">hidden</p><ul><li>three<li>four<br>five</ul><script>six</script><input value="seven"><p hidden>eight</p>';

    const article = extractArticle(document, URL, { kind: 'visible-text' });

    expect(article?.kind).toBe('visible-text');
    expect(article?.content).toBe('<p>One two</p><p>three</p><p>four</p><p>five</p>');
  });

  it('works on pages too large for an article', () => {
    const deep = page('');
    let box: Element = deep.body;
    for (let level = 0; level < 20_000; level++) box = box.appendChild(deep.createElement('div'));
    box.append('At the bottom');

    expect(capturePage(deep, URL).problem).toBe('too-large');
    expect(extractArticle(deep, URL, { kind: 'visible-text' })?.text).toBe('At the bottom');
  });
});

describe('hostile pages', () => {
  /** How many times slower than an idle machine this one is just now, at least 1. */
  let slowness = 1;

  beforeAll(() => {
    const started = performance.now();
    const { body } = parse('<p>x'.repeat(20_000));
    for (let round = 0; round < 5; round++) body.cloneNode(true);
    slowness = Math.max(1, (performance.now() - started) / 60);
  });

  const deepIn = (levels: number, tag: string) => {
    const document = page('');
    let box: Element = document.body;
    for (let level = 0; level < levels; level++) box = box.appendChild(document.createElement(tag));
    box.append(sentence.repeat(30));
    return document;
  };
  const wide = (count: number, inner: string) => {
    const document = parse(inner.repeat(count));
    return document;
  };

  it.each([
    ['nested boxes', () => deepIn(190, 'div')],
    ['nested words', () => deepIn(190, 'b')],
    ['far too deep nesting', () => deepIn(50_000, 'div')],
    ['very many paragraphs', () => wide(24_000, `<p>${sentence}`)],
    [
      'very many pictures',
      () => wide(12_000, '<p><img src="data:image/gif;base64,R0" srcset="/a.jpg 1x, /b.jpg 2x">words, words'),
    ],
    ['very many line breaks', () => wide(24_000, 'a<br>')],
    ['very many links', () => wide(24_000, `<a href="/x">${'y'.repeat(30)}</a>`)],
    ['too many elements', () => wide(60_000, '<p>x')],
    ['a very long text', () => wide(1, `<p>${sentence.repeat(18_000)}`)],
    ['a very long attribute', () => wide(1, `<p class="${'a'.repeat(5_000_000)}">${sentence.repeat(20)}`)],
  ])('are answered in time: %s', { timeout: 60_000 }, (_, make) => {
    const document = make();
    const started = performance.now();

    capturePage(document, URL);

    expect(performance.now() - started).toBeLessThan(5_000 * slowness);
  });

  it('are worked through up to a depth of 200 and refused beyond', () => {
    expect(capturePage(deepIn(199, 'div'), URL).problem).toBeNull();
    expect(capturePage(deepIn(200, 'div'), URL).problem).toBe('too-large');
  });

  it('that are far too large still give what they mark as their article', () => {
    const document = page(`${story}${'<div><i>x</i></div>'.repeat(20_000)}`);

    const article = extractArticle(document, URL);

    expect(article?.text).toContain('every weekday');
    expect(article?.title).toBe('The ferry');
  });

  it('give no content that acts', () => {
    const article = extractArticle(
      page(
        story.replace(
          '</article>',
          `<p onclick="x()">${sentence}<a href="javascript:x()">a</a><img src="x" onerror="x()"><svg onload="x()"></svg><iframe srcdoc="<script>x()</script>"></iframe></p></article>`,
        ),
      ),
      URL,
    );

    expect(article?.content).toContain(' a<img');
    expect(article?.content).not.toMatch(/on\w+=|javascript:|<svg|<iframe|<script/);
  });
});
