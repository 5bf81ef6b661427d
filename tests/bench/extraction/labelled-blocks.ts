import { findArticle } from '../../../utils/extraction/find-article';
import { featuresOf, readBlocks } from '../../../utils/extraction/leftovers/features';
import { leastSum } from '../../../utils/extraction/leftovers/leftovers';
import { runAtOnce } from '../../../utils/extraction/stages';
import type { Half } from './data-set';
import { tokens } from './metric';

/** A block of a page's article as the classifier sees it, and whether people counted it as the article's. */
export interface LabelledBlock {
  readonly features: readonly string[];
  readonly size: number;
  /** How much of it is in the text that people marked, 0 to 1. */
  readonly known: number;
  /** The sum of weights from which it goes. */
  readonly least: number;
}

/** The blocks of one page. `site`: by whose name pages are kept apart. */
export interface LabelledPage {
  readonly half: Half;
  readonly part: string;
  readonly site: string;
  readonly blocks: readonly LabelledBlock[];
}

/** The blocks of a page's article, each held against the text that people marked. */
export function labelBlocks(html: string, url: string, truth: string): LabelledBlock[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found = runAtOnce(findArticle(page, url));
  if (!found.ok) return [];
  const { element, metadata } = found.value;
  const runs = new Set(runsOf(tokens(truth)));
  const lines = new Set(truth.split('\n').map((line) => tokens(line).join(' ')));
  return readBlocks(element, metadata).map((block) => {
    const { size, text } = block;
    const words = tokens(text);
    const own = runsOf(words);
    const known =
      words.length < 3 ? Number(lines.has(words.join(' '))) : own.filter((run) => runs.has(run)).length / own.length;
    return { features: featuresOf(block), size, known, least: leastSum(block) };
  });
}

function runsOf(words: readonly string[]): string[] {
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
}
