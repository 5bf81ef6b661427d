import { parseRecipe } from '../../utils/extraction/recipes/parse';
import { type MessageKey, t } from '../../utils/i18n';
import type { Recipe, RecipeProblem } from '../../utils/model/recipe';
import { fail, ok, type Result } from '../../utils/model/result';

/** A recipe as it is being written: each part as text, lists one entry a line. */
export type RecipeDraft = Readonly<Required<Record<keyof Recipe, string>>>;

/** The parts of a recipe in the order of the form, with what they are called. */
export const RECIPE_FIELDS = {
  hosts: 'recipeHosts',
  path: 'recipePath',
  body: 'recipeBody',
  title: 'recipeHeading',
  author: 'recipeAuthor',
  date: 'recipeDate',
  remove: 'recipeRemove',
  next: 'recipeNext',
} as const satisfies Required<Record<keyof Recipe, MessageKey>>;

const SENTENCES = {
  'not-a-recipe': 'recipeNotARecipe',
  'no-host': 'recipeNoHost',
  'bad-host': 'recipeBadHost',
  'bad-path': 'recipeBadPath',
  'no-body': 'recipeNoBody',
  'bad-selector': 'recipeBadSelector',
  'too-long': 'recipeTooLong',
} as const satisfies Record<RecipeProblem['reason'], MessageKey>;

/** A recipe as text; nothing for one that is to be written. */
export function draftOf(recipe: Recipe | null): RecipeDraft {
  return {
    hosts: recipe?.hosts.join('\n') ?? '',
    path: recipe?.path ?? '',
    body: recipe?.body ?? '',
    title: recipe?.title ?? '',
    author: recipe?.author ?? '',
    date: recipe?.date ?? '',
    remove: recipe?.remove.join('\n') ?? '',
    next: recipe?.next ?? '',
  };
}

/** The recipe that a draft says, or a sentence about what is wrong with it. */
export function readDraft(draft: RecipeDraft): Result<Recipe, string> {
  return checked({ ...trimmed(draft), hosts: lines(draft.hosts.replaceAll(',', '\n')), remove: lines(draft.remove) });
}

/** The recipe that JSON says, or a sentence about what is wrong with it. */
export function readJson(text: string): Result<Recipe, string> {
  try {
    return checked(JSON.parse(text));
  } catch {
    return fail(t('recipeNotJson'));
  }
}

function checked(value: unknown): Result<Recipe, string> {
  const parsed = parseRecipe(value);
  if (parsed.ok) return ok(parsed.value);
  const { reason, field } = parsed.error;
  return fail(t(SENTENCES[reason], field ? t(RECIPE_FIELDS[field]) : ''));
}

function trimmed(draft: RecipeDraft): Record<string, string> {
  return Object.fromEntries(Object.entries(draft).map(([field, text]) => [field, text.trim()]));
}

function lines(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || []);
}
