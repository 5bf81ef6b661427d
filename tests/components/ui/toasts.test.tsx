import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Toasts } from '../../../components/ui/Toasts';
import { ToastsModel } from '../../../components/ui/toasts-model';
import { expectAccessible } from '../../support/axe';

let root: HTMLElement;
let model: InstanceType<typeof ToastsModel>;

beforeEach(() => {
  root = document.body.appendChild(document.createElement('main'));
  root.style.cssText = 'position: relative; block-size: 300px';
  model = new ToastsModel();
  render(
    <>
      <button type="button">Elsewhere</button>
      <Toasts model={model} />
    </>,
    root,
  );
});

afterEach(() => {
  vi.useRealTimers();
  model[Symbol.dispose]();
  render(null, root);
  root.remove();
});

test('says what happened, politely, and undoes it', async () => {
  let undone = 0;

  model.show({ message: 'Archived', action: { label: 'Undo', onAct: () => void undone++ } });

  await expect.element(page.getByRole('status')).toHaveTextContent('Archived');
  await expectAccessible(root);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(undone).toBe(1);
  await expect.poll(() => page.getByRole('button', { name: 'Undo' }).elements()).toHaveLength(0);
});

test('stays at least six seconds and goes by itself', () => {
  vi.useFakeTimers();
  model.show({ message: 'Archived' });

  vi.advanceTimersByTime(6_000);
  expect(model.shown.value).toHaveLength(1);
  vi.advanceTimersByTime(6_000);

  expect(model.shown.value).toHaveLength(0);
});

test('waits while pointed at or in focus', () => {
  vi.useFakeTimers();
  model.show({ message: 'Archived' });

  model.pause();
  vi.advanceTimersByTime(60_000);
  expect(model.shown.value).toHaveLength(1);
  model.resume();
  vi.advanceTimersByTime(10_000);

  expect(model.shown.value).toHaveLength(0);
});

test('the pointer stops the clock', async () => {
  const calls: string[] = [];
  vi.spyOn(model, 'pause').mockImplementation(() => void calls.push('pause'));
  vi.spyOn(model, 'resume').mockImplementation(() => void calls.push('resume'));
  render(<Toasts model={model} />, root);
  model.show({ message: 'Archived', action: { label: 'Undo', onAct() {} } });

  await page.getByRole('button', { name: 'Undo' }).hover();
  await expect.poll(() => calls.at(-1)).toBe('pause');
  await userEvent.unhover(page.getByRole('button', { name: 'Undo' }));

  await expect.poll(() => calls.at(-1)).toBe('resume');
});

test('more than two wait their turn', () => {
  for (const message of ['one', 'two', 'three']) model.show({ message });
  expect(model.shown.value.map(({ message }) => message)).toEqual(['one', 'two']);

  model.dismiss(model.shown.value[0]?.id ?? 0);

  expect(model.shown.value.map(({ message }) => message)).toEqual(['two', 'three']);
});

test('Escape dismisses it and the focus goes back to where it was', async () => {
  const elsewhere = page.getByRole('button', { name: 'Elsewhere' });
  model.show({ message: 'Archived', action: { label: 'Undo', onAct() {} } });
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  elsewhere.element().focus();
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'Undo' })).toHaveFocus();

  await userEvent.keyboard('{Escape}');

  await expect.poll(() => model.shown.value).toHaveLength(0);
  await expect.element(elsewhere).toHaveFocus();
});
