import { useSignal } from '@preact/signals';
import { render } from 'preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../../components/theme/reset.css';
import '../../../components/theme/tokens.css';
import { type RecipePorts, RecipesSection } from '../../../components/settings/RecipesSection';
import type { Recipe, UserRecipe } from '../../../utils/model/recipe';
import { fail, ok } from '../../../utils/model/result';
import { expectAccessible } from '../../support/axe';

const RECIPE: Recipe = {
  hosts: ['paper.example'],
  path: null,
  body: '.notes',
  title: null,
  author: null,
  date: null,
  remove: ['.ad', '.more'],
  next: null,
};

/** Shows the section over recipes that are kept as storage keeps them. */
function open(recipes: UserRecipe[] = [{ id: 'a', recipe: RECIPE }], over: Partial<RecipePorts> = {}) {
  const kept = { current: recipes };
  function Section() {
    const shown = useSignal<readonly UserRecipe[]>(kept.current);
    const store = (next: UserRecipe[]) => {
      kept.current = next;
      shown.value = next;
    };
    return (
      <RecipesSection
        recipes={shown.value}
        onKeep={async (one) => store([...kept.current.filter(({ id }) => id !== one.id), one])}
        onDrop={async (id) => store(kept.current.filter((one) => one.id !== id))}
        onTry={async () => fail('no-page')}
        {...over}
      />
    );
  }
  const root = document.body.appendChild(document.createElement('main'));
  render(<Section />, root);
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  return { root, kept };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('textbox', { name });

test('a site is added by its form, and what is wrong with it is said first', async () => {
  const { root, kept } = open([]);
  await expect.element(page.getByText('No sites yet.')).toBeVisible();

  await button('Add a site').click();
  await button('Keep').click();
  await expect.element(page.getByRole('alert').last()).toHaveTextContent('Say which site it is for.');
  await field('Sites, one a line').fill('www.paper.example, other.example');
  await field('Article (CSS selector)').fill('p:nth(');
  await button('Keep').click();
  await expect
    .element(page.getByRole('alert').last())
    .toHaveTextContent('Article (CSS selector): this is not a CSS selector.');
  await field('Article (CSS selector)').fill('.notes, .story');
  await field('Leave out, one selector a line').fill('.ad, .promo\n.more');
  await expectAccessible(root);
  await button('Keep').click();

  await expect.element(page.getByRole('status')).toHaveTextContent('Kept: paper.example, other.example.');
  expect(kept.current.map(({ recipe }) => recipe)).toEqual([
    { ...RECIPE, hosts: ['paper.example', 'other.example'], body: '.notes, .story', remove: ['.ad, .promo', '.more'] },
  ]);
});

test('a site is edited in its place, as JSON too', async () => {
  const { root, kept } = open();

  await button('Edit paper.example').click();
  await button('As JSON').click();
  const text = field('As JSON');
  expect(JSON.parse((text.element() as HTMLTextAreaElement).value)).toEqual(RECIPE);
  await text.fill('{');
  await button('As a form').click();
  await expect.element(page.getByRole('alert').last()).toHaveTextContent('This is not JSON.');
  await text.fill(JSON.stringify({ ...RECIPE, path: '/news/' }));
  await button('As a form').click();
  await expect.element(field('Only addresses whose path begins with')).toHaveValue('/news/');
  await expectAccessible(root);
  await button('Keep').click();

  await expect.element(page.getByText('Kept: paper.example/news/.')).toBeVisible();
  expect(kept.current).toEqual([{ id: 'a', recipe: { ...RECIPE, path: '/news/' } }]);
});

test('a deleted site is brought back by Undo', async () => {
  const { kept } = open();

  await button('Delete paper.example').click();
  await expect.element(page.getByText('Deleted: paper.example.')).toBeVisible();
  expect(kept.current).toEqual([]);
  await button('Undo').click();

  await expect.element(button('Edit paper.example')).toBeVisible();
  expect(kept.current).toEqual([{ id: 'a', recipe: RECIPE }]);
  await vi.waitFor(() => expect(document.querySelector('main')?.textContent).not.toContain('Undo'));
});

test('a recipe is tried before it is kept, and what it finds is shown', async () => {
  const found = { title: 'Tides', text: 'Nobody came.', wordCount: 2, cjkCharCount: 0 };
  const onTry = vi.fn<RecipePorts['onTry']>(async () => ok(found));
  const { kept } = open(undefined, { onTry });

  await button('Edit paper.example').click();
  await button('Try on the open page').click();
  await expect
    .element(page.getByRole('alert').last())
    .toHaveTextContent('Found: “Tides”, 2 words. It begins: Nobody came.');
  onTry.mockResolvedValue(fail('nothing-found'));
  await button('Try on the open page').click();
  await expect.element(page.getByRole('alert').last()).toHaveTextContent('The selector found no article on that page.');

  expect(onTry).toHaveBeenCalledWith(RECIPE);
  expect(kept.current).toEqual([{ id: 'a', recipe: RECIPE }]);
});

test('what could not be kept is said, and fits 320 px', async () => {
  await page.viewport(320, 700);
  open([{ id: 'a', recipe: { ...RECIPE, hosts: [`${'x'.repeat(60)}.example`], body: `.${'y'.repeat(300)}` } }], {
    onKeep: async () => {
      throw new Error('full');
    },
  });

  await page.getByRole('button', { name: /^Edit/ }).click();
  await button('Keep').click();

  await expect.element(page.getByRole('status')).toHaveTextContent('This could not be kept.');
  expect(document.documentElement.scrollWidth).toBe(320);
});
