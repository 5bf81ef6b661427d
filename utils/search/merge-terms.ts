import { type OpenBlock, readBlockPostings } from './blocks';
import type { Postings } from './postings';

/** The blocks of one segment that a step of a merge has read, in order. */
export interface MergeInput {
  readonly blocks: readonly OpenBlock[];
  /** No block follows these. */
  readonly isAll: boolean;
}

/** How far a step of a merge came. */
export interface MergeProgress {
  /** The last term that is merged; null for none. */
  readonly last: string | null;
  readonly isDone: boolean;
}

/**
 * One step of a merge: tells the terms after `after` (null for all) that every input has read to the end, in order, with the
 * postings of all inputs less those of documents that are gone. Inputs must be in the order of their documents.
 */
export function mergeTerms(
  inputs: readonly MergeInput[],
  after: string | null,
  isAlive: (document: number) => boolean,
  tell: (term: string, postings: Postings) => void,
): MergeProgress {
  const bound = boundOf(inputs);
  const heads = inputs.map(({ blocks }) => headAfter(blocks, after));
  let last = after;
  for (let term = leastOf(heads); term !== null && (bound === null || term < bound); term = leastOf(heads)) {
    const postings = { documents: [] as number[], marks: [] as number[] };
    for (const head of heads) {
      for (; head.term() === term; head.advance()) {
        head.read((document, mark) => {
          if (!isAlive(document)) return;
          postings.documents.push(document);
          postings.marks.push(mark);
        });
      }
    }
    if (postings.documents.length > 0) tell(term, postings);
    last = term;
  }
  return { last, isDone: bound === null };
}

/** The first term that may go on in a block that was not read; null when all were. */
function boundOf(inputs: readonly MergeInput[]): string | null {
  const open = inputs.filter(({ isAll }) => !isAll).map(({ blocks }) => blocks.at(-1)?.terms.at(-1) ?? '');
  return open.toSorted()[0] ?? null;
}

/** A place in the terms of an input. */
interface Head {
  /** Null at the end. */
  term(): string | null;
  read(visit: (document: number, mark: number) => void): void;
  advance(): void;
}

function headAfter(blocks: readonly OpenBlock[], after: string | null): Head {
  let block = 0;
  let at = 0;
  const head: Head = {
    term: () => blocks[block]?.terms[at] ?? null,
    read(visit) {
      const own = blocks[block];
      if (own) readBlockPostings(own, at, visit);
    },
    advance() {
      at++;
      if (at < (blocks[block]?.terms.length ?? 0)) return;
      block++;
      at = 0;
    },
  };
  for (let term = head.term(); after !== null && term !== null && term <= after; term = head.term()) head.advance();
  return head;
}

function leastOf(heads: readonly Head[]): string | null {
  let least: string | null = null;
  for (const head of heads) {
    const term = head.term();
    if (term !== null && (least === null || term < least)) least = term;
  }
  return least;
}
