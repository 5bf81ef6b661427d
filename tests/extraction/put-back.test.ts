import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../utils/extraction/extract';
import { leaveOut, wholeBlocks } from '../../utils/extraction/left-out';
import { putBackAgain, toggleBlock, toggleChange, undoChange } from '../../utils/extraction/put-back';
import { restoreLink } from '../../utils/extraction/restore-link';
import type { Revisable } from '../../utils/extraction/revise-content';
import type { ReceiptEntry } from '../../utils/model/article';
import { countText } from '../../utils/model/reading-time';
import { parse } from './support';

const URL = 'https://a.example/news/1.html';
const sentence = 'The ferry left the harbour at six in the morning, as it had on every weekday for forty years. ';
const paragraph = (name: string) => `<p>${name}: ${sentence.repeat(3)}</p>`;
const MORE = '<p><strong><a href="/2">Read more: The bridge that nobody asked for</a></strong></p>';
const NEWSLETTER = '<p><a href="/nl">Sign up for our newsletter</a> and get the news in your inbox.</p>';

function extracted(body: string, head = '') {
  const page = `<html lang="en"><head><title>The ferry</title>${head}</head><body><article><h1>The ferry</h1><div class="body">${body}</div></article></body></html>`;
  const article = extractArticle(parse(page), URL);
  if (!article) throw new Error('no article');
  return article;
}

const indexOf = ({ receipt }: Revisable, text: string) => receipt.findIndex((entry) => entry.text.includes(text));
const toggle = (article: Revisable, text: string) => {
  const revised = toggleBlock(article, indexOf(article, text));
  if (!revised) throw new Error(`${text} cannot be put back`);
  return revised;
};
/** The beginnings of the blocks of an article, in order. */
const blocks = ({ text }: Revisable) => text.split('\n\n').map((block) => block.slice(0, 9));

describe('what extraction leaves out', () => {
  it.each<[step: string, body: string, text: string, order: string[]]>([
    [
      'drop-leftovers',
      `${paragraph('One')}${MORE}${paragraph('Two').repeat(9)}`,
      'Read more',
      ['One: The ', 'Read more', 'Two: The '],
    ],
    [
      'drop-short-boxes',
      `${paragraph('One')}<div class="share-bar">Share this on the harbour wall</div>${paragraph('Two')}${paragraph('Three')}`,
      'Share this on',
      ['One: The ', 'Share thi', 'Two: The ', 'Three: Th'],
    ],
    [
      'drop-boilerplate',
      `${paragraph('One')}${paragraph('Two')}${paragraph('Three')}<p>Topics: boats</p>`,
      'Topics',
      ['One: The ', 'Two: The ', 'Three: Th', 'Topics: b'],
    ],
    [
      'drop-boilerplate',
      `${paragraph('One')}${paragraph('Two')}<div class="hotnews"><p>The bridge: ${sentence.repeat(2)}</p><p>The quay: ${sentence.repeat(2)}</p></div>${paragraph('Three').repeat(9)}`,
      'The bridge',
      ['One: The ', 'Two: The ', 'The bridg', 'The quay:', 'Three: Th'],
    ],
    [
      'drop-pull-quotes',
      `${paragraph('One')}${paragraph('Two')}<blockquote class="pullquote"><p>One: The ferry left the harbour at six in the morning, as it had on every weekday for forty years.</p></blockquote>${paragraph('Three')}`,
      'One: The ferry',
      ['One: The ', 'Two: The ', 'One: The ', 'Three: Th'],
    ],
  ])('is put back where it stood and left out again: %s', (step, body, text, order) => {
    const article = extracted(body);
    const index = indexOf(article, text);
    expect(article.receipt[index]?.step).toBe(step);
    expect(blocks(article).slice(0, order.length)).not.toEqual(order);

    const revised = toggle(article, text);
    const undone = toggle(revised, text);

    expect(blocks(revised).slice(0, order.length)).toEqual(order);
    expect(revised.receipt[index]).toMatchObject({ back: true });
    expect(undone).toMatchObject({ content: article.content, text: article.text, receipt: article.receipt });
    expect(revised).toMatchObject(countText(revised.text));
  });

  it('is the line above the text that repeats the metadata, and the title', () => {
    const article = extracted(
      `<p>By Mara Lind</p><h2>“The ferry”</h2>${paragraph('One')}${paragraph('Two')}`,
      '<meta name="author" content="Mara Lind">',
    );

    const told = article.receipt.map(({ step, at }) => [step, at]);

    expect(told).toEqual([
      ['drop-opening-lines', [0]],
      ['drop-repeated-title', [0]],
    ]);
    const both = toggle(toggle(article, 'The ferry'), 'By Mara');
    expect(blocks(both).slice(0, 3)).toEqual(['By Mara L', '“The ferr', 'One: The ']);
    expect(toggle(both, 'The ferry').content).toBe(toggle(article, 'By Mara').content);
  });

  it('keeps its place whichever others are put back before it', () => {
    const article = extracted(
      `${paragraph('One')}${MORE}${NEWSLETTER}${paragraph('Two')}${paragraph('Three')}${MORE.replace('bridge', 'quay')}${paragraph('Four')}`,
    );
    const texts = ['bridge', 'Sign up', 'quay'];

    const forwards = texts.reduce<Revisable>(toggle, article);
    const backwards = texts.toReversed().reduce<Revisable>(toggle, article);

    expect(backwards.content).toBe(forwards.content);
    expect(blocks(forwards)).toEqual([
      'One: The ',
      'Read more',
      'Sign up f',
      'Two: The ',
      'Three: Th',
      'Read more',
      'Four: The',
    ]);
    expect([...texts].reduce<Revisable>(toggle, backwards).content).toBe(article.content);
  });

  it('is one block when a whole list went, and an item when its list stayed', () => {
    const item = (text: string) => `<li>${text}</li>`;
    const more = '<a href="/2">Read more: The bridge that nobody asked for</a>';
    const whole = extracted(
      `${paragraph('One')}${paragraph('Two')}<ul>${item(more)}${item(more.replace('bridge', 'quay'))}</ul>${paragraph('Three')}`,
    );
    const stays = item(`Bread for the school. ${sentence}`);
    const part = extracted(
      `${paragraph('One')}${paragraph('Two')}<ul>${stays}${item(more)}${stays}</ul>${paragraph('Three')}`,
    );

    const list = toggle(whole, 'Read more');
    const items = toggle(part, 'Read more');

    expect(whole.receipt).toHaveLength(1);
    expect(list.content).toMatch(/<ul><li><a [^>]*>Read more: The bridge.*quay.*<\/li><\/ul>/);
    expect(items.content).toMatch(/^(?!.*<ul>.*<ul>).*years\.\s*<\/li><li><a [^>]*>Read more.*<\/li><li>Bread/);
  });

  it('is put back again in a newer text of the article, and nothing else is', () => {
    const body = `${paragraph('One')}${MORE}${NEWSLETTER}${paragraph('Two')}${paragraph('Three')}`;
    const earlier = toggle(extracted(body), 'Read more');

    const newer = putBackAgain(extracted(paragraph('Zero') + body), earlier.receipt);

    expect(blocks(newer)).toEqual(['Zero: The', 'One: The ', 'Read more', 'Two: The ', 'Three: Th']);
    expect(newer.wordCount).toBe(countText(newer.text).wordCount);
  });

  it('is not told when there is nothing in it to read', () => {
    const controls = '<div class="share-bar"><button>Share</button><span hidden>Share this</span></div>';

    expect(extracted(`${paragraph('One')}${controls}${paragraph('Two')}${paragraph('Three')}`).receipt).toEqual([]);
  });

  it('does not follow a mark that the page forged', () => {
    const article = extracted(
      `<!--0-->${paragraph('One')}<!--0--><!--1-->${paragraph('Two')}${MORE}${paragraph('Three')}`,
    );

    expect(blocks(toggle(article, 'Read more'))).toEqual(['One: The ', 'Two: The ', 'Read more', 'Three: Th']);
  });
});

describe('what extraction changes', () => {
  const body = `<p><a href="https://shop.example/x?utm_source=a">A kettle</a> is bought. ${sentence}</p><p>[Advertisement] Buy two kettles</p>${paragraph('One')}`;
  const change = (article: Revisable, text: string) => {
    const revised = toggleChange(article, indexOf(article, text), 'en');
    if (!revised) throw new Error(`${text} cannot be changed`);
    return { ...article, ...revised };
  };

  it.each([
    ['a link', 'A kettle', 'utm_source=a'],
    ['folded promotion', 'Buy two', '<p>[Advertisement] Buy two kettles</p><p>One'],
  ])('is undone and made again: %s', (_, text, there) => {
    const article = extracted(body);

    const undone = change(article, text);
    const again = change(undone, text);

    expect(article.content).not.toContain(there);
    expect(undone.content).toContain(there);
    expect(undone.receipt[indexOf(undone, text)]).toHaveProperty('back', true);
    expect([again.content, again.text, again.receipt]).toEqual([article.content, article.text, article.receipt]);
  });

  it('is undone in a newer text of the article where it had been in an earlier one, and nowhere else', () => {
    const [links, promos] = [change(extracted(body), 'A kettle'), change(extracted(body), 'Buy two')];

    const newer = [links, promos].map(({ receipt }) => putBackAgain(extracted(paragraph('Zero') + body), receipt));

    expect(newer.map(({ content }) => [content.includes('utm_source'), content.includes('<details>')])).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('cannot be undone where the receipt does not say what it was', () => {
    const article = {
      ...extracted(body),
      receipt: [{ step: 'replace-media', reason: 'r', text: 't', url: 'https://a.example/' }],
    };

    expect(toggleChange(article, 0, null)).toBeNull();
    expect(toggleChange(article, 1, null)).toBeNull();
  });
});

describe('wholeBlocks', () => {
  it('puts what was taken out of a block that went later back into it', () => {
    const { body } = parse('<p>One</p><div><p>Two</p><p>Three <span>four</span></p></div>');
    const take = (selector: string) => leaveOut(body.querySelector(selector) as Element, 'step', selector);
    const leftOut = [take('span'), take('div > p'), take('div')];

    const whole = wholeBlocks(leftOut);

    expect(whole.map(({ reason, element }) => [reason, element.outerHTML])).toEqual([
      ['div', '<div><p>Two</p><p>Three <span>four</span></p></div>'],
    ]);
  });
});

describe('a receipt from anywhere', () => {
  const content = '<p>One</p><ul><li>Item</li></ul><pre>code</pre>';
  const article = (entry: Partial<ReceiptEntry>): Revisable => ({
    content,
    text: '',
    images: [],
    receipt: [{ step: 's', reason: 'r', text: 't', ...entry }],
  });

  it.each<[string, Partial<ReceiptEntry>]>([
    ['has no html', { at: [0] }],
    ['has no place', { html: '<p>x</p>' }],
    ['leads nowhere', { html: '<p>x</p>', at: [9] }],
    ['leads into words', { html: '<p>x</p>', at: [0, 0, 0] }],
    ['leads into what holds no blocks', { html: '<p>x</p>', at: [2, 0] }],
    ['counts in fractions', { html: '<p>x</p>', at: [0.5] }],
    ['counts backwards', { html: '<p>x</p>', at: [-1] }],
    ['says it is back and is not', { html: '<p>x</p>', at: [0], back: true }],
    ['is empty once cleaned', { html: '<script>x</script>', at: [0] }],
  ])('is ignored when it %s', (_, entry) => {
    expect(toggleBlock(article(entry), 0)).toBeNull();
  });

  it('is cleaned like all content and cannot break out of its place', () => {
    const html =
      '</div></body><p onclick="x" id="y">One<img src="https://b.example/x.png" onerror="x"></p><script>x</script><form><input name="parentNode"></form>';

    const revised = toggleBlock(article({ html, at: [1] }), 0);

    expect(revised?.content).toBe(
      '<p>One</p><p>One<img src="https://b.example/x.png" alt=""></p><ul><li>Item</li></ul><pre>code</pre>',
    );
    expect(revised?.images.map(({ url }) => url)).toEqual(['https://b.example/x.png']);
    expect(toggleBlock(revised as Revisable, 0)?.content).toBe(content);
  });

  it('makes items of what goes into a list', () => {
    expect(toggleBlock(article({ html: '<p>x</p><li>y</li>', at: [1, 1] }), 0)?.content).toContain(
      '<ul><li>Item</li><li>x</li><li>y</li></ul>',
    );
  });
});

it('a block is put back behind folded promotion and unwrapped links, where it stood', () => {
  const promo =
    '<p>[AD] Ropes and knots for the whole harbour, at half the price until the end of the week, they say.</p>';
  const list = `<ul><li>Tied <a href="https://u.jd.com/a">here</a> again: ${sentence}</li></ul>`;
  const article = extracted(
    `${paragraph('One')}${list}${paragraph('Two')}${promo}<div class="share-bar">Share this on the harbour wall</div>${paragraph('Three')}${paragraph('Four')}`,
  );

  const { content } = toggle(article, 'Share this on');

  expect(content).toMatch(/<\/details><p>Share this on the harbour wall<\/p><p>Three/);
});

describe('a change', () => {
  const changed: Revisable = {
    content: '<p>One</p>',
    text: 'One',
    images: [],
    receipt: [{ step: 's', reason: 'r', text: 'One', url: 'https://shop.example/' }],
  };
  const rename = (body: Element, { url }: ReceiptEntry) => {
    body.querySelector('p')?.append(` ${url}`);
    return true;
  };

  it('is undone once, with the counts of what stands there then', () => {
    const undone = undoChange(changed, 0, rename);

    expect(undone).toMatchObject({ text: 'One https://shop.example/', receipt: [{ text: 'One', back: true }] });
    expect(undone).toMatchObject(countText('One https://shop.example/'));
    expect(undoChange(undone as Revisable, 0, rename)).toBeNull();
  });

  it('that is not found leaves the article as it is', () => {
    expect(undoChange(changed, 0, () => false)).toBeNull();
    expect(undoChange(changed, 1, rename)).toBeNull();
  });
});

it('a planted link is put back into the article with its old address', () => {
  const article = extracted(`${paragraph('One')}<p>Tied <a href="https://u.jd.com/a">here</a> again: ${sentence}</p>`);
  const index = article.receipt.findIndex(({ url }) => url === 'https://u.jd.com/a');

  const undone = undoChange(article, index, restoreLink);

  expect(article.content).toContain('<p>Tied here again');
  expect(undone?.content).toContain('<p>Tied <a href="https://u.jd.com/a">here</a> again');
  expect(undone?.text).toBe(article.text);
});
