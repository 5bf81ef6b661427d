import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../utils/extraction/extract';
import { featuresOf, readBlocks } from '../../../utils/extraction/leftovers/features';
import { weightByName, weightOf } from '../../../utils/extraction/leftovers/weights';
import { parse } from '../support';

const URL = 'https://a.example/news/1.html';
const PARAGRAPHS = [
  'The ferry left the harbour at six in the morning, as it had on every weekday for forty years, and nobody on the quay looked up.',
  'Its captain, who has worked the crossing since she was nineteen, says that the engine has been rebuilt three times and the hull twice.',
  'By noon the island had its post, its bread and the one newspaper that is still printed on the mainland, a day late as always.',
  'The council voted on Tuesday to keep the service for another five years, although the bridge will be finished before then.',
  'What will become of the crew is not settled. Two of them have asked to stay on as guides for the visitors who come in summer.',
  'The last boat leaves at nine. Those who miss it sleep in the waiting room, which has a stove, a kettle and a shelf of old novels.',
].map((text) => `<p>${text}</p>`);

/** An article with a block between its paragraphs, or after them. */
function withBlock(block: string, where: 'between' | 'after'): Document {
  const body =
    where === 'between'
      ? [...PARAGRAPHS.slice(0, 3), block, ...PARAGRAPHS.slice(3)].join('')
      : PARAGRAPHS.join('') + block;
  return parse(
    `<html lang="en"><head><title>The ferry</title></head><body><article><h1>The ferry</h1><div class="article-body">${body}</div></article></body></html>`,
  );
}

describe('takes out, and says so', () => {
  it.each<[string, 'between' | 'after']>([
    ['<p><strong><a href="/2">Read more: The bridge that nobody asked for</a></strong></p>', 'between'],
    ['<p><a href="/nl">Sign up for our newsletter</a> and get the news in your inbox.</p>', 'between'],
    ['<p>Lesen Sie auch: <a href="/2">Die Brücke, die niemand wollte</a></p>', 'between'],
    ['<p><strong>Les også: <a href="/2">Broen som ingen ville ha</a></strong></p>', 'between'],
    ['<p>© 2026 The Harbour Post. All rights reserved.</p>', 'after'],
  ])('%s', (block, where) => {
    const text = parse(block).body.textContent?.trim() ?? '';

    const article = extractArticle(withBlock(block, where), URL);

    expect(article?.text).not.toContain(text);
    expect(article?.text.split('\n\n')).toHaveLength(PARAGRAPHS.length);
    expect(article?.receipt).toContainEqual(expect.objectContaining({ text }));
  });
});

describe('leaves', () => {
  it.each<[string, string, 'between' | 'after']>([
    ['a short paragraph', '<p>Nobody came.</p>', 'between'],
    ['speech', '<p>“I have read more about boats than I have slept,” she says.</p>', 'between'],
    ['a heading', '<h2>The last boat</h2>', 'between'],
    [
      'a list',
      '<ul><li>Bread for the school and the two shops</li><li>Post, and the one newspaper</li></ul>',
      'between',
    ],
    [
      'a table',
      '<table><tr><th>Boat</th><th>Photo by</th></tr><tr><td>Advertisement</td><td>©</td></tr></table>',
      'between',
    ],
    [
      'a footnote that the text leads to',
      '<p>So it is said.<a href="#n1">1</a></p><p id="n1">1. Photo: © Jane Doe, read more in her book.</p>',
      'after',
    ],
  ])('%s', (_, block, where) => {
    const article = extractArticle(withBlock(block, where), URL);

    for (const part of parse(block).querySelectorAll('p, h2, li, td'))
      expect(article?.text.replace(/\s+/g, ' ')).toContain(part.textContent);
    expect(article?.receipt).toEqual([]);
  });

  it('a page that would lose most of its words as it is', () => {
    const lines = Array.from(
      { length: 30 },
      (_, n) => `<p><a href="/${n}">Read more: story ${n} of many about boats</a></p>`,
    );

    const article = extractArticle(
      parse(
        `<html lang="en"><head><meta property="og:type" content="article"></head><body><article><h1>Boats</h1>${PARAGRAPHS[0]}${lines.join('')}</article></body></html>`,
      ),
      URL,
    );

    expect(article?.text.match(/story \d+ of many/g)?.length).toBeGreaterThan(15);
  });
});

it('judges every run of text once, whatever boxes are around it', () => {
  const { body } = parse(
    '<div><div><p>one</p><ul><li>two <b>bold</b></li><li><p>three</p></li></ul></div><blockquote>four</blockquote></div>',
  );

  const blocks = readBlocks(body, {
    title: '',
    excerpt: null,
    articleBody: null,
    authors: [],
    siteName: null,
    isArticle: false,
  });

  expect(blocks.map(({ text }) => text)).toEqual(['one', 'two bold', 'three', 'four']);
});

it('finds the same weight step by step as by the whole name', () => {
  const { body } = withBlock('<ul class="related"><li><a href="/2">Read more: 2 boats</a></li></ul>', 'between');
  const blocks = readBlocks(body, {
    title: 'The ferry',
    excerpt: null,
    articleBody: PARAGRAPHS.join(' '),
    authors: [],
    siteName: null,
    isArticle: true,
  });

  const weights = blocks.map((block) => {
    const found: number[] = [];
    block.tell((what, answer, other) => found.push(weightOf(what, answer, other)));
    return found;
  });

  expect(weights.flat().filter((weight) => weight !== 0).length).toBeGreaterThan(50);
  expect(weights).toEqual(blocks.map((block) => featuresOf(block).map(weightByName)));
});
