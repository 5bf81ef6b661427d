import type { DocumentNumber, FactsRow, PendingRow } from '../schema';

/*
 * What is known of documents lies in columns, cut into chunks: a record a chunk, so that a search over a hundred thousand
 * articles reads a hundred records and one over a few reads a few.
 */

/** Documents in a chunk of flags or facts. */
export const CHUNK = 1_024;

/** The chunk of flags or facts that a document is in. */
export function chunkOf(document: DocumentNumber): number {
  return Math.floor(document / CHUNK);
}

/** A chunk of facts in which nothing is known yet. */
export function emptyFacts(): FactsRow {
  return { savedAt: new Float64Array(CHUNK), publishedAt: new Float64Array(CHUNK), minutes: new Uint16Array(CHUNK) };
}

/** Enters the facts of a document into its chunk. */
export function enterFacts(facts: FactsRow, row: PendingRow): void {
  const at = row.document % CHUNK;
  facts.savedAt[at] = row.savedAt;
  facts.publishedAt[at] = row.publishedAt;
  facts.minutes[at] = Math.min(row.minutes, 0xffff);
}
