import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anArticle, freshLibrary, saved } from '../../library/support';
import { show, titles } from './support';

/** Marked words of a row, by the row's title. */
function marks(root: ParentNode, title: string): string[] {
  const row = [...root.querySelectorAll('li[data-index]')].find(
    (each) => each.querySelector('[data-title]')?.textContent === title,
  );
  return [...(row?.querySelectorAll('mark') ?? [])].map(({ textContent }) => textContent ?? '');
}

async function aLibrary() {
  const library = freshLibrary();
  const text = 'Long before, nothing was said. The tide is high because of the moon.';
  await saved(library, anArticle('titled', { title: 'The Moon', text: 'Nothing else.' }));
  await saved(library, anArticle('other', { title: 'Sand', text: 'Castles.' }));
  await saved(library, anArticle('deep', { title: 'Water', text, lang: 'en' }));
  return library;
}

const box = () => page.getByRole('searchbox');

test('a search looks through the texts, the best answer first, and shows where it found it', async () => {
  const { root } = show(await aLibrary());

  await userEvent.fill(box(), 'moon');

  await expect.poll(() => titles(root)).toEqual(['The Moon', 'Water']);
  await expect.poll(() => marks(root, 'Water')).toEqual(['moon']);
  expect(marks(root, 'The Moon')).toEqual(['Moon']);
  await expect.element(page.getByText('The tide is high because of the')).toBeVisible();
});

test('the order that the list had comes back when the search is over', async () => {
  const { root } = show(await aLibrary());
  await expect.poll(() => titles(root)).toEqual(['Water', 'Sand', 'The Moon']);

  await userEvent.fill(box(), 'moon');
  await expect.element(page.getByRole('button', { name: 'Sorted by: Best match' })).toBeVisible();
  await userEvent.fill(box(), '');

  await expect.element(page.getByRole('button', { name: 'Sorted by: Newest first' })).toBeVisible();
  await expect.poll(() => titles(root)).toEqual(['Water', 'Sand', 'The Moon']);
  expect(root.querySelector('mark')).toBeNull();
});

test('an order chosen while searching stays', async () => {
  const { root } = show(await aLibrary());
  await userEvent.fill(box(), 'moon');
  await expect.poll(() => titles(root)).toEqual(['The Moon', 'Water']);

  await userEvent.click(page.getByRole('button', { name: 'Sorted by: Best match' }));
  await userEvent.click(page.getByRole('menuitemradio', { name: 'Newest first' }));
  await expect.poll(() => titles(root)).toEqual(['Water', 'The Moon']);
  await userEvent.fill(box(), 'moon tide');

  await expect.poll(() => titles(root)).toEqual(['Water']);
  await expect.element(page.getByRole('button', { name: 'Sorted by: Newest first' })).toBeVisible();
});
