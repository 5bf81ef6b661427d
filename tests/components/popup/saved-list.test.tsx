import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anArticle, anImage, aPicture, freshLibrary, saved } from '../../library/support';
import { expectAccessible } from '../../support/axe';
import { openPopup } from './open-popup';

const search = () => page.getByRole('searchbox', { name: 'Search saved articles' });
const rows = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('[data-row]')];

async function libraryOf(slugs: readonly string[]) {
  let now = Date.now() - slugs.length * 60_000;
  const library = freshLibrary(() => now);
  for (const slug of slugs) {
    await saved(library, anArticle(slug));
    now += 60_000;
  }
  return library;
}

test('lists the five newest and leads to the rest', async () => {
  const library = await libraryOf(['a1', 'b2', 'c3', 'd4', 'e5', 'f6']);
  const { root, asked } = await openPopup({ library });

  await expect.poll(() => rows(root).length).toBe(5);
  expect(rows(root)[0]?.textContent).toContain('The f6 comes in');
  await expectAccessible(root);
  await page.getByRole('button', { name: 'See all in the library' }).click();

  expect(asked).toEqual(['library']);
});

test('finds by words, walks by arrow keys and reads by Enter in the same turn', async () => {
  const library = await libraryOf(['harbour', 'lighthouse', 'harbour two']);
  const { root, asked } = await openPopup({ library });
  await expect.poll(() => rows(root).length).toBe(3);

  await search().click();
  await userEvent.keyboard('harbour');
  await expect.poll(() => rows(root).length).toBe(2);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(rows(root)[1]);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await expect.element(search()).toHaveFocus();
  await userEvent.keyboard('{Enter}');

  const [first] = await library.list({ shelf: 'all', sort: 'relevance', search: 'harbour' });
  expect(asked).toEqual([`read ${first}`]);
});

test('Escape empties the search first and closes the popup then', async () => {
  const { root, asked, library } = await openPopup({ library: await libraryOf(['one', 'two']) });
  await search().click();
  await userEvent.keyboard('nothing like it');
  await expect.element(page.getByText('Nothing saved matches “nothing like it”.')).toBeVisible();
  await expectAccessible(root);

  await userEvent.keyboard('{Escape}');
  await expect.element(search()).toHaveValue('');
  expect(asked).toEqual([]);
  await userEvent.keyboard('{Escape}');

  expect(asked).toEqual(['close']);
  expect(await library.list({ shelf: 'all', sort: 'newest' })).toHaveLength(2);
});

test('an empty library says what will be there', async () => {
  const { root } = await openPopup();

  await expect.element(page.getByText(/^Nothing saved yet/)).toBeVisible();
  await expectAccessible(root);
});

test('shows what was just saved at once, with its picture when that is kept', async () => {
  const article = anArticle('tide', { leadImage: anImage('lead').url, images: [anImage('lead')] });
  const { root, library } = await openPopup({ article });
  await expect.element(page.getByText('1 min · 1 picture')).toBeVisible();

  await userEvent.keyboard('{Enter}');
  await expect.poll(() => rows(root).length).toBe(1);
  const [id = ''] = await library.list({ shelf: 'all', sort: 'newest' });
  await library.keepPicture(id, anImage('lead').url, await aPicture('bytes'));

  await expect.poll(() => rows(root)[0]?.querySelector('img')?.src).toMatch(/^blob:/);
});

test('Tab goes from Save to the tags, the search and the rows', async () => {
  const { root } = await openPopup({ library: await libraryOf(['one']) });
  await expect.poll(() => rows(root).length).toBe(1);
  (root.querySelector('[aria-keyshortcuts]') as HTMLElement).focus();
  const names: string[] = [];

  for (let i = 0; i < 4; i++) {
    await userEvent.tab();
    const { activeElement } = document;
    names.push(activeElement?.getAttribute('aria-label') ?? activeElement?.tagName ?? '');
  }

  expect(names).toEqual(['Other ways to save', 'Tags', 'Search saved articles', 'BUTTON']);
});

test('an unreadable library is said where the list would be', async () => {
  const broken = () => Promise.reject(new Error('no database'));
  const { root } = await openPopup({
    library: { ...freshLibrary(), list: broken, findSaved: broken, tags: broken },
  });

  await expect.element(page.getByText(/^The library could not be opened/).first()).toBeVisible();
  await expectAccessible(root);
});

test.each([320, 360])('nothing is cut off at %i px, whatever the language of the titles', async (width) => {
  const library = await libraryOf(['one']);
  const long = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
  await saved(library, anArticle('long', { title: long, siteName: long }));
  await saved(library, anArticle('zh', { title: '悟空互助宣布关停并送健康险', lang: 'zh-CN' }));
  await saved(library, anArticle('ar', { title: 'كيف تنقذ مدينة صغيرة نهرها', lang: 'ar', dir: 'rtl' }));
  const { root } = await openPopup({ library, width, article: anArticle('new', { title: long, authors: [long] }) });
  await expect.poll(() => rows(root).length).toBe(4);

  const main = root.querySelector('main') as HTMLElement;
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  expect(main.scrollWidth).toBeLessThanOrEqual(main.clientWidth);
  expect(main.getBoundingClientRect().height).toBeLessThanOrEqual(560);
  const chinese = rows(root).find((row) => row.textContent?.includes('悟空'));
  expect(chinese?.querySelector('[lang="zh-CN"]')).not.toBeNull();
  expect(rows(root)[0]?.querySelector('[dir="rtl"]')).not.toBeNull();
});
