import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail } from '../../../utils/model/result';
import { anArticle, freshLibrary, saved } from '../../library/support';
import { expectAccessible } from '../../support/axe';
import { button, openPopup } from './open-popup';

const box = () => page.getByRole('combobox', { name: 'Tags' });

async function tagsOf(library: ReturnType<typeof freshLibrary>) {
  const ids = await library.list({ shelf: 'all', sort: 'newest' });
  return (await library.items(ids))[0]?.tags;
}

test('tags chosen before the save are saved with it; Enter in the box adds and does not save', async () => {
  const { root, library } = await openPopup();
  await expect.element(page.getByText('1 min')).toBeVisible();

  await box().click();
  await userEvent.keyboard('sea{Enter}tides{Enter}');
  await expect.element(button('Remove tag tides')).toBeVisible();
  await expectAccessible(root);
  expect(await library.list({ shelf: 'all', sort: 'newest' })).toEqual([]);

  await button(/^Save/).click();
  await expect.element(page.getByText('Saved to your library.')).toBeVisible();
  expect(await tagsOf(library)).toEqual(['sea', 'tides']);
});

test('tags of a saved page are shown, added and removed at once', async () => {
  const library = freshLibrary();
  await saved(library, anArticle(), ['sea']);
  await openPopup({ library });
  await expect.element(button('Remove tag sea')).toBeVisible();

  await box().click();
  await userEvent.keyboard('moon{Enter}');
  await expect.poll(() => tagsOf(library)).toEqual(['sea', 'moon']);
  await button('Remove tag sea').click();

  await expect.poll(() => tagsOf(library)).toEqual(['moon']);
});

test('offers the tags in use', async () => {
  const library = freshLibrary();
  await saved(library, anArticle('other'), ['harbours']);
  await openPopup({ library });
  await expect.element(page.getByText('1 min').first()).toBeVisible();

  await box().click();

  await expect.element(page.getByRole('option', { name: 'harbours' })).toBeVisible();
});

test('a link is kept with its tags too', async () => {
  const { library } = await openPopup({ ports: { capture: async () => fail('pdf') } });
  await expect.element(button(/^Save only the link/)).toBeVisible();

  await box().click();
  await userEvent.keyboard('later{Enter}');
  await button(/^Save only the link/).click();

  await expect.element(page.getByText('Only its link is kept so far.')).toBeVisible();
  await expect.poll(() => tagsOf(library)).toEqual(['later']);
});
