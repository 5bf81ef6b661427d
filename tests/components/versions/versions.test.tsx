import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AskWeb } from '../../../components/check/check-article';
import type { ExtractedArticle } from '../../../utils/model/article';
import type { PageAnswer } from '../../../utils/model/page-check';
import { fail } from '../../../utils/model/result';
import { expectAccessible } from '../../support/axe';
import { extracted, libraryWith, openReader } from '../reader/reading';

const OLD = '<p>The ferry leaves at nine.</p><p>Dogs travel free.</p>';
const NEW = '<p>The ferry leaves at ten.</p><p>Dogs travel free.</p>';
const NEWER = '<p>The ferry leaves at ten.</p><p>Cats travel free too.</p>';

/** An article as the page has it: paragraphs parted by blank lines. */
function story(content: string, over: Partial<ExtractedArticle> = {}): ExtractedArticle {
  const text = content.replaceAll('</p><p>', '\n\n').replace(/<\/?p>/g, '');
  return extracted(content, { text, ...over });
}

interface Opening {
  readonly answer?: PageAnswer;
  readonly checkPage?: AskWeb['checkPage'];
  readonly updates?: readonly ExtractedArticle[];
  readonly width?: number;
}

async function open({ answer, checkPage, updates = [], width }: Opening) {
  const { library, id } = await libraryWith(story(OLD));
  for (const article of updates) await library.save({ article, mode: 'update' });
  const asked = checkPage ?? (answer && (async () => answer));
  const fetchPage = async () => fail('page-unreachable' as const);
  return { library, id, ...openReader(library, id, { fetchPage, ...(asked ? { checkPage: asked } : {}), width }) };
}

const standing = (article: ExtractedArticle): PageAnswer => ({ is: 'page', url: article.url, article });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const versions = () => page.getByRole('region', { name: 'Versions and page' });
const said = () => versions().getByRole('status');
const dialog = () => page.getByRole('dialog', { name: 'Show what changed' });
const paragraphs = (holder: Element) => [...holder.querySelectorAll('.article-text p')].map((each) => each.textContent);

describe('a check for changes', () => {
  it('says what differs, keeps it when asked, and undoes that, by keyboard', async () => {
    const { holder, library, id } = await open({ answer: standing(story(NEW)) });
    await expect.element(button('Check for changes')).toBeVisible();
    await expectAccessible(holder);

    (button('Check for changes').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(said()).toHaveTextContent('The page has changed.');
    await expect.element(button('Show what changed')).toHaveFocus();

    await userEvent.keyboard('{Enter}');
    await expect
      .element(dialog().getByRole('status'))
      .toHaveTextContent('1 difference · 1 word added · 1 word removed');
    await userEvent.keyboard('n');
    await expect.element(page.getByRole('group', { name: 'Difference 1 of 1: changed' })).toHaveFocus();
    await expectAccessible(document.querySelector('dialog') as Element);
    await dialog().getByRole('button', { name: 'Keep the new text' }).click();

    await expect.element(said()).toHaveTextContent('The new text is kept; the earlier one stays a version.');
    await vi.waitFor(() => expect(paragraphs(holder)[0]).toBe('The ferry leaves at ten.'));
    await expect.element(page.getByText(/^Changed since you saved it on/)).toBeVisible();
    await expect.element(button('Undo')).toHaveFocus();
    await expectAccessible(holder);

    await userEvent.keyboard('{Enter}');

    await expect.element(said()).toHaveTextContent('Undone.');
    await vi.waitFor(() => expect(paragraphs(holder)[0]).toBe('The ferry leaves at nine.'));
    expect((await library.article(id))?.versions).toHaveLength(1);
  });

  it('says that nothing changed, and remembers when it was asked', async () => {
    const { library, id, close } = await open({ answer: standing(story(OLD)) });

    await button('Check for changes').click();

    await expect.element(said()).toHaveTextContent('The page says what you saved.');
    await expect.element(button('Check again')).toBeVisible();
    close();
    openReader(library, id, {
      checkPage: async () => ({ is: 'gone' }),
      fetchPage: async () => fail('page-unreachable'),
    });
    await expect.element(page.getByText(/^Checked .+: the page says what you saved\.$/)).toBeVisible();
  });

  it('says above the text that the page is gone', async () => {
    const { holder } = await open({ answer: { is: 'gone' } });

    await button('Check for changes').click();

    await expect.element(said()).toHaveTextContent('The page is gone. Yours is the copy that is left.');
    await expect
      .element(page.getByText(/^Checked .+: the page is gone\. Yours is the copy that is left\.$/))
      .toBeVisible();
    await expectAccessible(holder);
  });

  it('offers to remember where the page moved to', async () => {
    const url = 'https://news.example/2026/story';
    const { library, id } = await open({ answer: { ...standing(story(OLD)), url } as PageAnswer });

    await button('Check for changes').click();
    await expect.element(said()).toHaveTextContent('The page has moved to news.example/2026/story.');
    await button('Remember the new address').click();

    await expect.element(said()).toHaveTextContent('The new address is remembered.');
    expect((await library.article(id))?.canonicalUrl).toBe(url);
    await button('Undo').click();
    await expect.element(said()).toHaveTextContent('Undone.');
    expect((await library.article(id))?.canonicalUrl).toBe('https://news.example/story');
  });

  it.each([
    ['needs-permission', 'Offprint may not read pages of news.example yet.'],
    ['page-unreachable', 'The page could not be reached.'],
    ['server-error', 'The site refused the page or had an error.'],
    ['other-site', 'Its address leads to another site, which was not read.'],
    ['no-article', 'No article was found at its address.'],
  ] as const)('says what is wrong and remembers nothing: %s', async (problem, words) => {
    const { holder, library, id, onAllowPictures } = await open({ answer: { is: 'unreachable', problem } });

    await button('Check for changes').click();

    await expect.element(said()).toHaveTextContent(words);
    expect((await library.state(id))?.page).toBeUndefined();
    await expectAccessible(holder);
    if (problem !== 'needs-permission') return;
    await button('Allow…').click();
    expect(onAllowPictures).toHaveBeenCalledOnce();
  });

  it('says that it is under way and can be cancelled', async () => {
    await open({ checkPage: () => new Promise(() => undefined) });

    await button('Check for changes').click();
    await expect.element(said()).toHaveTextContent('Checking the page…');
    await button('Cancel').click();

    await expect.element(button('Check for changes')).toHaveFocus();
    await expect.element(said()).not.toBeInTheDocument();
  });

  it('is not offered where pages cannot be asked for', async () => {
    const { holder } = await open({});

    await expect.element(page.getByText('Dogs travel free.')).toBeVisible();
    expect(holder.textContent).not.toMatch(/Check/);
  });
});

describe('versions', () => {
  it('are listed with how much each changed, newest first', async () => {
    const { holder } = await open({ updates: [story(NEW), story(NEWER)] });

    await page.getByText('3 versions').click();

    await vi.waitFor(() => {
      const rows = [...holder.querySelectorAll('details li small')].map((each) => each.textContent);
      expect(rows).toEqual(['Shown · 2 words added · 1 word removed', '1 word added · 1 word removed', 'First saved']);
    });
    await expectAccessible(holder);
  });

  it('are compared from the first to the one shown, with the headlines they had', async () => {
    await open({ updates: [story(NEW, { title: 'The ferry tables of Port Arden' })] });
    await expect.element(page.getByText(/^Changed since you saved it on/)).toBeVisible();

    await button('Show what changed').click();

    await expect.element(dialog().getByRole('status')).toHaveTextContent('2 differences');
    expect([...document.querySelectorAll('dialog del')].map((each) => each.childNodes[1]?.textContent)).toEqual([
      'tide',
      'nine',
    ]);
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
  });

  it('can be gone back to, and forth again', async () => {
    const { holder } = await open({ updates: [story(NEW)] });
    await page.getByText('2 versions').click();

    await button(/^Show the text of/).click();

    await vi.waitFor(() => expect(paragraphs(holder)[0]).toBe('The ferry leaves at nine.'));
    await expect.element(said()).toHaveTextContent(/^The text of .+ is shown\.$/);
    await expect.element(button('Undo')).toHaveFocus();
    await expect.element(page.getByText(/^This is the text of .+; a newer one is kept\.$/)).toBeVisible();
    await expectAccessible(holder);

    await button('Show the newest').click();

    await vi.waitFor(() => expect(paragraphs(holder)[0]).toBe('The ferry leaves at ten.'));
  });

  it('are dropped one by one, and the drop is undone', async () => {
    const { library, id } = await open({ updates: [story(NEW)] });
    await page.getByText('2 versions').click();

    await button(/^Drop the text of/).click();

    await expect.element(said()).toHaveTextContent('The version was dropped.');
    await expect.element(page.getByText('2 versions')).not.toBeInTheDocument();
    expect((await library.article(id))?.versions).toHaveLength(1);
    await expect.element(button('Undo')).toHaveFocus();
    await userEvent.keyboard('{Enter}');

    await expect.element(said()).toHaveTextContent('Undone.');
    await expect.element(page.getByText('2 versions')).toBeVisible();
  });

  it('fit 320 px', async () => {
    await page.viewport(320, 700);
    const long = `https://news.example/${'a-long-way-'.repeat(20)}`;
    await open({ updates: [story(NEW)], answer: { ...standing(story(NEW)), url: long } as PageAnswer });
    await page.getByText('2 versions').click();
    await button('Check for changes').click();
    await expect.element(said()).toHaveTextContent('The page has moved');

    expect(document.documentElement.scrollWidth).toBe(320);
  });
});
