import type { CaptureAnswer } from '../model/capture';
import { fail, ok, type Result } from '../model/result';
import type { LeftOut } from './left-out';
import { type Metadata, readMetadata } from './metadata';
import { dropBoilerplate, markShortBoxes } from './steps/boilerplate';
import { findContainer } from './steps/container';
import { bodyFromData } from './steps/data-body';
import { MAX_PAGE_TEXT, workablePart } from './steps/limits';
import { completeArticle } from './steps/missed';
import { dropOpeningLines } from './steps/opening-lines';
import { pageParagraphs } from './steps/paragraphs';
import { preparePage } from './steps/prepare';
import { dropPullQuotes } from './steps/pull-quotes';

/** Characters of text that a language is judged by. */
export const SAMPLE = 4000;

/** Where an article stands in a copy of its page, and what the page says of it. */
export interface FoundArticle {
  /** The article's body, classes still on it, plain boilerplate gone; in a copy of the page. */
  readonly element: Element;
  readonly metadata: Metadata;
  readonly baseUrl: string;
  /** What was taken out of it so far. */
  readonly leftOut: readonly LeftOut[];
}

/** Finds the article of a page, which is left as it is. `lap` is told each stage that is over. */
export function findArticle(
  page: Document,
  url: string,
  lap: (stage: keyof CaptureAnswer['milliseconds']) => void = () => {},
): Result<FoundArticle, NonNullable<CaptureAnswer['problem']>> {
  const part = workablePart(page);
  if (!part) return fail(page.body ? 'too-large' : 'no-article');
  const { document, baseUrl, text, boxes } = preparePage(page, url, part);
  lap('prepare');
  if (text.length > MAX_PAGE_TEXT) return fail('too-large');
  const paragraphs = pageParagraphs(document);
  const container = findContainer(document, text);
  if (!container) return fail('no-article');
  const element = completeArticle(container.element, paragraphs, () => preparePage(page, url, part).document);
  lap('readability');
  const { byline } = container;
  const metadata = readMetadata(page, { url, baseUrl, sample: (element.textContent ?? '').slice(0, SAMPLE), byline });
  lap('metadata');
  const fromData = bodyFromData(element, metadata.articleBody);
  if (fromData) return ok({ element: fromData, metadata, baseUrl, leftOut: [] });
  const leftOut = [
    ...markShortBoxes(element, boxes),
    ...dropBoilerplate(element),
    ...dropOpeningLines(element, metadata),
    ...dropPullQuotes(element),
  ];
  return ok({ element, metadata, baseUrl, leftOut });
}
