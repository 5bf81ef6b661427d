import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openLibrary } from '../../../utils/library/library';
import { freshName } from '../../library/support';
import { fillWithNews, focused, show, titles } from './support';

const COUNT = 10_000;

/** Rows that may exist at once: those in sight, those around them and the one in focus. */
const MOST_ROWS = 30;

/** Whole ms from drawing the screen, the library not open yet, to the frame with its first row: the best of seven, as the machine may be busy. */
async function firstRow(name: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 7; run++) {
    const begun = performance.now();
    const { root, close } = show(openLibrary({ name }));
    while (!root.querySelector('[data-title]')) await new Promise(requestAnimationFrame);
    times.push(performance.now() - begun);
    close();
  }
  return Math.round(Math.min(...times));
}

test('ten thousand articles scroll, end and select like ten', { timeout: 120_000 }, async () => {
  const name = freshName();
  await fillWithNews(name, COUNT);
  const library = openLibrary({ name });
  const { root } = show(library);
  await expect.poll(() => titles(root).length, { timeout: 15_000 }).toBeGreaterThan(5);
  expect(titles(root).length).toBeLessThan(MOST_ROWS);
  // The rows in sight come first, the rest of the list a moment later.
  const setSize = () => root.querySelector('[aria-setsize]')?.getAttribute('aria-setsize');
  await expect.poll(setSize, { timeout: 15_000 }).toBe(`${COUNT}`);

  await userEvent.keyboard('{End}');
  await expect.poll(focused, { timeout: 15_000 }).toContain(`${COUNT - 1}`);
  const last = root.querySelector<HTMLElement>(`[data-index="${COUNT - 1}"]`);
  const box = root.querySelector('[data-scroller]')?.getBoundingClientRect();
  await expect.poll(() => last?.getBoundingClientRect().bottom).toBeLessThanOrEqual((box?.bottom ?? 0) + 1);
  expect(last?.getAttribute('aria-posinset')).toBe(`${COUNT}`);
  expect(last?.getAttribute('aria-setsize')).toBe(`${COUNT}`);
  expect(root.querySelectorAll('li[data-index]').length).toBeLessThan(MOST_ROWS);

  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(page.getByRole('region', { name: 'Selection' })).toHaveTextContent('10,000 selected');

  await userEvent.keyboard('{PageUp}');
  await expect.poll(focused, { timeout: 15_000 }).not.toContain(`${COUNT - 1}`);
  await userEvent.keyboard('{Home}');
  await expect.poll(focused, { timeout: 15_000 }).toContain('第 0 篇');
});

test('the first row is painted soon, however many there are', { timeout: 120_000 }, async ({ annotate }) => {
  const small = freshName();
  const large = freshName();
  await fillWithNews(small, 10);
  await fillWithNews(large, COUNT);

  const times = { ten: await firstRow(small), tenThousand: await firstRow(large) };

  await annotate(`First row in the document, ms: ${JSON.stringify(times)}`);
  expect(times.tenThousand, JSON.stringify(times)).toBeLessThan(5_000);
});
