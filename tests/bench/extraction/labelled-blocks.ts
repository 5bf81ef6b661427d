import { findArticle } from '../../../utils/extraction/find-article';
import { readBlocks } from '../../../utils/extraction/leftovers/features';
import { runAtOnce } from '../../../utils/extraction/stages';
import { tokens } from './metric';

/** A block of a page's article as the classifier sees it, and whether people counted it as the article's. */
export interface LabelledBlock {
  readonly features: readonly string[];
  readonly size: number;
  /** How much of it is in the text that people marked, 0 to 1. */
  readonly known: number;
  readonly text: string;
}

/** The blocks of a page's article, each held against the text that people marked. */
export function labelBlocks(html: string, url: string, truth: string): LabelledBlock[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found = runAtOnce(findArticle(page, url));
  if (!found.ok) return [];
  const { element, metadata } = found.value;
  const runs = new Set(runsOf(tokens(truth)));
  const lines = new Set(truth.split('\n').map((line) => tokens(line).join(' ')));
  return readBlocks(element, metadata).map(({ features, size, text }) => {
    const words = tokens(text);
    const own = runsOf(words);
    const known =
      words.length < 3 ? Number(lines.has(words.join(' '))) : own.filter((run) => runs.has(run)).length / own.length;
    return { features, size, known, text: text.slice(0, 200) };
  });
}

function runsOf(words: readonly string[]): string[] {
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
}
