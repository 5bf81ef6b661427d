import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anArticle, freshLibrary, saved } from '../../library/support';
import { expectAccessible } from '../../support/axe';
import { show, titles } from './support';

async function aLibrary() {
  const library = freshLibrary();
  await saved(library, anArticle('long', { title: 'Long', readingMinutes: 30 }), ['sea/tides']);
  await saved(library, anArticle('middle', { title: 'Middle', readingMinutes: 9 }), ['sea', 'craft']);
  await saved(library, anArticle('short', { title: 'Short', readingMinutes: 2 }), ['craft']);
  return library;
}

const box = () => page.getByRole('searchbox');
const chips = () =>
  [...document.querySelectorAll('[aria-label="Filters"] button')].map(({ textContent }) => textContent);

async function pick(menu: string, item: RegExp) {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menu').getByText(item).click();
}

test('a length and tags narrow the list, each as a chip that takes itself off', async () => {
  const { root } = show(await aLibrary());
  await expect.poll(() => titles(root)).toEqual(['Short', 'Middle', 'Long']);

  await pick('Tags', /^sea$/);
  await expect.poll(() => titles(root)).toEqual(['Middle', 'Long']);
  await pick('Reading time', /Over 15 min/);
  await expect.poll(() => titles(root)).toEqual(['Long']);
  expect(chips()).toEqual(['sea', 'Over 15 min']);
  await expectAccessible(root);
  await pick('Reading time', /5–15 min/);
  await expect.poll(() => titles(root)).toEqual(['Middle']);
  await page.getByRole('button', { name: 'Remove the filter “sea”' }).click();

  await expect.poll(chips).toEqual(['5–15 min']);
  await expect.element(box()).toHaveFocus();
  await pick('Reading time', /5–15 min/);
  await expect.poll(() => titles(root)).toHaveLength(3);
  expect(chips()).toEqual([]);
});

test('filters do not change the order; words do', async () => {
  const { root } = show(await aLibrary());

  await pick('Reading time', /Under 5 min/);
  await expect.poll(() => titles(root)).toEqual(['Short']);
  await expect.element(page.getByRole('button', { name: 'Sorted by: Newest first' })).toBeVisible();
  await userEvent.fill(box(), 'short');

  await expect.element(page.getByRole('button', { name: 'Sorted by: Best match' })).toBeVisible();
  expect(chips()).toEqual(['Under 5 min']);
});

test('what is typed becomes a chip when it is finished, and Backspace takes it off', async () => {
  const { root } = show(await aLibrary());
  await expect.poll(() => titles(root)).toHaveLength(3);

  await box().click();
  await userEvent.keyboard('tag:craft mid');
  await expect.poll(() => titles(root)).toEqual(['Middle']);
  await expect.element(box()).toHaveValue('mid');
  expect(chips()).toEqual(['craft']);
  await userEvent.keyboard(' -tag:sea{Enter}');
  await expect.poll(chips).toEqual(['craft', 'Not: sea']);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => titles(root)).toEqual(['Short']);
  await userEvent.keyboard('{Backspace}');

  await expect.poll(chips).toEqual(['craft']);
  await userEvent.keyboard('{Backspace}');
  await expect.poll(() => titles(root)).toHaveLength(3);
});

test('filters that OR joins stay in the box', async () => {
  const { root } = show(await aLibrary());
  await expect.poll(() => titles(root)).toHaveLength(3);

  await box().click();
  await userEvent.keyboard('tag:sea OR tag:craft ');

  await expect.element(box()).toHaveValue('tag:sea OR tag:craft ');
  await expect.poll(() => titles(root)).toHaveLength(3);
  expect(chips()).toEqual([]);
});

test('all of a search is selected, also what it has yet to find', async () => {
  const library = freshLibrary();
  for (let i = 0; i < 40; i++) await saved(library, anArticle(`tide-${i}`));
  const list: typeof library.list = async (query) => {
    if (query.search && query.limit === undefined) await new Promise((resolve) => setTimeout(resolve, 400));
    return library.list(query);
  };
  const { root } = show({ ...library, list });
  await expect.poll(() => titles(root).length).toBeGreaterThan(3);

  await userEvent.fill(box(), 'words');
  await expect.poll(() => root.querySelectorAll('mark').length).toBeGreaterThan(0);
  await userEvent.keyboard('{ArrowDown}{Control>}a{/Control}');

  await expect.element(page.getByRole('region', { name: 'Selection' })).toHaveTextContent('40 selected');
});
