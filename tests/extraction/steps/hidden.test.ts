import { afterEach, describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/extraction/extract';
import { toggleBlock } from '../../../utils/extraction/put-back';
import { parse } from '../support';

const URL = 'https://a.example/2026/rope.html';
const TEXT =
  'The harbour office counted every rope on the quay this week, and then, because the rain had not stopped, it counted every knot in them.';
const paragraphs = (name: string, count = 3) => `<p>${name}: ${TEXT}</p>`.repeat(count);
const NOTE = '<div class="x7"><p>Hidden: the harbour sends a letter every Friday to whoever asks for one.</p></div>';

const pageOf = (body: string, css: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>Rope enough</title><style>${css}</style></head><body>${body}</body></html>`;
const around = (inner: string) =>
  `<article><h1>Rope enough</h1>${paragraphs('Before')}${inner}${paragraphs('After')}</article>`;

const frames: Element[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

/** A page that is drawn, its style sheets with it. */
async function live(html: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  return frame.contentDocument as Document;
}

const liveText = async (body: string, css: string) => extractArticle(await live(pageOf(body, css)), URL)?.text ?? '';

describe('a box that the style sheets of a live page hide', () => {
  it.each([
    ['display', '.x7 { display: none }'],
    ['visibility', '.x7 { visibility: hidden; position: absolute }'],
    ['the box around it', 'div:has(> .x7) { display: none }'],
  ])('is no part of the article, by %s, and can be put back', async (_, css) => {
    const article = extractArticle(await live(pageOf(around(`<div>${NOTE}</div>`), css)), URL);

    expect(article?.text).not.toContain('Hidden:');
    const index = article?.receipt.findIndex(({ step }) => step === 'drop-hidden') ?? -1;
    expect(article?.receipt[index]).toMatchObject({ step: 'drop-hidden', text: expect.stringMatching(/^Hidden:/) });
    const back = article && toggleBlock(article, index);
    expect(back?.text).toMatch(/Before[\s\S]+Hidden:[\s\S]+After/);
  });

  it('is one in a shadow tree too', async () => {
    const page = await live(pageOf('<rope-story></rope-story>', ''));
    const root = page.querySelector('rope-story')?.attachShadow({ mode: 'open' });
    root?.append(...parse(`<style>.x7 { display: none }</style>${around(NOTE)}`).querySelectorAll('style, article'));

    const { text = '' } = extractArticle(page, URL) ?? {};

    expect(text).toContain('After:');
    expect(text).not.toContain('Hidden:');
  });

  it('is like any other in a page that is not drawn', () => {
    const article = extractArticle(parse(pageOf(around(NOTE), '.x7 { display: none }')), URL);

    expect(article?.text).toContain('Hidden:');
    expect(article?.content).not.toContain('offprint');
  });
});

const SHUT = '.x7 { display: none }';

describe('what opens when it is asked to stays, though it is hidden:', () => {
  it.each([
    ['an answer in an accordion', `<div class="accordion"><h3>Why?</h3>${NOTE}</div>`, SHUT],
    ['what a button names', `<p><a href="#more">More</a> on ropes</p>${NOTE.replace('<div', '<div id="more"')}`, SHUT],
    ['what a button stands before', `<h3><button>Why?</button></h3>${NOTE}`, SHUT],
    ['what a button stands behind', `${NOTE}<div><a href="#">Read on</a></div>`, SHUT],
    ['what a heading that can be pressed opens', `<h3>Why?</h3>${NOTE}`, `${SHUT} h3 { cursor: pointer }`],
    [
      'a tab beside another',
      `<div class="x7 open"><p>Shown: ${TEXT}</p></div>${NOTE}`,
      '.x7:not(.open) { display: none }',
    ],
    ['folded details', `<details><summary>Why?</summary>${NOTE}</details>`, ''],
    ['what appears as the reader scrolls', NOTE, '.x7 { visibility: hidden }'],
    ['what has no box of its own', NOTE, '.x7 { display: contents }'],
    [
      'what is shown in an invisible box',
      NOTE,
      '.x7 { visibility: hidden; position: absolute } .x7 p { visibility: visible }',
    ],
  ])('%s', async (_, inner, css) => {
    expect(await liveText(around(inner), css)).toMatch(/Before:[\s\S]+Hidden:[\s\S]+After:/);
  });

  it.each([
    ['all of an article', '.text { display: none }'],
    ['the rest of an article', '.text p:nth-of-type(n + 4) { display: none }'],
  ])('%s', async (_, css) => {
    const body = `<article><h1>Rope enough</h1><div class="text">${paragraphs('Before')}${paragraphs('After')}</div></article>`;

    expect(await liveText(body, css)).toMatch(/Before:[\s\S]+After:/);
  });

  it('the columns of a table for which there is no room', async () => {
    const table =
      '<table><tr><th>Rope</th><th class="x7">Knots</th></tr><tr><td>One</td><td class="x7">Six</td></tr></table>';

    expect(await liveText(around(table), SHUT)).toContain('Six');
  });
});

it('a lead that is shown takes the place of one that is hidden', async () => {
  const lead = (name: string) =>
    `<p class="standfirst ${name}">${name}: the harbour has more rope than ships to tie up.</p>`;
  const text = await liveText(
    `<header><h1>Rope enough</h1>${lead('wide')}${lead('narrow')}</header><div>${paragraphs('Text', 6)}</div>`,
    '.narrow { display: none }',
  );

  expect(text).toMatch(/^wide:/);
  expect(text).not.toContain('narrow:');
});
