import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CaptureProblem } from '../../../utils/model/capture';
import { fail, ok } from '../../../utils/model/result';
import { anArticle, freshLibrary } from '../../library/support';
import { expectAccessible } from '../../support/axe';
import { button, openPopup } from './open-popup';

const problem = (error: CaptureProblem) => ({ capture: async () => fail(error) });

test.each([
  ['pdf', /^This is a PDF/, [/^Save only the link/], [/selection/, /visible/]],
  [
    'no-article',
    'No article was found on this page.',
    [/^Save the visible/, /^Pick the article/, /^Save the selection/, /^Save only/],
    [],
  ],
  ['too-large', 'This page is too large to be read safely.', [/^Save the visible/, /^Save the selection/], []],
  ['page-unreachable', /^The page could not be read/, [/^Save only the link/, 'Try again'], [/selection/, /visible/]],
  ['browser-page', 'The browser lets no extension read this page.', [/^Save only the link/], [/visible/]],
] as const)(
  'a page with the problem %s gets a sentence and what can be done',
  async (error, sentence, offered, absent) => {
    const { root } = await openPopup({ ports: problem(error) });

    await expect.element(page.getByText(sentence)).toBeVisible();
    for (const name of offered) await expect.element(button(name)).toBeVisible();
    for (const name of absent) expect(button(name).elements()).toHaveLength(0);
    await expectAccessible(root);
  },
);

test("the browser's own pages offer nothing to save and say where the button works", async () => {
  const { root } = await openPopup({
    ports: { ...problem('browser-page'), tab: { id: 1, url: 'chrome://extensions', title: 'Extensions' } },
  });

  await expect.element(page.getByText('Open a news page and click the button there.')).toBeVisible();
  expect(button(/^Save/).elements()).toHaveLength(0);
  expect(page.getByRole('combobox').elements()).toHaveLength(0);
  await expectAccessible(root);
});

test('saves the visible text as it is, by Enter, where no article was found', async () => {
  const text = anArticle('text', { kind: 'visible-text' });
  const { library } = await openPopup({
    ports: { capture: async (scope) => (scope === 'visible-text' ? ok(text) : fail('no-article')) },
  });
  await expect.element(page.getByText('No article was found on this page.')).toBeVisible();

  await userEvent.keyboard('{Enter}');

  await expect.element(page.getByText('Saved to your library.')).toBeVisible();
  expect((await library.findSaved([text.url]))?.kind).toBe('visible-text');
});

test('saves the selection instead of the article, and asks for one when nothing is selected', async () => {
  let selected = false;
  const selection = anArticle('tide', { kind: 'selection', content: '<p>Chosen.</p>', text: 'Chosen.' });
  const { root, library } = await openPopup({
    ports: {
      capture: async (scope) => (scope === 'article' ? ok(anArticle()) : selected ? ok(selection) : fail('no-article')),
    },
  });
  await button('Other ways to save').click();

  await button('Save the selection').click();
  await expect.element(page.getByText('Select some text on the page first, then try again.')).toBeVisible();
  await expectAccessible(root);
  selected = true;
  await button('Save the selection').click();

  await expect.element(page.getByText('Saved to your library.')).toBeVisible();
  const [id = ''] = await library.list({ shelf: 'all', sort: 'newest' });
  expect((await library.content(id))?.text).toBe('Chosen.');
  await library.setFavourite([id], true);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(root.textContent).toContain('Saved to your library.');
  await button('Undo').click();
  await expect.element(page.getByText(/^Removed\./)).toBeVisible();
});

test('a page that can be read at the second try is', async () => {
  let tries = 0;
  await openPopup({ ports: { capture: async () => (tries++ === 0 ? fail('page-unreachable') : ok(anArticle())) } });

  await button('Try again').click();

  await expect.element(page.getByText('1 min')).toBeVisible();
  await expect.element(button(/^Save/).first()).toBeVisible();
});

test('no room left: says what to do, and saves once there is room', async () => {
  const library = freshLibrary();
  let full = true;
  const { root, asked } = await openPopup({
    library,
    ports: {
      save: async (article, mode) => (full ? fail('quota-exceeded') : library.save({ article, mode })),
    },
  });
  await expect.element(page.getByText('1 min')).toBeVisible();

  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent(/^There is no room left/);
  await expectAccessible(root);
  await button('Open the library').last().click();
  full = false;
  await button(/^Try again/).click();

  await expect.element(page.getByText('Saved to your library.')).toBeVisible();
  expect(root.querySelector('[role="alert"]')?.textContent).toBe('');
  expect(asked).toEqual(['library']);
});

test('a worker that is gone is an unavailable library, not a button that turns for ever', async () => {
  await openPopup({ ports: { save: () => Promise.reject(new Error('Extension context invalidated')) } });
  await expect.element(page.getByText('1 min')).toBeVisible();

  await userEvent.keyboard('{Enter}');

  await expect.element(page.getByRole('alert')).toHaveTextContent(/^The library could not be opened/);
  await expect.element(button(/^Try again/)).toBeVisible();
});

test('says before a save fails that room runs out, and leads to where some is made', async () => {
  const { root, asked } = await openPopup({
    ports: { readRoom: async () => ({ isPersistent: true, usedBytes: 1_000, leftBytes: 42_000_000 }) },
  });

  await expect.element(page.getByText(/Storage is nearly full: 42 MB left/)).toBeVisible();
  await expectAccessible(root);
  await page.getByRole('button', { name: 'Make room' }).click();

  expect(asked).toEqual(['storage']);
});
