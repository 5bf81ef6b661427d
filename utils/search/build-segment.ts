import { type Block, blockWriter } from './blocks';
import { eachPacked } from './pending-terms';
import type { Postings } from './postings';

/** A document that waits to become part of a segment. */
export interface PendingTerms {
  readonly document: number;
  readonly terms: string;
}

/** The blocks of a segment made of documents, which must be ascending. */
export function buildSegment(pending: readonly PendingTerms[]): Block[] {
  const postings = new Map<string, { documents: number[]; marks: number[] }>();
  for (const { document, terms } of pending) {
    eachPacked(terms, (term, mark) => {
      const known = postings.get(term);
      if (known) {
        known.documents.push(document);
        known.marks.push(mark);
      } else postings.set(term, { documents: [document], marks: [mark] });
    });
  }
  return blocksOf([...postings].sort(byTerm), pending[0]?.document ?? 0);
}

/** Sorted terms as blocks. */
export function blocksOf(sorted: Iterable<readonly [string, Postings]>, base: number): Block[] {
  const blocks: Block[] = [];
  const writer = blockWriter(base, (block) => blocks.push(block));
  for (const [term, postings] of sorted) writer.add(term, postings);
  writer.flush();
  return blocks;
}

function byTerm([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
