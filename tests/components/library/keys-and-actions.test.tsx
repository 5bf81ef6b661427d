import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../support/axe';
import { focused, libraryOf, row, show, stateOf, titles } from './support';

const undo = () => page.getByRole('button', { name: 'Undo' }).last();

test('moves by arrows, j and k, Home and End, and opens with Enter', async () => {
  const { library, ids } = await libraryOf('One', 'Two', 'Three');
  const { root, asked } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(3);

  await userEvent.keyboard('j');
  await expect.poll(focused).toBe('One');
  await userEvent.keyboard('j{ArrowDown}');
  await expect.poll(focused).toBe('Three');
  await userEvent.keyboard('k');
  await expect.poll(focused).toBe('Two');
  await userEvent.keyboard('{Home}');
  await expect.poll(focused).toBe('One');
  await userEvent.keyboard('{End}{Enter}');

  expect(asked.opened).toEqual([ids[2]]);
});

test('only one row is a stop for Tab, and it is the one the keyboard stands on', async () => {
  const { library } = await libraryOf('One', 'Two', 'Three');
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(3);

  await userEvent.keyboard('jj');

  await expect.poll(focused).toBe('Two');
  const stops = [...root.querySelectorAll('[data-title][tabindex="0"]')].map((link) => link.textContent);
  expect(stops).toEqual(['Two']);
});

test('e archives with undo, and the next row takes the keyboard', async () => {
  const { library, ids } = await libraryOf('One', 'Two', 'Three');
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(3);

  await userEvent.keyboard('jje');

  await expect.poll(() => titles(root)).toEqual(['One', 'Three']);
  await expect.poll(focused).toBe('Three');
  await expectAccessible(root);
  await undo().click();
  await expect.poll(() => titles(root)).toEqual(['One', 'Two', 'Three']);
  expect(await stateOf(library, ids[1] ?? '')).toMatchObject({ archived: false });
});

test('f makes a favourite and # moves to the trash; z undoes the last', async () => {
  const { library, ids } = await libraryOf('One', 'Two');
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(2);

  await userEvent.keyboard('jf');
  await expect.poll(() => stateOf(library, ids[0] ?? '')).toMatchObject({ favourite: true });
  await userEvent.keyboard('#');
  await expect.poll(() => titles(root)).toEqual(['Two']);
  await expect.element(page.getByRole('status').filter({ hasText: 'Moved to trash' })).toBeInTheDocument();
  await userEvent.keyboard('z');

  await expect.poll(() => titles(root)).toEqual(['One', 'Two']);
  expect(await stateOf(library, ids[0] ?? '')).toMatchObject({ favourite: true, deleted: false });
});

test('keys do nothing in text boxes', async () => {
  const { library, ids } = await libraryOf('One fine day');
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(1);

  await page.getByRole('searchbox').click();
  await userEvent.keyboard('fine');

  await expect.element(page.getByRole('searchbox')).toHaveValue('fine');
  expect(await stateOf(library, ids[0] ?? '')).toMatchObject({ archived: false, favourite: false });
});

test('one undo takes a bulk action back from exactly the articles it changed', async () => {
  const { library, ids } = await libraryOf('One', 'Two', 'Three');
  const [one = '', two = '', three = ''] = ids;
  await library.setFavourite([two], true);
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(3);

  await userEvent.keyboard('jx{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await expect.element(page.getByRole('region', { name: 'Selection' })).toHaveTextContent('3 selected');
  await expectAccessible(root);
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Favourite' }).click();
  await expect.poll(() => stateOf(library, three)).toMatchObject({ favourite: true });
  await expect.element(page.getByText('2 articles added to favourites').last()).toBeInTheDocument();
  await undo().click();

  await expect.poll(() => stateOf(library, one)).toMatchObject({ favourite: false });
  expect(await stateOf(library, two)).toMatchObject({ favourite: true });
  expect(await stateOf(library, three)).toMatchObject({ favourite: false });
});

test('Shift with an arrow back gives up what it had added', async () => {
  const { library } = await libraryOf('One', 'Two', 'Three');
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(3);

  await userEvent.keyboard('jx{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}');

  const checked = () => [...root.querySelectorAll<HTMLInputElement>('input:checked')].map((box) => box.ariaLabel);
  await expect.poll(checked).toEqual(['Select “One”', 'Select “Two”']);
});

test('Escape clears the selection', async () => {
  const { library } = await libraryOf('One', 'Two');
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(2);
  await userEvent.keyboard('j{Control>}a{/Control}');
  await expect.element(page.getByRole('region', { name: 'Selection' })).toHaveTextContent('2 selected');

  await userEvent.keyboard('{Escape}');

  await expect.poll(() => page.getByRole('region', { name: 'Selection' }).elements()).toHaveLength(0);
});

test('exports the selection in the order of the list', async () => {
  const { library, ids } = await libraryOf('One', 'Two', 'Three');
  const { root, asked } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(3);

  await userEvent.keyboard('{End}x{Home}x');
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Export' }).click();

  expect(asked.exported).toEqual([[ids[0], ids[2]]]);
});

test('t edits tags; one undo takes the whole edit back', async () => {
  const { library, ids } = await libraryOf('One', 'Two');
  const [one = '', two = ''] = ids;
  await library.changeTags([one], { add: ['old'] });
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(2);

  await userEvent.keyboard('jt');
  await expect.element(page.getByRole('combobox')).toHaveFocus();
  await expectAccessible(root);
  await userEvent.keyboard('new{Enter}{Backspace}{Backspace}');
  await userEvent.keyboard('newer{Enter}{Escape}');
  await expect.poll(() => stateOf(library, one)).toMatchObject({ tags: ['newer'] });
  await expect.poll(focused).toBe('One');
  await undo().click();

  await expect.poll(() => stateOf(library, one)).toMatchObject({ tags: ['old'] });
  expect(await stateOf(library, two)).toMatchObject({ tags: [] });
});

test('the buttons of a row do the same', async () => {
  const { library, ids } = await libraryOf('One', 'Two');
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(2);

  await row('One').hover();
  await page
    .getByRole('listitem')
    .filter({ has: row('One') })
    .getByRole('button', { name: 'Archive' })
    .click();
  await expect.poll(() => titles(root)).toEqual(['Two']);
  await row('Two').hover();
  await page.getByRole('button', { name: 'More' }).last().click();
  await page.getByRole('menuitem', { name: /Move to trash/ }).click();

  await expect.poll(() => stateOf(library, ids[1] ?? '')).toMatchObject({ deleted: true });
  await expect.element(page.getByText('All read')).toBeVisible();
});

test('in the trash an article is deleted at once, with undo', async () => {
  const { library, ids } = await libraryOf('One', 'Two');
  await library.setDeleted(ids, true);
  const { root } = show(library);
  await page.getByRole('tab', { name: 'Trash' }).click();
  await expect.poll(() => titles(root)).toEqual(['One', 'Two']);

  await userEvent.keyboard('{Tab}');
  await row('One').hover();
  const item = page.getByRole('listitem').filter({ has: row('One') });
  await expect.element(item.getByText('30 days left')).toBeVisible();
  await item.getByRole('button', { name: 'Delete' }).click();

  await expect.poll(() => titles(root)).toEqual(['Two']);
  expect(await stateOf(library, ids[0] ?? '')).toBeNull();
  await expectAccessible(root);
  await undo().click();
  await expect.poll(() => titles(root)).toEqual(['One', 'Two']);
});

test('emptying the trash can be undone, also when its toast is gone', async () => {
  const { library, ids } = await libraryOf('One', 'Two', 'Three');
  await library.setDeleted(ids.slice(1), true);
  const { root } = show(library);
  await page.getByRole('tab', { name: 'Trash' }).click();
  await expect.poll(() => titles(root)).toEqual(['Two', 'Three']);

  await page.getByRole('button', { name: 'Empty trash' }).click();

  await expect.element(page.getByText('The trash is empty')).toBeVisible();
  await expect.element(page.getByText(/2 articles deleted/).last()).toBeInTheDocument();
  const [point] = await library.restorePoints();
  expect(point).toMatchObject({ reason: 'purge', articles: 2 });
  await library.restoreTo(point?.id ?? '');
  await expect.poll(() => titles(root)).toEqual(['Two', 'Three']);
});

test('where there is no room to keep a way back, deleting is possible all the same', async () => {
  const { library, ids } = await libraryOf('One');
  await library.setDeleted(ids, true);
  const full = { ok: false, error: 'quota-exceeded' } as const;
  show({ ...library, purge: async (some, point) => (point ? full : library.purge(some)) });
  await page.getByRole('tab', { name: 'Trash' }).click();

  await page.getByRole('button', { name: 'Empty trash' }).click();
  await expect.element(page.getByText('There is no room to keep a way back.').last()).toBeInTheDocument();
  await page.getByRole('button', { name: 'Delete for good' }).click();

  await expect.poll(() => stateOf(library, ids[0] ?? '')).toBeNull();
});

test('what is done to more than one article is kept under a restore point, what is done to one is not', async () => {
  const { library } = await libraryOf('One', 'Two', 'Three');
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(3);

  await userEvent.keyboard('je');
  await expect.poll(() => titles(root)).toHaveLength(2);
  expect(await library.restorePoints()).toEqual([]);
  await userEvent.keyboard('{Control>}a{/Control}e');
  await expect.poll(() => titles(root)).toHaveLength(0);

  expect(await library.restorePoints()).toMatchObject([{ reason: 'edit', articles: 2 }]);
});

test('restores from the trash', async () => {
  const { library, ids } = await libraryOf('One');
  await library.setDeleted(ids, true);
  show(library);
  await page.getByRole('tab', { name: 'Trash' }).click();

  await row('One').hover();
  await page.getByRole('button', { name: 'Restore' }).click();

  await expect.poll(() => stateOf(library, ids[0] ?? '')).toMatchObject({ deleted: false });
});

test('a change that fails says so and offers no undo', async () => {
  const { library } = await libraryOf('One');
  const { root } = show({
    ...library,
    changeArticles: async () => ({ changed: 0, undo: [], failure: 'quota-exceeded' }),
  });
  await expect.poll(() => titles(root)).toHaveLength(1);

  await userEvent.keyboard('je');

  await expect.element(page.getByText(/no room left/).last()).toBeInTheDocument();
  expect(undo().elements()).toHaveLength(0);
});

test('? shows the keys', async () => {
  const { library } = await libraryOf('One');
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(1);

  await userEvent.keyboard('?');

  await expect.element(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectAccessible(root);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => page.getByRole('dialog').elements()).toHaveLength(0);
});
