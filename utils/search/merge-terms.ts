import { type Block, readBlockPostings } from './blocks';
import type { Postings } from './postings';

/** The blocks of one segment that a step of a merge has read, in order. */
export interface MergeInput {
  readonly blocks: readonly Block[];
  /** No block follows these. */
  readonly isAll: boolean;
}

/** A segment's terms in order, each with where its postings are: a term that goes on in the next block is one. */
type TermPlaces = Map<string, [Block, number][]>;

/**
 * One step of a merge: the terms after `after` (null for all) that every input has read to the end, with the postings of all
 * inputs less those of documents that are gone. Inputs must be in the order of their documents.
 */
export function mergeTerms(
  inputs: readonly MergeInput[],
  after: string | null,
  isAlive: (document: number) => boolean,
): { terms: (readonly [string, Postings])[]; last: string | null; isDone: boolean } {
  const places = inputs.map(({ blocks }) => placesOf(blocks));
  const bound = boundOf(inputs, places);
  const terms = new Set(places.flatMap((each) => [...each.keys()]));
  const due = [...terms].filter((term) => isDue(term, after, bound)).sort((a, b) => (a < b ? -1 : 1));
  return {
    terms: due
      .map((term) => [term, mergedPostings(places, term, isAlive)] as const)
      .filter(([, { documents }]) => documents.length > 0),
    last: due.at(-1) ?? after,
    isDone: bound === null,
  };
}

/** The first term that may go on in a block that was not read; null when all were. */
function boundOf(inputs: readonly MergeInput[], places: readonly TermPlaces[]): string | null {
  const open = places.flatMap((each, i) => (inputs[i]?.isAll ? [] : [[...each.keys()].at(-1) ?? '']));
  return open.toSorted()[0] ?? null;
}

function isDue(term: string, after: string | null, bound: string | null): boolean {
  return (after === null || term > after) && (bound === null || term < bound);
}

function placesOf(blocks: readonly Block[]): TermPlaces {
  const places: TermPlaces = new Map();
  for (const block of blocks) {
    for (const [i, term] of block.terms.split('\n').entries()) {
      const known = places.get(term);
      if (known) known.push([block, i]);
      else places.set(term, [[block, i]]);
    }
  }
  return places;
}

function mergedPostings(inputs: readonly TermPlaces[], term: string, isAlive: (document: number) => boolean): Postings {
  const documents: number[] = [];
  const marks: number[] = [];
  for (const places of inputs) {
    for (const [block, index] of places.get(term) ?? []) {
      readBlockPostings(block, index, (document, mark) => {
        if (!isAlive(document)) return;
        documents.push(document);
        marks.push(mark);
      });
    }
  }
  return { documents, marks };
}
