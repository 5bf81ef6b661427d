import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { dayChoices } from '../../../components/library/read-by-choices';
import { addDays, dayOf } from '../../../utils/model/day';
import { expectAccessible } from '../../support/axe';
import { libraryOf, row, show, titles } from './support';

const today = () => dayOf(Date.now());

test('b gives an article a day, the queue shows the most urgent first, and overdue is marked', async () => {
  const { library, ids } = await libraryOf('One', 'Two', 'Three');
  await library.setReadBy(ids.slice(2), addDays(today(), -2));
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(3);

  await userEvent.keyboard('jb');
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(root);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(async () => (await library.items(ids))[0]?.readBy).toBe(addDays(today(), 1));
  await page.getByRole('tab', { name: 'Queue' }).click();

  await expect.poll(() => titles(root)).toEqual(['Three', 'One']);
  await expect.element(page.getByText('Overdue: 2 days ago')).toBeVisible();
  await expect.element(page.getByText('Due tomorrow')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Sorted by: Most urgent first' })).toBeVisible();
  await expectAccessible(root);
});

test('the menu of a row takes the day away, with undo', async () => {
  const { library, ids } = await libraryOf('One');
  await library.setReadBy(ids, today());
  const { root } = show(library);
  await page.getByRole('tab', { name: 'Queue' }).click();
  await expect.poll(() => titles(root)).toEqual(['One']);

  await row('One').hover();
  await page.getByRole('button', { name: 'More' }).last().click();
  await page.getByRole('menuitem', { name: /Read by/ }).click();
  await page.getByRole('button', { name: 'No day' }).click();
  await expect.element(page.getByText('Nothing in the queue')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();

  await expect.poll(() => titles(root)).toEqual(['One']);
});

test('a selection gets any day by its date', async () => {
  const { library, ids } = await libraryOf('One', 'Two');
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(2);
  const day = addDays(today(), 40);

  await userEvent.keyboard('j{Control>}a{/Control}');
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Read by…' }).click();
  await userEvent.fill(page.getByLabelText('Another day'), day);
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();

  await expect.poll(async () => (await library.items(ids)).map(({ readBy }) => readBy)).toEqual([day, day]);
  await expect.element(page.getByText('2 articles put in the queue').last()).toBeInTheDocument();
});

test.each([
  ['2026-11-24', ['2026-11-24', '2026-11-25', '2026-11-29', '2026-12-06']],
  ['2026-11-28', ['2026-11-28', '2026-11-29', '2026-12-06']],
  ['2026-11-29', ['2026-11-29', '2026-11-30', '2026-12-06']],
])('on %s each day is offered once', (day, days) => {
  expect(dayChoices(day).map((choice) => choice.day)).toEqual(days);
});
