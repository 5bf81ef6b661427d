import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openLibrary } from '../../../utils/library/library';
import { sha256Hex } from '../../../utils/model/digest';
import type { Library } from '../../../utils/model/library';
import { expectAccessible } from '../../support/axe';
import { freshLibrary, libraryOf, row, saved, show, titled, titles, unwrapped } from './support';

test('lists the unread articles, newest first, with what there is to know of each', async () => {
  const library = freshLibrary();
  const id = await saved(library, titled('The tide', 0, { readingMinutes: 7, siteName: 'Coast Weekly' }), [
    'sea',
    'long read',
  ]);
  await library.setPosition(id, { quote: 'Words', offset: 0, progress: 0.4 });
  const { root } = show(library);

  await expect.element(row('The tide')).toBeVisible();

  const item = page.getByRole('listitem').filter({ has: row('The tide') });
  for (const fact of ['Coast Weekly', '7 min', '40% read', 'just now', 'sea', 'long read'])
    await expect.element(item.first()).toHaveTextContent(fact);
  expect(root.querySelector('time')?.title).toMatch(/^Saved /);
  await expectAccessible(root);
});

test('sets each title in its own language and direction', async () => {
  const library = freshLibrary();
  await saved(library, titled('清晨的印刷厂', 1, { lang: 'zh-CN' }));
  await saved(library, titled('ورق', 2, { lang: 'ar', dir: 'rtl' }));
  show(library);

  await expect.element(row('清晨的印刷厂')).toHaveAttribute('lang', 'zh-CN');

  expect(getComputedStyle(row('ورق').element()).direction).toBe('rtl');
});

test('shows the kept picture from the library and never one of the network', async () => {
  const library = freshLibrary();
  const leadImage = 'https://news.example/lead.png';
  const id = await saved(library, titled('Pictured', 0, { leadImage, thumbnail: 'https://news.example/thumb.png' }));
  const blob = new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'], { type: 'image/svg+xml' });
  unwrapped(
    await library.keepPicture(id, leadImage, { hash: await sha256Hex('p'), blob, type: 'image/png', bytes: blob.size }),
  );
  await saved(library, titled('Plain', 1));
  const { root } = show(library);

  await expect.poll(() => root.querySelectorAll('img').length).toBe(1);

  expect(root.querySelector('img')?.src).toMatch(/^blob:/);
});

test('says when pictures are missing', async () => {
  const library = freshLibrary();
  const id = await saved(library, titled('Pictured', 0, { leadImage: 'https://news.example/lead.png' }));
  await library.missPicture(id, 'https://news.example/lead.png', 'refused');
  show(library);

  await expect.element(page.getByRole('listitem').first()).toHaveTextContent('A picture is missing');
});

test('filters as one types, whatever the case and accents, and clears with Escape', async () => {
  const { library } = await libraryOf('Café society', 'Paper', 'Tide');
  const { root } = show(library);
  await expect.element(row('Paper')).toBeVisible();

  await userEvent.keyboard('/');
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
  await userEvent.keyboard('CAFE');

  await expect.poll(() => titles(root)).toEqual(['Café society']);
  await expect.element(page.getByText('1 article', { exact: true })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => titles(root)).toEqual(['Café society', 'Paper', 'Tide']);
});

test('says when nothing matches and clears the filter', async () => {
  const { library } = await libraryOf('Paper');
  const { root } = show(library);
  await expect.element(row('Paper')).toBeVisible();

  await page.getByRole('searchbox').fill('xyz');
  await expect.element(page.getByText('No match')).toBeVisible();
  await expectAccessible(root);
  await page.getByRole('button', { name: 'Clear the filter' }).last().click();

  await expect.element(row('Paper')).toBeVisible();
});

test('sorts, and shows the date it sorts by', async () => {
  const library = freshLibrary();
  await saved(library, titled('B', 0, { publishedTime: '2020-01-01T00:00:00Z', readingMinutes: 9 }));
  await saved(library, titled('A', 1, { publishedTime: null, readingMinutes: 3 }));
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(2);

  await page.getByRole('button', { name: /Sorted by/ }).click();
  await page.getByRole('menuitemradio', { name: 'Title' }).click();
  await expect.poll(() => titles(root)).toEqual(['A', 'B']);
  await page.getByRole('button', { name: /Sorted by/ }).click();
  await page.getByRole('menuitemradio', { name: 'Publication date' }).click();

  await expect.poll(() => titles(root)).toEqual(['B', 'A']);
  expect(root.querySelector('time')?.title).toMatch(/^Published .*2020/);
  await expect.element(page.getByRole('listitem').last()).toHaveTextContent('no date');
});

test('shows one tag at a time', async () => {
  const library = freshLibrary();
  await saved(library, titled('Tide'), ['sea']);
  await saved(library, titled('Paper', 1), ['craft']);
  const { root } = show(library);
  await expect.poll(() => titles(root)).toHaveLength(2);

  await page.getByRole('button', { name: 'Tags', exact: true }).click();
  await page.getByRole('menuitem', { name: /sea/ }).click();

  await expect.poll(() => titles(root)).toEqual(['Tide']);
  await page.getByRole('button', { name: 'Remove the filter “sea”' }).click();
  await expect.poll(() => titles(root)).toHaveLength(2);
});

test.each([
  ['Unread', 'Nothing saved yet'],
  ['Favourites', 'No favourites yet'],
  ['Archived', 'The archive is empty'],
  ['All', 'Nothing saved yet'],
  ['Trash', 'The trash is empty'],
])('the empty shelf %s says so', async (shelf, says) => {
  const { root } = show(freshLibrary());

  await page.getByRole('tab', { name: shelf }).click();

  await expect.element(page.getByText(says)).toBeVisible();
  await expectAccessible(root);
});

test('the shelves are reached and chosen by arrow keys', async () => {
  const { library, ids } = await libraryOf('Paper', 'Tide');
  await library.setArchived(ids.slice(0, 1), true);
  const { root } = show(library);
  await expect.poll(() => titles(root)).toEqual(['Tide']);

  await page.getByRole('tab', { name: 'Unread' }).click();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');

  await expect.poll(() => titles(root)).toEqual(['Paper']);
  await expect.element(page.getByRole('tabpanel', { name: /Archived/ })).toBeVisible();
});

test('says that all is read when there is more in the archive', async () => {
  const { library, ids } = await libraryOf('Paper');
  await library.setArchived(ids, true);

  show(library);

  await expect.element(page.getByText('All read')).toBeVisible();
});

test('says what to do when the library cannot be opened, and tries again', async () => {
  const { library } = await libraryOf('Paper');
  let broken = true;
  const failing: Library = {
    ...library,
    list: (query) => (broken ? Promise.reject(new Error('gone')) : library.list(query)),
  };
  const { root } = show(failing);

  await expect.element(page.getByRole('alert')).toHaveTextContent('The library cannot be opened');
  await expectAccessible(root);
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();

  await expect.element(row('Paper')).toBeVisible();
});

test('shows that it is loading only when that takes long, and never waits for counts and tags', async () => {
  const { library } = await libraryOf('Paper');
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const slow: Library = {
    ...library,
    list: (query) => held.then(() => library.list(query)),
    counts: () => new Promise(() => {}),
    tags: () => new Promise(() => {}),
  };
  const { root } = show(slow);

  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(root.textContent).not.toContain('Opening the library');
  await expect.poll(() => root.textContent).toContain('Opening the library');
  answer();

  await expect.element(row('Paper')).toBeVisible();
});

test('follows what another context changes, keeping place and focus', async () => {
  const { library, ids } = await libraryOf('One', 'Two', 'Three');
  const other = openLibrary({ name: (library as Library & { name: string }).name });
  const { root } = show(library);
  await expect.poll(() => titles(root)).toEqual(['One', 'Two', 'Three']);
  await userEvent.keyboard('jj');
  await expect.element(row('Two')).toHaveFocus();

  await saved(other, titled('Zero', 9));
  await other.changeTags([ids[2] ?? ''], { add: ['fresh'] });

  await expect.poll(() => titles(root)).toEqual(['Zero', 'One', 'Two', 'Three']);
  await expect.element(page.getByRole('listitem').last()).toHaveTextContent('fresh');
  await expect.element(row('Two')).toHaveFocus();
  await other.setArchived([ids[1] ?? ''], true);
  await expect.poll(() => titles(root)).toEqual(['Zero', 'One', 'Three']);
  await expect.element(row('Three')).toHaveFocus();
});

test('what is in sight stays where it is when articles arrive above it', async () => {
  const { library } = await libraryOf(...Array.from({ length: 40 }, (_, n) => `Article ${n}`));
  const { root } = show(library);
  await expect.element(row('Article 0')).toBeVisible();
  const scroller = root.querySelector('[data-scroller]') as HTMLElement;
  scroller.scrollTop = 1_000;
  await expect.poll(() => titles(root)).toContain('Article 12');
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = row('Article 14').element().getBoundingClientRect().top;

  const other = openLibrary({ name: (library as Library & { name: string }).name });
  await saved(other, titled('Newest', 99));
  await expect.poll(() => page.getByText('41 articles').elements()).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 300));

  expect(Math.abs(row('Article 14').element().getBoundingClientRect().top - before)).toBeLessThan(2);
});
