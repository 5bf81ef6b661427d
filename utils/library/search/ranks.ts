import type { DocumentNumber, PendingRow, RanksRow, ReadTransaction } from '../schema';
import type { HeldIndex } from './held-index';
import type { IndexView } from './index-view';

/** Documents in a chunk of ranks: all are read for a search, so there should be few, each well below 60 kB (see `blocks.ts`). */
export const RANKS_CHUNK = 8_192;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The chunk of ranks that a document is in. */
export function ranksChunkOf(document: DocumentNumber): number {
  return Math.floor(document / RANKS_CHUNK);
}

/** Ranks of so many documents, of which nothing is known yet. */
export function emptyRanks(size: number): RanksRow {
  return { lengths: new Uint16Array(size), days: new Uint16Array(size) };
}

/** Enters what a document is ranked by at its place. */
export function enterRanks(ranks: RanksRow, at: number, { length, savedAt }: Pick<PendingRow, 'length' | 'savedAt'>) {
  ranks.lengths[at] = Math.min(length, 0xffff);
  ranks.days[at] = dayOf(savedAt);
}

/** The day of a moment (ms since 1970), counted from the first of 1970 and up to the year 2149. */
export function dayOf(time: number): number {
  return Math.min(0xffff, Math.max(0, Math.floor(time / DAY_MS)));
}

/** What every document is ranked by; held, and read again from where it may have changed. */
export async function readRanks(transaction: ReadTransaction, held: HeldIndex, view: IndexView): Promise<RanksRow> {
  const known = held.ranks;
  if (known?.size === view.size && known.flushed === view.flushed) return known.row;
  const row = grown(known?.row, view.size);
  if (known?.flushed !== view.flushed) await readFrom(transaction, row, ranksChunkOf(known?.flushed ?? 0));
  for (const pending of view.pending) enterRanks(row, pending.document, pending);
  held.ranks = { size: view.size, flushed: view.flushed, row };
  return row;
}

function grown(before: RanksRow | undefined, size: number): RanksRow {
  const row = emptyRanks(Math.ceil(Math.max(size, 1) / RANKS_CHUNK) * RANKS_CHUNK);
  if (!before || before.lengths.length > row.lengths.length) return row;
  if (before.lengths.length === row.lengths.length) return before;
  row.lengths.set(before.lengths);
  row.days.set(before.days);
  return row;
}

async function readFrom(transaction: ReadTransaction, row: RanksRow, first: number): Promise<void> {
  const store = transaction.objectStore('documentRanks');
  const range = IDBKeyRange.lowerBound(first);
  const [keys, chunks] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  for (const [i, { lengths, days }] of chunks.entries()) {
    const from = (keys[i] ?? 0) * RANKS_CHUNK;
    row.lengths.set(lengths, from);
    row.days.set(days, from);
  }
}
