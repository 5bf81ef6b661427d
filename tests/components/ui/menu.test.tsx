import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Menu } from '../../../components/ui/Menu';
import { expectAccessible } from '../../support/axe';

let root: HTMLElement;
let chosen: string[] = [];

function show() {
  chosen = [];
  root = document.body.appendChild(document.createElement('main'));
  const item = (label: string, more = {}) => ({ label, onSelect: () => void chosen.push(label), ...more });
  render(
    <>
      <Menu
        label="Order"
        items={[
          item('Newest', { checked: false }),
          item('Oldest', { checked: true }),
          'separator',
          item('Gone', { disabled: true }),
        ]}
      />
      <button type="button">Elsewhere</button>
    </>,
    root,
  );
  return page.getByRole('button', { name: 'Order' });
}

afterEach(() => {
  render(null, root);
  root.remove();
});

test('opens on the choice that is made, moves by arrows and round the ends, and chooses with Enter', async () => {
  const button = show();
  button.element().focus();

  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('menuitemradio', { name: 'Oldest' })).toHaveFocus();
  await expectAccessible(document.body);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(page.getByRole('menuitemradio', { name: 'Newest' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');

  expect(chosen).toEqual(['Newest']);
  await expect.element(button).toHaveFocus();
  expect(page.getByRole('menu').elements()).toHaveLength(0);
});

test('finds an item by its first letter and leaves a disabled one alone', async () => {
  const button = show();

  await button.click();
  await userEvent.keyboard('g{Enter}');

  await expect.element(page.getByRole('menuitem', { name: 'Gone' })).toHaveFocus();
  expect(chosen).toEqual([]);
});

test('closes with Escape, giving the focus back, and by a press elsewhere', async () => {
  const button = show();
  await button.click();
  await expect.element(page.getByRole('menu')).toBeVisible();

  await userEvent.keyboard('{Escape}');
  await expect.poll(() => page.getByRole('menu').elements()).toHaveLength(0);
  await expect.element(button).toHaveFocus();

  await button.click();
  await page.getByRole('button', { name: 'Elsewhere' }).click({ force: true });
  await expect.poll(() => page.getByRole('menu').elements()).toHaveLength(0);
});

test('its own button closes it too', async () => {
  const button = show();
  await button.click();

  await button.click();

  await expect.poll(() => page.getByRole('menu').elements()).toHaveLength(0);
  await expect.element(button).toHaveAttribute('aria-expanded', 'false');
});
