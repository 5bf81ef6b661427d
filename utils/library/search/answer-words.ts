import { MAYBE, YES } from '../../search/evaluate';
import { findInBlock } from '../../search/find-in-block';
import { isDecided, type Lookup, lookupsOf, weightsIn } from '../../search/lookups';
import { findPacked } from '../../search/pending-terms';
import type { Words } from '../../search/query';
import type { ReadTransaction } from '../schema';
import type { HeldIndex } from './held-index';
import type { IndexView } from './index-view';
import { readBlocks } from './read-blocks';

/** How often each document has something, in weighted occurrences: 0 where it has not. */
export type Occurrences = Uint16Array;

/** What the index says of words: whether a document has them, and how often. */
export interface WordsAnswer {
  readonly answer: Uint8Array;
  readonly occurrences: Occurrences;
}

/** How much a tag that has the words counts for. */
const TAG_WEIGHT = 3;

/** The answer for words, given the documents with a tag that has them. */
export async function answerWords(
  transaction: ReadTransaction,
  held: HeldIndex,
  view: IndexView,
  words: Words,
  tagged: readonly number[],
): Promise<WordsAnswer> {
  const weights = weightsIn(words.field);
  const each = await Promise.all(
    lookupsOf(words).map((lookup) => occurrencesOf(transaction, held, view, lookup, weights)),
  );
  const occurrences = leastOf(each, view.size);
  const answer = new Uint8Array(view.size);
  const found = isDecided(words) ? YES : MAYBE;
  for (let i = 0; i < view.size; i++) if (occurrences[i]) answer[i] = found;
  for (const document of tagged) {
    answer[document] = YES;
    occurrences[document] = (occurrences[document] ?? 0) + TAG_WEIGHT;
  }
  return { answer, occurrences };
}

/** How often each document has what is looked up. */
export async function occurrencesOf(
  transaction: ReadTransaction,
  held: HeldIndex,
  view: IndexView,
  lookup: Lookup,
  weights: Uint8Array,
): Promise<Occurrences> {
  const occurrences = new Uint16Array(view.size);
  const blocks = await Promise.all(view.segments.map(({ id }) => readBlocks(transaction, held, id, lookup)));
  const count = (document: number, mark: number) => {
    occurrences[document] = (occurrences[document] ?? 0) + (weights[mark] ?? 0);
  };
  for (const block of blocks.flat()) findInBlock(block, lookup, count);
  for (const { document, terms } of view.pending) {
    findPacked(terms, lookup.term, lookup.isPrefix, (mark) => count(document, mark));
  }
  return occurrences;
}

/** What has several terms has as many of their sequence, at most, as of the rarest. */
function leastOf([first, ...others]: readonly Occurrences[], size: number): Occurrences {
  const least = first ?? new Uint16Array(size);
  for (const other of others) {
    for (let i = 0; i < size; i++) {
      const value = other[i] ?? 0;
      if (value < (least[i] ?? 0)) least[i] = value;
    }
  }
  return least;
}
