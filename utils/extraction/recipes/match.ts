import type { Recipe } from '../../model/recipe';
import { parseRecipe } from './parse';
import data from './shipped.json';

/** Recipes that come with Offprint. */
export const SHIPPED_RECIPES: readonly unknown[] = data;

/** The reader's recipes for an address, then those that come with Offprint unless told to leave them out. */
export function recipesFor(url: string, own: readonly Recipe[], withShipped = true): Recipe[] {
  const shipped = withShipped ? SHIPPED_RECIPES.filter((recipe) => mayBeFor(recipe as Recipe, url)) : [];
  return [...own.filter((recipe) => mayBeFor(recipe, url)), ...usableRecipes(shipped)];
}

/** What of the things given is a recipe; the rest is passed over. */
export function usableRecipes(given: readonly unknown[]): Recipe[] {
  return given.flatMap((one) => {
    const parsed = parseRecipe(one);
    return parsed.ok ? [parsed.value] : [];
  });
}

/** Whether a recipe is for the page at an address. */
export function mayBeFor({ hosts, path }: Recipe, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, pathname } = new URL(url);
  if (path !== null && !pathname.startsWith(path)) return false;
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
