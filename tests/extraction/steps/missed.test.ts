import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/extraction/extract';
import { parse } from '../support';

const URL = 'https://a.example/news/1.html';
const long = (about: string) =>
  `<p>${`Of the ${about} it is told, among those who were there, that it was like no other before it. `.repeat(4)}</p>`;
const page = (body: string, head = '') =>
  parse(`<html lang="en"><head><title>The ferry</title>${head}</head><body><h1>The ferry</h1>${body}</body></html>`);

describe('an article in several boxes', () => {
  it('is whole, in the order of the page', () => {
    const body = (...about: string[]) => `<div><div class="body__inner">${about.map(long).join('')}</div></div>`;
    const advert = '<div class="ad-slot"><div>Advertisement</div></div>';

    const article = extractArticle(
      page(
        `<main><section>${body('boat', 'pier', 'quay', 'wall')}</section>${advert}<section>${body('bell', 'rope')}</section><section>${body('lamp')}</section></main>`,
      ),
      URL,
    );

    const told = [...(article?.text.matchAll(/Of the (\w+) it/g) ?? [])].map(([, about]) => about);
    expect([...new Set(told)]).toEqual(['boat', 'pier', 'quay', 'wall', 'bell', 'rope', 'lamp']);
  });

  it('takes nothing from the comments below it, whatever their boxes are called', () => {
    const text = (...about: string[]) => `<div class="text"><div>${about.map(long).join('')}</div></div>`;

    const article = extractArticle(
      page(`<article>${text('boat', 'pier', 'quay')}</article><div class="comments">${text('comment')}</div>`),
      URL,
    );

    expect(article?.text).toContain('Of the quay');
    expect(article?.text).not.toContain('Of the comment');
  });
});

describe('a folded answer amid the text', () => {
  const answer = (name: string) => `<div class="${name}" style="display: none"><div>${long('answer')}</div></div>`;
  const around = (inner: string) =>
    page(`<article><div class="body">${long('boat')}${long('pier')}${inner}${long('quay')}</div></article>`);

  it('is part of the article, in its place', () => {
    const article = extractArticle(around(answer('accordion-panel')), URL);

    expect(article?.text).toMatch(/Of the pier[\s\S]+Of the answer[\s\S]+Of the quay/);
  });

  it.each(['hidden-layer', 'fact-box accordion-panel'])('is none in a box called %s', (name) => {
    expect(extractArticle(around(answer(name)), URL)?.text).not.toContain('Of the answer');
  });
});

it('a page that an extractor finds nothing in gives the box of its paragraphs', () => {
  const article = extractArticle(
    page(
      `<div class="comment-on-selection"><div class="sidebar-layout">${long('boat')}${long('pier')}${long('quay')}</div></div>`,
    ),
    URL,
  );

  expect(article?.text).toMatch(/Of the boat[\s\S]+Of the pier[\s\S]+Of the quay/);
});

describe('a body that is only in the data of the page', () => {
  const text = (about: string) => parse(long(about)).body.textContent ?? '';
  const data = (articleBody: string) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'The ferry', articleBody })}</script>`;

  it('is the article where the page shows its beginning', () => {
    const whole = ['boat', 'pier', 'quay', 'wall'].map(text).join('\n');

    const article = extractArticle(page(`<article>${long('boat')}</article>`, data(whole)), URL);

    expect(article?.text.split('\n\n')).toEqual(['boat', 'pier', 'quay', 'wall'].map((about) => text(about).trim()));
  });

  it('gives paragraphs and no markup where it is HTML', () => {
    const whole = ['boat', 'pier', 'quay', 'wall']
      .map((about) => `<p onclick="x()">${text(about)}<img src=x onerror=x()></p>`)
      .join('');

    const article = extractArticle(page(`<article>${long('boat')}</article>`, data(whole)), URL);

    expect(article?.content).toBe(
      ['boat', 'pier', 'quay', 'wall'].map((about) => `<p>${text(about).trim()}</p>`).join(''),
    );
  });

  it.each([
    ['another article', ['bell', 'rope', 'lamp', 'mast']],
    ['no more than the page shows', ['boat']],
  ])('is left alone where it is %s', (_, about) => {
    const article = extractArticle(
      page(`<article>${long('boat')}${long('pier')}</article>`, data(about.map(text).join('\n'))),
      URL,
    );

    expect(article?.text).toContain('Of the pier');
    expect(article?.text).not.toContain('Of the bell');
  });
});

it('parts that a page sends late stand where they belong', () => {
  const article = extractArticle(
    page(
      `<article>${long('boat')}<!--$?--><template id="B:0"></template><!--/$-->${long('quay')}</article><div hidden id="S:0">${long('pier')}</div>`,
    ),
    URL,
  );

  expect(article?.text).toMatch(/Of the boat[\s\S]+Of the pier[\s\S]+Of the quay/);
});
