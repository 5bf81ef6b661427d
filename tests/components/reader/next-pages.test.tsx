import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FetchPage } from '../../../components/reader/pages-model';
import type { ExtractedArticle } from '../../../utils/model/article';
import { fail, ok } from '../../../utils/model/result';
import { expectAccessible } from '../../support/axe';
import { extracted, libraryWith, openReader } from './reading';

const URL = 'https://news.example/story';
const goesOn = (number: number, isSure = true) => ({ url: `${URL}?page=${number}`, isSure, total: 3 });

/** A page of three as it is fetched. */
const pageOf = (number: number, isSure = true): ExtractedArticle =>
  extracted(`<p>The text of page ${number}.</p>`, {
    url: `${URL}?page=${number}`,
    nextPage: number < 3 ? goesOn(number + 1, isSure) : null,
  });

async function open(fetchPage: FetchPage, over: Partial<ExtractedArticle> = {}, width?: number) {
  const article = extracted('<p>The first paragraph.</p>', { nextPage: goesOn(2), ...over });
  const kept = await libraryWith(article);
  return { ...kept, ...openReader(kept.library, kept.id, { fetchPage, width }) };
}

const fetched: FetchPage = async (url) => ok(pageOf(Number(url.at(-1))));
const button = (name: string) => page.getByRole('button', { name, exact: true });
const said = () => page.getByRole('status').filter({ hasText: /./ }).last();
const paragraphs = (holder: Element) =>
  [...holder.querySelectorAll('.article-text p')].map((paragraph) => paragraph.textContent);

describe('an article that goes on', () => {
  it('gets its next page by keyboard, which stays there to add the one after it', async () => {
    const { holder, library, id } = await open(fetched);
    await expect.element(page.getByText('This article goes on. 1 of 3 pages are here.')).toBeVisible();
    await expectAccessible(holder);

    (button('Add the next page').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');

    await expect.element(said()).toHaveTextContent('1 page added.');
    await expect.element(button('Add the next page')).toHaveFocus();
    await vi.waitFor(() => expect(paragraphs(holder)).toEqual(['The first paragraph.', 'The text of page 2.']));
    expect(await library.content(id)).toMatchObject({ pages: [URL, `${URL}?page=2`], nextPage: goesOn(3) });
    expect((await library.article(id))?.wordCount).toBe(8);
    await expectAccessible(holder);
  });

  it('gets all its pages at once, and is as it was once that is undone', async () => {
    const { holder, library, id } = await open(fetched);
    await expect.element(button('Add all pages')).toBeVisible();
    const before = await library.content(id);

    await button('Add all pages').click();

    await expect.element(said()).toHaveTextContent('2 pages added.');
    await vi.waitFor(() => expect(paragraphs(holder)).toHaveLength(3));
    await expect.element(button('Add the next page')).not.toBeInTheDocument();

    await button('Undo').click();

    await expect.element(said()).toHaveTextContent('The article is as it was before.');
    await vi.waitFor(() => expect(paragraphs(holder)).toEqual(['The first paragraph.']));
    expect(await library.content(id)).toMatchObject({ ...before });
    await expect.element(button('Add all pages')).toBeVisible();
  });

  it('stops when told to and keeps what it has', async () => {
    const { holder } = await open((url) => (url.endsWith('2') ? fetched(url) : new Promise(() => undefined)));

    await button('Add all pages').click();
    await expect.element(said()).toHaveTextContent('Adding page 3…');
    await button('Stop').click();

    await expect.element(said()).toHaveTextContent('1 page added.');
    expect(paragraphs(holder)).toEqual(['The first paragraph.', 'The text of page 2.']);
  });

  it('shows where it may go on, and follows from there only when asked again', async () => {
    await open(async (url) => ok(pageOf(Number(url.at(-1)), false)), {
      nextPage: { ...goesOn(2, false), total: null },
    });

    await expect.element(page.getByText('This article may go on.')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'news.example/story?page=2' })).toBeVisible();
    await expect.element(button('Add all pages')).not.toBeInTheDocument();
    await button('Add the next page').click();

    await expect.element(said()).toHaveTextContent('1 page added.');
    await expect.element(page.getByRole('link', { name: 'news.example/story?page=3' })).toBeVisible();
  });

  it.each([
    ['needs-permission', 'Offprint may not read pages of news.example yet.'],
    ['page-unreachable', 'The next page could not be reached.'],
    ['other-site', 'The next page leads to another site, so it was not added.'],
    ['no-article', 'No text was found on the next page.'],
    ['too-large', 'The next page is too large to be added.'],
  ] as const)('says what is wrong when its next page is refused: %s', async (problem, words) => {
    const { holder, onAllowPictures } = await open(async () => fail(problem));

    await button('Add the next page').click();

    await expect.element(said()).toHaveTextContent(words);
    await expect.element(page.getByRole('link', { name: 'news.example/story?page=2' })).toBeVisible();
    expect(paragraphs(holder)).toEqual(['The first paragraph.']);
    await expectAccessible(holder);
    if (problem !== 'needs-permission') return;
    await button('Allow…').click();
    expect(onAllowPictures).toHaveBeenCalledOnce();
  });

  it('says that a page with nothing new was not added', async () => {
    await open(async () => ok(extracted('<p>The first paragraph.</p>', { url: `${URL}?page=2` })));

    await button('Add the next page').click();

    await expect.element(said()).toHaveTextContent('The next page says nothing new, so nothing was added.');
  });

  it('does not undo over what has been changed since', async () => {
    const { library, id } = await open(fetched);
    await button('Add the next page').click();
    await expect.element(button('Undo')).toBeVisible();
    const update = extracted('<p>Another text.</p>', { nextPage: goesOn(2) });
    await library.save({ article: update, mode: 'update' });

    await button('Undo').click();

    await expect.element(said()).toHaveTextContent('The article has changed since, so this could not be undone.');
    expect((await library.content(id))?.content).toBe('<p>Another text.</p>');
  });

  it('fits 320 px', async () => {
    await page.viewport(320, 700);
    const url = `${URL}/${'a-long-way-'.repeat(30)}`;
    await open(async () => fail('needs-permission'), { nextPage: { url, isSure: true, total: 12 } });

    await button('Add the next page').click();
    await expect.element(button('Allow…')).toBeVisible();

    expect(document.documentElement.scrollWidth).toBe(320);
  });
});

it('an article of one page says nothing of pages', async () => {
  const { holder } = await open(fetched, { nextPage: null });

  await expect.element(page.getByText('The first paragraph.')).toBeVisible();
  expect(holder.textContent).not.toMatch(/goes on|Add/);
});
