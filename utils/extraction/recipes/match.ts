import type { Recipe } from '../../model/recipe';
import { parseRecipe } from './parse';
import data from './shipped.json';

/** Recipes that come with Offprint. */
export const SHIPPED_RECIPES: readonly unknown[] = data;

/** The reader's recipes for an address, then those that come with Offprint unless told to leave them out. */
export function recipesFor(url: string, own: readonly Recipe[], withShipped = true): Recipe[] {
  if (!URL.canParse(url)) return [];
  const page = new URL(url);
  const shipped = withShipped ? SHIPPED_RECIPES.filter((recipe) => isFor(recipe as Recipe, page)) : [];
  return [...own.filter((recipe) => isFor(recipe, page)), ...usableRecipes(shipped)];
}

/** What of the things given is a recipe; the rest is passed over. */
export function usableRecipes(given: readonly unknown[]): Recipe[] {
  return given.flatMap((one) => {
    const parsed = parseRecipe(one);
    return parsed.ok ? [parsed.value] : [];
  });
}

/** Whether a recipe is for the page at an address. */
export function mayBeFor(recipe: Recipe, url: string): boolean {
  return URL.canParse(url) && isFor(recipe, new URL(url));
}

function isFor({ hosts, path }: Recipe, { hostname, pathname }: URL): boolean {
  if (path !== null && !pathname.startsWith(path)) return false;
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
