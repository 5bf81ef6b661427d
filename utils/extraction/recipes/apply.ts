import type { Recipe } from '../../model/recipe';
import { words } from '../dom';
import { type LeftOut, leaveOut } from '../left-out';
import type { Metadata } from '../metadata';
import { authorNames } from '../metadata/authors';
import { readDate } from '../metadata/dates';

/** Longest title or byline that a recipe's selector is believed to have found. */
const LONGEST = 500;

/** The body that the first of the recipes finds, with the recipe; null when none finds any text. The page is left as it is. */
export function bodyByRecipe(
  page: Document,
  recipes: readonly Recipe[],
): { readonly recipe: Recipe; readonly body: Element } | null {
  for (const recipe of page.body ? recipes : []) {
    const body = allAt(page, recipe.body).find((found) => page.body.contains(found) && hasText(found));
    if (body) return { recipe, body };
  }
  return null;
}

/** Takes out of a copy of the body what the recipe leaves out. */
export function leaveOutByRecipe(body: Element, { remove }: Recipe): LeftOut[] {
  const going = remove.flatMap((selector) => allAt(body, selector));
  return going.flatMap((element) =>
    body !== element && body.contains(element) ? [leaveOut(element, 'site-recipe', 'recipe')] : [],
  );
}

/** What the page says of its article where the recipe looks for it, and elsewhere what it says by itself. */
export function metadataByRecipe(page: Document, metadata: Metadata, recipe: Recipe): Metadata {
  const title = valuesAt(page, recipe.title)[0];
  const authors = authorNames(valuesAt(page, recipe.author));
  const [raw] = valuesAt(page, recipe.date);
  const date = readDate(raw, metadata.lang);
  const sources = { ...metadata.sources };
  if (title) sources.title = 'page';
  if (authors.length > 0) sources.authors = 'page';
  if (date) sources.publishedTime = 'page';
  return {
    ...metadata,
    sources,
    title: title ?? metadata.title,
    authors: authors.length > 0 ? authors : metadata.authors,
    publishedTime: date?.iso ?? metadata.publishedTime,
    publishedTimeRaw: (date && raw) ?? metadata.publishedTimeRaw,
  };
}

/** A title that says the chosen body's first heading and more, the site's name mostly, is that heading. */
export function titleByHeading(body: Element, metadata: Metadata): Metadata {
  const heading = words(body.querySelector('h1, h2')?.textContent);
  return heading !== '' && metadata.title.includes(heading) ? { ...metadata, title: heading } : metadata;
}

function valuesAt(page: Document, selector: string | null): string[] {
  if (selector === null) return [];
  const values = allAt(page, selector).map((element) =>
    words(element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent),
  );
  return values.filter((value) => value !== '' && value.length <= LONGEST);
}

/** Recipes are checked where they are made, but a browser may know fewer selectors than the one that checked them. */
function allAt(root: ParentNode, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

function hasText(element: Element): boolean {
  return words(element.textContent) !== '';
}
