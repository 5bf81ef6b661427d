import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openLibrary } from '../../../utils/library/library';
import { freshName } from '../../library/support';
import { expectAccessible } from '../../support/axe';
import { fillWithNews, show, titles } from './support';

test('thousands are changed with progress, can be stopped, and taken back', async () => {
  const name = freshName();
  await fillWithNews(name, 3_000);
  const library = openLibrary({ name });
  const { root } = show(library);
  await expect.poll(() => titles(root).length).toBeGreaterThan(3);
  await expect.element(page.getByRole('status').filter({ hasText: '3,000 articles' })).toBeInTheDocument();

  await userEvent.keyboard('j{Control>}a{/Control}e');
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  await expectAccessible(root);
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.poll(() => page.getByRole('progressbar').elements()).toHaveLength(0);
  const { archived, unread } = await library.counts();
  await page.getByRole('button', { name: 'Undo' }).click();

  expect(archived).toBeGreaterThan(0);
  expect(unread).toBeGreaterThan(0);
  await expect.poll(async () => (await library.counts()).archived, { timeout: 20_000 }).toBe(0);
});

test('the tags that a large selection shares are found at once', async () => {
  const name = freshName();
  await fillWithNews(name, 2_000);
  const library = openLibrary({ name });
  const ids = await library.list({ shelf: 'all', sort: 'newest' });
  await library.changeArticles([
    { ids, change: { addTags: ['all'] } },
    { ids: ids.slice(0, 1_500), change: { addTags: ['some'] } },
  ]);

  const began = performance.now();
  const shared = await library.sharedTags(ids);

  expect(shared).toEqual(['all']);
  expect(performance.now() - began).toBeLessThan(1_000);
});
