import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ExtractedArticle } from '../../../utils/model/article';
import { anArticle, freshLibrary, saved } from '../../library/support';
import { expectAccessible } from '../../support/axe';
import { button, openPopup } from './open-popup';

const FIRST = 'https://news.example/tide';
const nextPage = { url: `${FIRST}?page=2`, isSure: true, total: 2 };
const second = (over: Partial<ExtractedArticle> = {}) =>
  anArticle('tide', {
    url: nextPage.url,
    canonicalUrl: nextPage.url,
    content: '<p>What came after it.</p>',
    text: 'What came after it.',
    nextPage: null,
    ...over,
  });
const ADD = 'Add to “The tide comes in”';

test('the next page of a saved article is added to it from its tab, and read', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide', { nextPage }));
  const { root, asked } = await openPopup({ library, article: second() });
  await expect.element(page.getByText('This is the next page of an article that you saved.')).toBeVisible();
  await expectAccessible(root);

  await button(ADD).click();

  await expect.element(page.getByText('The page was added to the article.')).toBeVisible();
  expect((await library.content(id))?.content).toBe('<p>Words about the tide.</p><hr><p>What came after it.</p>');
  await button('Read “The tide comes in”').click();
  expect(asked).toEqual([`read ${id}`]);
});

test.each<[why: string, saved: Partial<ExtractedArticle>, here: Partial<ExtractedArticle>]>([
  ['goes on elsewhere', { nextPage: { ...nextPage, url: `${FIRST}?page=3` } }, {}],
  [
    'says nothing of where it goes on, and neither does the address',
    {},
    { url: `${FIRST}-2`, canonicalUrl: `${FIRST}-2` },
  ],
  ['says nothing of where it goes on, and would with another page', {}, { url: `${FIRST}?page=3` }],
  ['is another', { url: 'https://news.example/moon', canonicalUrl: 'https://news.example/moon', nextPage }, {}],
])('a page is not offered to an article that %s', async (_, over, here) => {
  const library = freshLibrary();
  await saved(library, anArticle('tide', over));

  await openPopup({ library, article: second(here) });

  await expect.element(page.getByText('1 min').first()).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await expect.element(page.getByText('This is the next page')).not.toBeInTheDocument();
});

test('a page is offered with doubt to an article that does not say where it goes on', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  await openPopup({ library, article: second() });
  await expect.element(page.getByText('This may be the next page of an article that you saved.')).toBeVisible();

  await button(ADD).click();

  await expect.element(page.getByText('The page was added to the article.')).toBeVisible();
  expect((await library.content(id))?.pages).toEqual([FIRST, nextPage.url]);
});

test('a page that brings nothing new is not added, and the popup says so', async () => {
  const library = freshLibrary();
  await saved(library, anArticle('tide', { nextPage }));
  const { content, text } = anArticle('tide');
  await openPopup({ library, article: second({ content, text }) });

  await button(ADD).click();

  await expect.element(page.getByText('The page could not be added, and the article is as it was.')).toBeVisible();
});

test('the offer fits 320 px', async () => {
  const library = freshLibrary();
  await saved(library, anArticle('tide', { title: 'Tide '.repeat(60), nextPage }));

  await openPopup({ library, article: second(), width: 320 });

  await expect.element(button(/^Add to/)).toBeVisible();
  expect(document.documentElement.scrollWidth).toBe(320);
});
