import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { anArticle, freshLibrary, saved } from '../../library/support';
import { expectAccessible } from '../../support/axe';
import { show, titles } from './support';

async function opened() {
  const library = freshLibrary();
  await saved(library, anArticle('one', { title: 'One' }), ['politics/china', 'sea']);
  await saved(library, anArticle('two', { title: 'Two' }), ['politics', 'ocean']);
  await saved(library, anArticle('three', { title: 'Three' }), ['sea']);
  const screen = show(library);
  await expect.poll(() => titles(screen.root)).toHaveLength(3);
  await userEvent.keyboard('{Shift>}T{/Shift}');
  await expect.poll(tags).toEqual(['ocean 1', 'politics 2', 'politics/china 1', 'sea 2']);
  return { library, ...screen };
}

/** Each tag with its count, as the dialog has them. */
function tags(): string[] {
  return [...document.querySelectorAll<HTMLElement>('dialog [data-row]')].map(
    (row) => `${row.dataset.row} ${row.textContent?.match(/\d+/)?.[0]}`,
  );
}

const onRow = (tag: string) => (document.querySelector(`dialog [data-row="${tag}"]`) as HTMLElement).focus();
const undo = () => page.getByRole('dialog').getByRole('button', { name: 'Undo' });

test('tags stand in a tree with what they hold, and one is shown by a press', async () => {
  const { root } = await opened();

  await expectAccessible(root);
  await page.getByRole('button', { name: 'politics 2 articles' }).click();

  await expect.poll(() => titles(root)).toEqual(['Two', 'One']);
  await expect.poll(() => page.getByRole('dialog').elements()).toHaveLength(0);
});

test('a tag is renamed by keyboard with what is below it, and back', async () => {
  const { library } = await opened();

  onRow('ocean');
  await userEvent.keyboard('{ArrowDown}{F2}');
  await userEvent.keyboard('world{Enter}');
  await expect.poll(tags).toEqual(['ocean 1', 'sea 2', 'world 2', 'world/china 1']);
  await expect.element(page.getByText('“politics” is now “world” on 2 articles')).toBeVisible();
  await undo().click();

  await expect.poll(tags).toEqual(['ocean 1', 'politics 2', 'politics/china 1', 'sea 2']);
  expect((await library.tags()).map(({ tag }) => tag).toSorted()).toEqual([
    'ocean',
    'politics',
    'politics/china',
    'sea',
  ]);
});

test('lists and rules go along with a tag that is renamed', async () => {
  const { library } = await opened();
  const query = { shelf: 'all', sort: 'newest', search: 'tag:politics/china ' } as const;
  await library.keepSmartList({ id: 'l', name: 'China', query });
  const rule = {
    id: 'r',
    field: 'author',
    value: 'Ada',
    tags: ['politics'],
    archived: false,
    favourite: false,
  } as const;
  await library.keepRule(rule);

  await page.getByRole('button', { name: 'Rename “politics”' }).click();
  await userEvent.keyboard('world{Enter}');
  await expect.poll(() => library.smartLists()).toMatchObject([{ query: { search: 'tag:world/china ' } }]);
  await expect.poll(() => library.rules()).toMatchObject([{ tags: ['world'] }]);
  await undo().click();

  await expect.poll(() => library.smartLists()).toMatchObject([{ query }]);
  await expect.poll(() => library.rules()).toEqual([rule]);
});

test('renaming onto a tag in use merges, says so, and is undone', async () => {
  await opened();

  await page.getByRole('button', { name: 'Rename “sea”' }).click();
  await userEvent.keyboard('ocean{Enter}');
  await expect.poll(tags).toEqual(['ocean 3', 'politics 2', 'politics/china 1']);
  await expect.element(page.getByText('“sea” became part of “ocean” on 2 articles')).toBeVisible();
  await undo().click();

  await expect.poll(tags).toEqual(['ocean 1', 'politics 2', 'politics/china 1', 'sea 2']);
});

test('a tag is taken off, and put back', async () => {
  const { root } = await opened();

  onRow('politics');
  await userEvent.keyboard('{Delete}');
  await expect.poll(tags).toEqual(['ocean 1', 'sea 2']);
  await expectAccessible(root);
  await undo().click();

  await expect.poll(tags).toEqual(['ocean 1', 'politics 2', 'politics/china 1', 'sea 2']);
});

test('tags are found by their names; Escape in a name leaves it as it was', async () => {
  await opened();

  await userEvent.fill(page.getByRole('searchbox', { name: 'Find a tag' }), 'CHI');
  await expect.poll(tags).toEqual(['politics/china 1']);
  onRow('politics/china');
  await userEvent.keyboard('{F2}x{Escape}');

  await expect.poll(tags).toEqual(['politics/china 1']);
  await expect.element(page.getByRole('dialog')).toBeVisible();
});
