import type { CaptureAnswer } from '../model/capture';
import type { Recipe } from '../model/recipe';
import { fail, ok, type Result } from '../model/result';
import { unhide, words } from './dom';
import type { LeftOut } from './left-out';
import { type Metadata, readMetadata } from './metadata';
import { bodyByRecipe, leaveOutByRecipe, metadataByRecipe, titleByHeading } from './recipes/apply';
import { recipesFor } from './recipes/match';
import type { Staged } from './stages';
import { dropBoilerplate, markShortBoxes } from './steps/boilerplate';
import { findContainer } from './steps/container';
import { bodyFromData } from './steps/data-body';
import { dropHidden } from './steps/drop-hidden';
import type { ShadowOf } from './steps/inner-trees';
import { addLeads, noteLeads } from './steps/lead';
import { isWorkable, MAX_PAGE_TEXT, workablePart } from './steps/limits';
import { completeArticle } from './steps/missed';
import { dropOpeningLines } from './steps/opening-lines';
import { pageParagraphs } from './steps/paragraphs';
import { preparePage } from './steps/prepare';
import { dropPullQuotes } from './steps/pull-quotes';

/** Characters of text that a language is judged by. */
export const SAMPLE = 4000;

/** Characters at the end of a text in which its author may sign. */
const SIGNATURE = 100;

/** Where an article stands in a copy of its page, and what the page says of it. */
export interface FoundArticle {
  /** The article's body, classes still on it, plain boilerplate gone; in a copy of the page. */
  readonly element: Element;
  readonly metadata: Metadata;
  readonly baseUrl: string;
  /** What was taken out of it so far. */
  readonly leftOut: readonly LeftOut[];
  /** A recipe or the reader says that this is the article: it is neither doubted nor searched for what may not belong to it. */
  readonly isChosen: boolean;
  /** Where a recipe finds the link to the next page. */
  readonly nextLink?: string | null;
}

/** What is known of where the article is. */
export interface Hints {
  /** The element that the reader picked as the article's body. */
  readonly picked?: Element | null;
  /** The reader's recipes, asked before those that come with Offprint. */
  readonly recipes?: readonly Recipe[];
  /** Whether these recipes alone may find it, as when one is tried out. */
  readonly recipesOnly?: boolean;
  /** How shadow trees of a live page are found; those that the page leaves open unless told otherwise. */
  readonly shadowOf?: ShadowOf;
}

/** Finds the article of a page, which is left as it is. */
export function* findArticle(
  page: Document,
  url: string,
  hints: Hints = {},
): Staged<Result<FoundArticle, NonNullable<CaptureAnswer['problem']>>> {
  const chosen = findChosen(page, url, hints);
  if (chosen) return ok(chosen);
  if (hints.picked) return fail(isWorkable(hints.picked) ? 'no-article' : 'too-large');
  if (hints.recipesOnly) return fail('no-article');
  const part = workablePart(page);
  if (!part) return fail(page.body ? 'too-large' : 'no-article');
  const { shadowOf } = hints;
  const { copy, baseUrl, text, boxes } = preparePage(page, url, part, { shadowOf });
  yield 'prepare';
  if (text.length > MAX_PAGE_TEXT) return fail('too-large');
  const paragraphs = pageParagraphs(copy);
  const leads = noteLeads(copy);
  const copyAnew = () => preparePage(page, url, part, { shadowOf }).copy;
  const container = findContainer(copy, text, copyAnew);
  if (!container) return fail('no-article');
  const element = completeArticle(container.element, paragraphs, copyAnew);
  yield 'readability';
  const { byline } = container;
  const metadata = readMetadata(page, { url, baseUrl, ...samplesOf(element.textContent ?? ''), byline });
  yield 'metadata';
  const fromData = bodyFromData(element, metadata.articleBody);
  if (fromData) return ok({ element: fromData, metadata, baseUrl, leftOut: [], isChosen: false });
  const hidden = dropHidden(element);
  addLeads(element, leads, metadata);
  const leftOut = [
    ...hidden,
    ...markShortBoxes(element, boxes),
    ...dropBoilerplate(element),
    ...dropOpeningLines(element, metadata),
    ...dropPullQuotes(element),
  ];
  return ok({ element, metadata, baseUrl, leftOut, isChosen: false });
}

/** The body that was picked or that a recipe finds; null when there is none, it says nothing or it is too large to be worked through. */
function findChosen(page: Document, url: string, hints: Hints): FoundArticle | null {
  const { picked, recipes = [], recipesOnly, shadowOf } = hints;
  const found = picked ? { body: picked, recipe: null } : bodyByRecipe(page, recipesFor(url, recipes, !recipesOnly));
  if (!found || !isWorkable(found.body)) return null;
  const { copy, baseUrl, text } = preparePage(page, url, found.body, { keepBoxes: true, shadowOf });
  const { body } = copy;
  if (words(text) === '') return null;
  // Some sites hide their article until their programs have run.
  const chosen = found.body === page.body ? body : body.firstElementChild;
  if (chosen) unhide(chosen);
  const said = readMetadata(page, { url, baseUrl, ...samplesOf(text), byline: null });
  const metadata = titleByHeading(body, said);
  const { recipe } = found;
  return {
    element: body,
    metadata: recipe ? metadataByRecipe(page, metadata, recipe) : metadata,
    baseUrl,
    leftOut: [...dropHidden(body), ...(recipe ? leaveOutByRecipe(body, recipe) : [])],
    isChosen: true,
    nextLink: recipe?.next,
  };
}

/** The parts of a text by which its language is judged and its signature found. */
function samplesOf(text: string): { readonly sample: string; readonly end: string } {
  return { sample: text.slice(0, SAMPLE), end: text.slice(-SIGNATURE) };
}
