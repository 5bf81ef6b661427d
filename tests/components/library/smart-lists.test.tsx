import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anArticle, freshLibrary, saved } from '../../library/support';
import { expectAccessible } from '../../support/axe';
import { row, show, titles } from './support';

async function aLibrary() {
  const library = freshLibrary();
  await saved(library, anArticle('long', { title: 'Long', readingMinutes: 30 }), ['sea']);
  await saved(library, anArticle('short', { title: 'Short', readingMinutes: 2 }), ['craft']);
  return library;
}

const box = () => page.getByRole('searchbox');
const dialog = () => page.getByRole('dialog');
const names = () => [...document.querySelectorAll('dialog [data-row]')].map(({ textContent }) => textContent);

test('a search is saved under a name and shown again from the menu', async () => {
  const library = await aLibrary();
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(2);

  await box().click();
  await userEvent.keyboard('minutes:>15 ');
  await expect.poll(() => titles(root)).toEqual(['Long']);
  await userEvent.keyboard('{ArrowDown}{Shift>}L{/Shift}');
  await expect.element(dialog()).toBeVisible();
  await expectAccessible(root);
  await userEvent.fill(page.getByRole('textbox', { name: 'Name of the new list' }), 'Long reads');
  await userEvent.keyboard('{Enter}');
  await expect.poll(names).toEqual(['Long reads']);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('Long reads ·')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect.poll(() => titles(root)).toHaveLength(2);
  await page.getByRole('button', { name: 'Lists', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Long reads' }).click();

  await expect.poll(() => titles(root)).toEqual(['Long']);
  expect(await library.smartLists()).toMatchObject([
    { name: 'Long reads', query: { shelf: 'unread', sort: 'newest', search: 'minutes:>15 ' } },
  ]);
});

test('lists are put in order, renamed and removed by keyboard, each with undo', async () => {
  const library = await aLibrary();
  for (const name of ['One', 'Two', 'Three'])
    await library.keepSmartList({ id: name, name, query: { shelf: 'all', sort: 'newest', search: `${name} ` } });
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(2);
  const undo = () => dialog().getByRole('button', { name: 'Undo' });

  await userEvent.keyboard('{Shift>}L{/Shift}');
  await expect.poll(names).toEqual(['One', 'Two', 'Three']);
  (document.querySelector('dialog [data-row]') as HTMLElement).focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(names).toEqual(['Two', 'One', 'Three']);
  await undo().click();
  await expect.poll(names).toEqual(['One', 'Two', 'Three']);
  (document.querySelector('dialog [data-row]') as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{F2}');
  await userEvent.keyboard('Zwei{Enter}');
  await expect.poll(names).toEqual(['One', 'Zwei', 'Three']);
  (document.querySelector('dialog [data-row="Two"]') as HTMLElement).focus();
  await userEvent.keyboard('{Delete}');
  await expect.poll(names).toEqual(['One', 'Three']);
  await expectAccessible(root);
  await undo().click();

  await expect.poll(names).toEqual(['One', 'Zwei', 'Three']);
});

test('a list made elsewhere appears', async () => {
  const library = await aLibrary();
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(2);

  await library.keepSmartList({ id: 'x', name: 'Made elsewhere', query: { shelf: 'all', sort: 'title' } });
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: 'Lists', exact: true }).click();
      const found = page.getByRole('menuitemradio', { name: 'Made elsewhere' }).elements().length;
      if (found === 0) await userEvent.keyboard('{Escape}');
      return found;
    })
    .toBe(1);
  await page.getByRole('menuitemradio', { name: 'Made elsewhere' }).click();

  await expect.element(row('Long')).toBeVisible();
  await expect.element(page.getByRole('tab', { name: 'All' })).toHaveAttribute('aria-selected', 'true');
});
