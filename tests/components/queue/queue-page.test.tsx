import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../support/axe';
import { freshQueue, openQueuePage, queueOf, rowsOf } from './open-queue';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const menuItem = (name: string) => page.getByRole('menuitem', { name });
const saved = (articleId: string, title: string) => ({ status: 'saved', articleId, title }) as const;
const failed = (problem: 'gone' | 'needs-permission' | 'no-article') => ({ status: 'failed', problem }) as const;

test('an empty queue says what to do', async () => {
  const { root } = await openQueuePage();

  await expect.element(page.getByText('Nothing in the queue')).toBeVisible();
  await expectAccessible(root);
});

test('addresses are counted as they are pasted, added with the tags given, and the box is free again', async () => {
  const { root, queue, asked } = await openQueuePage();
  const box = page.getByRole('textbox', { name: 'Addresses' });

  await box.fill('Read https://news.example/a, https://news.example/b and https://news.example/a#part.');
  await expect.element(page.getByText('3 addresses found')).toBeVisible();
  await page.getByRole('combobox').fill('sea');
  await userEvent.keyboard('{Enter}');
  await button('Add to the queue').click();

  await expect.element(page.getByText('2 pages added. 1 was there twice.').first()).toBeVisible();
  await expect.element(box).toHaveValue('');
  expect((await queue.items()).map(({ url, tags }) => [url, tags])).toEqual([
    ['https://news.example/a', ['sea']],
    ['https://news.example/b', ['sea']],
  ]);
  expect(asked).toContain('work');
  await expect.poll(() => rowsOf(root)).toEqual(['news.example/a: Waiting', 'news.example/b: Waiting']);
  await expectAccessible(root);
});

test('a text without an address is left standing and said to have none', async () => {
  await openQueuePage();

  await page.getByRole('textbox', { name: 'Addresses' }).fill('nothing of the kind');
  await button('Add to the queue').click();

  await expect.element(page.getByRole('alert')).toHaveTextContent('No address was found in this text.');
  await expect.element(page.getByRole('textbox', { name: 'Addresses' })).toHaveValue('nothing of the kind');
});

test('each page says where it stands, and what can be done about it', async () => {
  const queue = await queueOf({
    a: saved('id-a', 'The tide'),
    b: failed('gone'),
    c: {
      status: 'waiting',
      notBefore: Date.now() + 3_600_000,
      problem: 'too-many-requests',
      isCounted: true,
      keepsTab: false,
    },
    d: 'working',
    e: { status: 'already-saved', articleId: 'id-e', title: 'The moon' },
  });
  const { root } = await openQueuePage({ queue });

  await expect.poll(() => rowsOf(root)).toHaveLength(5);
  expect(rowsOf(root).map((row) => row.replace(/at .*/, 'at …'))).toEqual([
    'The tide: Saved',
    'news.example/b: The page is gone',
    'news.example/c: The site asks to wait · Next try at …',
    'news.example/d: Saving…',
    'The moon: Already in your library',
  ]);
  expect(root.querySelector('strong')?.textContent).toBe('3 of 5 done');
  expect(root.querySelector<HTMLAnchorElement>('[data-title]')?.href).toContain('library.html#/article/id-a');
  await expectAccessible(root);

  await button('Try again: news.example/b').click();
  await expect.poll(() => rowsOf(root)[1]).toBe('news.example/b: Waiting');
});

test('the list shows one part when asked', async () => {
  const queue = await queueOf({ a: saved('x', 'The tide'), b: failed('gone'), c: 'waiting' });
  const { root } = await openQueuePage({ queue });

  await page.getByRole('tab', { name: 'Not saved' }).click();
  expect(rowsOf(root)).toEqual(['news.example/b: The page is gone']);
  await userEvent.keyboard('{ArrowRight}');
  expect(rowsOf(root)).toEqual(['The tide: Saved']);
  await button('Remove: The tide').click();
  await expect.element(page.getByText('Nothing here')).toBeVisible();
  await expectAccessible(root);
});

test('rows follow the worker while it works', async () => {
  const queue = await queueOf({ a: 'waiting', b: 'waiting' });
  const { root } = await openQueuePage({ queue });
  await expect.poll(() => rowsOf(root)).toHaveLength(2);

  await queue.take(1);
  await expect.poll(() => rowsOf(root)[0]).toBe('news.example/a: Saving…');
  await queue.settle(1, saved('x', 'The tide'), null);
  await expect.poll(() => rowsOf(root)[0]).toBe('The tide: Saved');
  await queue.take(2);
  await queue.settle(2, failed('no-article'), null);

  await expect.element(page.getByText('Finished: 1 saved, 1 not saved.')).toBeInTheDocument();
});

test('what is finished is cleared, and comes back when that is undone', async () => {
  const queue = await queueOf({ a: saved('x', 'The tide'), b: failed('gone'), c: saved('y', 'The moon') });
  const { root } = await openQueuePage({ queue });
  await expect.poll(() => rowsOf(root)).toHaveLength(3);

  await button('More').click();
  await menuItem('Clear what is finished').click();
  await expect.poll(() => rowsOf(root)).toEqual(['news.example/b: The page is gone']);
  await button('Undo').click();

  await expect
    .poll(() => rowsOf(root))
    .toEqual(['The tide: Saved', 'news.example/b: The page is gone', 'The moon: Saved']);
});

test('the keyboard walks the rows and removes one, and the next takes its place', async () => {
  const queue = await queueOf({ a: 'waiting', b: 'waiting', c: 'waiting' });
  const { root } = await openQueuePage({ queue });
  await expect.poll(() => rowsOf(root)).toHaveLength(3);
  const focused = () => document.activeElement?.textContent;

  root.querySelector<HTMLElement>('[data-title]')?.focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(focused()).toBe('news.example/b');
  await userEvent.keyboard('{Delete}');

  await expect.poll(focused).toBe('news.example/c');
  expect(rowsOf(root)).toHaveLength(2);
  await userEvent.keyboard('{Home}');
  expect(focused()).toBe('news.example/a');
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove: news.example/a');
});

test('pausing is kept, and said', async () => {
  const queue = await queueOf({ a: 'waiting' });
  await openQueuePage({ queue });

  await button('Pause').click();
  await expect.element(button('Resume')).toBeVisible();
  expect(await queue.isPaused()).toBe(true);
  await button('Resume').click();
  await expect.element(button('Pause')).toBeVisible();
});

test('tabs that cannot be seen are told, and are added once access is given', async () => {
  const seen = { url: 'https://news.example/seen', title: 'Seen', tabId: 1 };
  const unseen = { url: 'https://news.example/unseen', title: 'Unseen', tabId: 2 };
  const { root, asked, queue } = await openQueuePage({
    access: false,
    tabs: { pages: [seen], unseen: 1 },
    tabsWithAccess: { pages: [seen, unseen], unseen: 0 },
  });

  await button('This window').click();
  await expect.element(page.getByText('1 open tab could not be seen', { exact: false })).toBeVisible();
  await expectAccessible(root);
  await button('Allow…').click();

  await expect
    .poll(async () => (await queue.items()).map(({ title, tabId }) => [title, tabId]))
    .toEqual([
      ['Seen', 1],
      ['Unseen', 2],
    ]);
  expect(asked).toContain('access');
  await expect.element(button('Allow…')).not.toBeInTheDocument();
});

test('the tabs it was opened for are asked for, and a selection without links is said', async () => {
  await openQueuePage({
    access: false,
    tabs: { pages: [], unseen: 3 },
    ports: { askedTabs: 'all', hasNoLinks: true },
  });

  await expect.element(page.getByText('3 open tabs could not be seen', { exact: false })).toBeVisible();
  await expect.element(page.getByText('No links were found in the selection.').last()).toBeVisible();
});

test('being offline is said', async () => {
  const queue = await queueOf({ a: 'waiting' });
  const { isOnline } = await openQueuePage({ queue });

  isOnline.value = false;

  await expect.element(page.getByText('You are offline.', { exact: false })).toBeVisible();
});

test('a library that cannot be read is said, and asked again', async () => {
  const queue = freshQueue();
  let broken = true;
  await openQueuePage({
    queue: {
      ...queue,
      items: () => (broken ? Promise.reject(new Error('broken')) : queue.items()),
    },
  });
  await expect.element(page.getByText('The queue could not be opened.', { exact: false })).toBeVisible();

  broken = false;
  await button('Try again').click();

  await expect.element(page.getByText('Nothing in the queue')).toBeVisible();
});

test.each([320, 800])('fits %i px', async (width) => {
  const queue = await queueOf({
    [`a-very-long-address-${'without-an-end-'.repeat(12)}`]: failed('needs-permission'),
    b: saved('x', 'A title of some length that needs more than a line where there is little room for it'),
  });
  const { root } = await openQueuePage({ queue, width, access: false });
  await expect.poll(() => rowsOf(root)).toHaveLength(2);

  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  const scroller = root.querySelector('main')?.parentElement;
  expect(scroller?.scrollWidth).toBeLessThanOrEqual(scroller?.clientWidth ?? 0);
});

test('5,000 addresses are added, listed and walked like five', { timeout: 60_000 }, async () => {
  const { root } = await openQueuePage();
  const text = Array.from({ length: 5_000 }, (_, i) => `https://host-${i % 99}.example/${i}`).join('\n');
  const box = root.querySelector('textarea');
  if (!box) throw new Error('No box');
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await button('Add to the queue').click();

  await expect.poll(() => root.querySelector('strong')?.textContent, { timeout: 30_000 }).toBe('0 of 5,000 done');
  expect(rowsOf(root).length).toBeLessThan(40);
  root.querySelector<HTMLElement>('[data-title]')?.focus();
  await userEvent.keyboard('{End}');
  await expect.poll(() => document.activeElement?.textContent, { timeout: 10_000 }).toBe('host-49.example/4999');
  expect(rowsOf(root).length).toBeLessThan(40);
});
