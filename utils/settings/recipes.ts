import { browser } from 'wxt/browser';
import type { UserRecipe } from '../model/recipe';

const PREFIX = 'recipe.';

/** Most recipes that are kept: each is looked at for every page that is read. */
export const MAX_RECIPES = 200;

/**
 * The reader's recipes on this device, in the order they were made. Stored values are of the right form but not believed: whoever uses a
 * selector checks it with `parseRecipe`, which needs a document that the worker has not.
 */
export async function readRecipes(): Promise<UserRecipe[]> {
  const stored: Record<string, unknown> = await browser.storage.local.get(null);
  const recipes = Object.entries(stored).flatMap(([key, value]) =>
    key.startsWith(PREFIX) && isStored(value) ? [{ ...value, id: key.slice(PREFIX.length) }] : [],
  );
  return recipes
    .sort((one, other) => one.madeAt - other.madeAt || (one.id < other.id ? -1 : 1))
    .slice(0, MAX_RECIPES)
    .map(({ id, recipe }) => ({ id, recipe }));
}

/** Keeps a recipe, each under its own key, so that two pages which keep different ones both succeed. One that is there is replaced. */
export async function keepRecipe({ id, recipe }: UserRecipe): Promise<void> {
  const key = PREFIX + id;
  const before: unknown = (await browser.storage.local.get(key))[key];
  const madeAt = isStored(before) ? before.madeAt : Date.now();
  await browser.storage.local.set({ [key]: { recipe, madeAt } });
}

/** Forgets a recipe. */
export async function dropRecipe(id: string): Promise<void> {
  await browser.storage.local.remove(PREFIX + id);
}

/** Hears the recipes after each change, whichever context made it, until `signal` aborts. */
export function watchRecipes(listener: (recipes: UserRecipe[]) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  let latest = 0;
  const onChanged = async (changes: Record<string, unknown>) => {
    if (!Object.keys(changes).some((key) => key.startsWith(PREFIX))) return;
    const mine = ++latest;
    const recipes = await readRecipes();
    if (mine === latest && !signal.aborted) listener(recipes);
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged), { once: true });
}

function isStored(value: unknown): value is { recipe: UserRecipe['recipe']; madeAt: number } {
  const stored = value as { recipe?: { hosts?: unknown; body?: unknown } | null; madeAt?: unknown } | null | undefined;
  return (
    Array.isArray(stored?.recipe?.hosts) && typeof stored.recipe.body === 'string' && typeof stored.madeAt === 'number'
  );
}
