import type { Recipe, RecipeProblem } from '../../model/recipe';
import { fail, ok, type Result } from '../../model/result';

/** Longest selector, host or path that is read, and most of them in a list: those that people write have a tenth of it. */
const MAX_LENGTH = 500;
const MAX_ENTRIES = 50;

/** A host name: letters, digits and dashes between dots, at least two parts; the address of this machine for those who make sites. */
const HOST = /^(?:[\p{L}\p{N}-]{1,63}\.){1,10}[\p{L}\p{N}-]{1,63}$|^localhost$/u;

type Check<T> = (value: unknown) => Result<T, RecipeProblem['reason']>;

/**
 * A recipe from outside, checked part by part and rebuilt from what the model names. Refused with what is wrong first: nothing of a
 * recipe is of use when a part of it is not what it should be. Needs a document, which alone knows what a selector is.
 */
export function parseRecipe(value: unknown): Result<Recipe, RecipeProblem> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail({ reason: 'not-a-recipe', field: null });
  }
  const given = value as Partial<Record<keyof Recipe, unknown>>;
  const problems: RecipeProblem[] = [];
  const part = <T>(field: keyof Recipe, check: Check<T>, fallback: T): T => {
    const checked = check(given[field]);
    if (checked.ok) return checked.value;
    problems.push({ reason: checked.error, field });
    return fallback;
  };
  const recipe: Recipe = {
    hosts: part('hosts', hosts, []),
    path: part('path', path, null),
    body: part('body', body, ''),
    title: part('title', selectorOrNull, null),
    author: part('author', selectorOrNull, null),
    date: part('date', selectorOrNull, null),
    remove: part('remove', selectors, []),
    next: part('next', selectorOrNull, null),
  };
  const [problem] = problems;
  return problem ? fail(problem) : ok(recipe);
}

const hosts: Check<readonly string[]> = (value) => {
  const given = entriesOf(value);
  if (!given.ok) return given;
  const names = given.value.map((host) =>
    host
      .trim()
      .toLowerCase()
      .replace(/^www\./, ''),
  );
  if (names.length === 0) return fail('no-host');
  return names.every((host) => HOST.test(host)) ? ok(names) : fail('bad-host');
};

const path: Check<string | null> = (value) => {
  if (value === undefined || value === null || value === '') return ok(null);
  if (typeof value !== 'string' || !value.startsWith('/')) return fail('bad-path');
  return value.length > MAX_LENGTH ? fail('too-long') : ok(value);
};

const body: Check<string> = (value) => {
  const checked = selectorOrNull(value);
  if (!checked.ok) return checked;
  return checked.value === null ? fail('no-body') : ok(checked.value);
};

const selectorOrNull: Check<string | null> = (value) => {
  if (value === undefined || value === null || value === '') return ok(null);
  if (typeof value !== 'string') return fail('bad-selector');
  if (value.length > MAX_LENGTH) return fail('too-long');
  return isSelector(value) ? ok(value) : fail('bad-selector');
};

const selectors: Check<readonly string[]> = (value) => {
  const given = entriesOf(value);
  if (!given.ok) return given;
  return given.value.every(isSelector) ? ok(given.value) : fail('bad-selector');
};

function entriesOf(value: unknown): Result<readonly string[], RecipeProblem['reason']> {
  if (value === undefined || value === null) return ok([]);
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) return fail('not-a-recipe');
  const given = value.filter((entry) => entry.trim() !== '');
  const isShort = given.length <= MAX_ENTRIES && given.every(({ length }) => length <= MAX_LENGTH);
  return isShort ? ok(given) : fail('too-long');
}

function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}
