import { beforeEach, expect, test, vi } from 'vitest';
import type { Recipe } from '../../utils/model/recipe';
import { dropRecipe, keepRecipe, MAX_RECIPES, readRecipes, watchRecipes } from '../../utils/settings/recipes';
import { stored } from './storage';

const recipe = (host: string): Recipe => ({
  hosts: [host],
  path: null,
  body: '.body',
  title: null,
  author: null,
  date: null,
  remove: [],
});

beforeEach(() => stored.clear());

test('recipes are kept in the order they were made, changed in place, and forgotten', async () => {
  await keepRecipe({ id: 'b', recipe: recipe('one.example') });
  await new Promise((resolve) => setTimeout(resolve, 2));
  await keepRecipe({ id: 'a', recipe: recipe('two.example') });
  await keepRecipe({ id: 'b', recipe: recipe('three.example') });

  expect((await readRecipes()).map(({ id, recipe: { hosts } }) => [id, ...hosts])).toEqual([
    ['b', 'three.example'],
    ['a', 'two.example'],
  ]);

  await dropRecipe('b');

  expect((await readRecipes()).map(({ id }) => id)).toEqual(['a']);
});

test('two recipes kept at the same moment are both there', async () => {
  await Promise.all([
    keepRecipe({ id: 'a', recipe: recipe('one.example') }),
    keepRecipe({ id: 'b', recipe: recipe('two.example') }),
  ]);

  expect(await readRecipes()).toHaveLength(2);
});

test('what is stored and makes no sense is no recipe, and too many are not looked at', async () => {
  stored.set('recipe.x', 'nonsense');
  stored.set('recipe.y', { recipe: null, madeAt: 1 });
  stored.set('recipe.z', { recipe: { hosts: 'all', body: 1 }, madeAt: 1 });
  expect(await readRecipes()).toEqual([]);

  for (let at = 0; at < MAX_RECIPES + 5; at++)
    stored.set(`recipe.${at}`, { recipe: recipe('one.example'), madeAt: at });
  expect(await readRecipes()).toHaveLength(MAX_RECIPES);
});

test('a change is heard, and changes of other things are not', async () => {
  const heard = vi.fn();
  const ending = new AbortController();
  watchRecipes(heard, ending.signal);

  await chrome.storage.local.set({ 'settings.saveOnClick': true });
  await keepRecipe({ id: 'a', recipe: recipe('one.example') });

  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  expect(heard).toHaveBeenCalledWith([{ id: 'a', recipe: recipe('one.example') }]);
  ending.abort();
});
