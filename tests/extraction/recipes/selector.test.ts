import { expect, it } from 'vitest';
import { selectorFor } from '../../../utils/extraction/recipes/selector';
import { parse } from '../support';

const selectorOf = (html: string) => {
  const element = parse(html).querySelector('[data-it]');
  return element && selectorFor(element);
};

it.each([
  ['an id', '<div id="story-body" class="x" data-it></div>', '#story-body'],
  ['a class', '<div class="story"></div><div id="a1" class="story-body wide" data-it></div>', '.story-body'],
  [
    'what it is for',
    '<div class="a"></div><div class="a" itemprop="articleBody" data-it></div>',
    '[itemprop="articleBody"]',
  ],
  ['its kind beside a class', '<p class="text"></p><div class="text" data-it></div>', 'div.text'],
  ['two classes', '<p class="text"></p><p class="wide"></p><p class="text wide" data-it></p>', 'p.text.wide'],
  ['the one article', '<article data-it></article>', 'article'],
  ['the box around it', '<div class="page"><section data-it></section></div><section></section>', '.page > section'],
  [
    'a box further up',
    '<div id="story"><div><div class="text" data-it></div></div></div><div class="text"></div>',
    '#story .text',
  ],
])('finds an element by %s', (_, html, selector) => {
  expect(selectorOf(html)).toBe(selector);
});

it.each([
  ['figures', 'post-10482'],
  ['the prefix of a tool', 'css-qwerty'],
  ['letters without order', 'sXqWbTk'],
  ['consonants alone', 'text_bxkqrw'],
])('does not believe in names with %s', (_, name) => {
  expect(selectorOf(`<div id="${name}" class="${name}" data-it></div><div></div>`)).toBeNull();
  expect(selectorOf(`<div class="${name} story" data-it></div>`)).toBe('.story');
});

it('finds none where names could be anybody’s, and is not misled by what a form calls its controls', () => {
  expect(selectorOf('<div data-it></div><div></div>')).toBeNull();
  expect(selectorOf('<form class="story" data-it><input name="id"><input name="parentElement"></form>')).toBe('.story');
});
