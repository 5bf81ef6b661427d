import { type Block, blockWriter } from './blocks';
import { eachPacked } from './pending-terms';

/** A document that waits to become part of a segment. */
export interface PendingTerms {
  readonly document: number;
  readonly terms: string;
}

/** Bytes a mark may be. */
const MARKS = 256;

/** The blocks of a segment made of documents, which must be ascending. */
export function buildSegment(pending: readonly PendingTerms[]): Block[] {
  // For each term, where among the documents it stands and with which byte, as one number: there are a hundred thousand.
  const places = new Map<string, number[]>();
  for (const [i, { terms }] of pending.entries()) {
    eachPacked(terms, (term, mark) => {
      const known = places.get(term);
      if (known) known.push(i * MARKS + mark);
      else places.set(term, [i * MARKS + mark]);
    });
  }
  const blocks: Block[] = [];
  const writer = blockWriter(pending[0]?.document ?? 0, (block) => blocks.push(block));
  for (const term of [...places.keys()].sort()) {
    const own = places.get(term) ?? [];
    const documents = own.map((place) => pending[Math.floor(place / MARKS)]?.document ?? 0);
    writer.add(term, { documents, marks: own.map((place) => place % MARKS) });
  }
  writer.flush();
  return blocks;
}
