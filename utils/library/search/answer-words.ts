import { type Answers, MAYBE, NO, YES } from '../../search/evaluate';
import { findInBlock } from '../../search/find-in-block';
import { isDecided, type Lookup, lookupsOf, weightsIn } from '../../search/lookups';
import { findPacked } from '../../search/pending-terms';
import type { Words } from '../../search/query';
import type { DocumentNumber, ReadTransaction } from '../schema';
import type { HeldIndex } from './held-index';
import type { IndexView } from './index-view';
import { readBlocks } from './read-blocks';

/** How often documents have something. */
export interface Occurrences {
  /** By document, in weighted occurrences: 0 where it has not. */
  readonly counts: Uint16Array;
  /** Those that have it, each once. */
  readonly documents: readonly DocumentNumber[];
}

/** What the index says of words: whether a document has them, and how often. */
export interface WordsAnswers extends Answers {
  readonly occurrences: Occurrences;
}

/** How much a tag that has the words counts for. */
const TAG_WEIGHT = 3;

/** The answers for words, given the documents with a tag that has them. */
export async function answerWords(
  transaction: ReadTransaction,
  held: HeldIndex,
  view: IndexView,
  words: Words,
  tagged: readonly DocumentNumber[],
): Promise<WordsAnswers> {
  const weights = weightsIn(words.field);
  const each = await Promise.all(
    lookupsOf(words).map((lookup) => occurrencesOf(transaction, held, view, lookup, weights)),
  );
  const { counts, documents } = withTagged(leastOf(each, view.size), tagged);
  const certain = new Set(tagged);
  const found = isDecided(words) ? YES : MAYBE;
  return {
    of: (document) => (!counts[document] ? NO : certain.has(document) ? YES : found),
    documents,
    occurrences: { counts, documents },
  };
}

/** How often each document has what is looked up. */
export async function occurrencesOf(
  transaction: ReadTransaction,
  held: HeldIndex,
  view: IndexView,
  lookup: Lookup,
  weights: Uint8Array,
): Promise<Occurrences> {
  const counts = new Uint16Array(view.size);
  const documents: DocumentNumber[] = [];
  const blocks = await Promise.all(view.segments.map(({ id }) => readBlocks(transaction, held, id, lookup)));
  const count = (document: number, mark: number) => {
    const weight = weights[mark] ?? 0;
    if (weight === 0) return;
    if (!counts[document]) documents.push(document);
    counts[document] = (counts[document] ?? 0) + weight;
  };
  for (const block of blocks.flat()) findInBlock(block, lookup, count);
  for (const { document, terms } of view.pending) {
    findPacked(terms, lookup.term, lookup.isPrefix, (mark) => count(document, mark));
  }
  return { counts, documents };
}

/** What has several terms has as many of their sequence, at most, as of the rarest. */
function leastOf(each: readonly Occurrences[], size: number): Occurrences {
  const [rarest = { counts: new Uint16Array(size), documents: [] }, ...others] = each.toSorted(
    (a, b) => a.documents.length - b.documents.length,
  );
  const { counts } = rarest;
  for (const document of rarest.documents) {
    let least = counts[document] ?? 0;
    for (const other of others) least = Math.min(least, other.counts[document] ?? 0);
    counts[document] = least;
  }
  return { counts, documents: rarest.documents.filter((document) => counts[document]) };
}

function withTagged({ counts, documents }: Occurrences, tagged: readonly DocumentNumber[]): Occurrences {
  const others = tagged.filter((document) => !counts[document]);
  for (const document of tagged) counts[document] = (counts[document] ?? 0) + TAG_WEIGHT;
  return { counts, documents: others.length > 0 ? [...documents, ...others] : documents };
}
