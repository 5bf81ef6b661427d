import type { DocumentNumber, FactsRow, PendingRow, ReadTransaction, SegmentRow } from '../schema';
import { CHUNK, chunkOf, emptyFacts, enterFacts } from './chunks';
import { NO_INDEX } from './documents';
import type { HeldIndex } from './held-index';

/** The index as it stands within a transaction. */
export interface IndexView {
  /** One more than the last document. */
  readonly size: number;
  /** Documents before this are in segments, those from it on are pending. */
  readonly flushed: DocumentNumber;
  /** See `flags.ts`; there may be fewer or more than `size`. */
  readonly flags: Uint8Array;
  readonly segments: readonly SegmentRow[];
  readonly pending: readonly PendingRow[];
  /** Every tag that was in use. */
  readonly tagNames: readonly string[];
  /** Articles from this id on have yet to be indexed; null when all are. */
  readonly unindexed: string | null;
}

/** Reads what every search needs, less what is held; all at once, because on a new page each turn takes its time. */
export async function readIndex(transaction: ReadTransaction, held: HeldIndex): Promise<IndexView> {
  const flags = held.flags ? null : readFlags(transaction);
  const last = Math.max(-1, ...held.pending.keys());
  const [state = NO_INDEX, rows, mark, fresh, tagNames] = await Promise.all([
    transaction.objectStore('indexState').get('state'),
    transaction.objectStore('segments').getAll(),
    transaction.objectStore('meta').get('places'),
    transaction.objectStore('pendingDocuments').getAll(IDBKeyRange.lowerBound(last, true)),
    transaction.objectStore('tagNames').getAll(),
  ]);
  const time = mark?.time;
  if (flags || held.flags?.time !== time || held.flags?.next !== state.next) {
    held.flags = { time, next: state.next, bytes: await (flags ?? readFlags(transaction)) };
  }
  for (const row of fresh) held.pending.set(row.document, row);
  for (const document of held.pending.keys()) if (document < state.flushed) held.pending.delete(document);
  const segments = rows.filter(({ status }) => status === 'whole').sort((a, b) => a.first - b.first);
  const pending = [...held.pending.values()];
  const { next, flushed, unindexed } = state;
  return { size: next, flushed, flags: held.flags.bytes, segments, pending, tagNames, unindexed };
}

async function readFlags(transaction: ReadTransaction): Promise<Uint8Array> {
  const store = transaction.objectStore('documentFlags');
  const [keys, chunks] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const bytes = new Uint8Array(((keys.at(-1) ?? 0) + 1) * CHUNK);
  for (const [i, chunk] of chunks.entries()) bytes.set(chunk, (keys[i] ?? 0) * CHUNK);
  return bytes;
}

/** The facts of documents, read chunk by chunk. */
export async function readFacts(
  transaction: ReadTransaction,
  held: HeldIndex,
  view: IndexView,
  documents: readonly number[],
): Promise<ReadonlyMap<number, FactsRow>> {
  const chunks = [...new Set(documents.map(chunkOf))];
  const rows = await Promise.all(chunks.map((chunk) => factsOf(transaction, held, view, chunk)));
  return new Map(chunks.map((chunk, i) => [chunk, rows[i] ?? emptyFacts()]));
}

async function factsOf(
  transaction: ReadTransaction,
  held: HeldIndex,
  view: IndexView,
  chunk: number,
): Promise<FactsRow> {
  const known = held.facts.get(chunk);
  if (known && known.until === view.size) return known.row;
  const isFull = known && known.until >= (chunk + 1) * CHUNK;
  const row = isFull ? known.row : ((await transaction.objectStore('documentFacts').get(chunk)) ?? emptyFacts());
  for (const pending of view.pending) if (chunkOf(pending.document) === chunk) enterFacts(row, pending);
  held.facts.set(chunk, { until: view.size, row });
  return row;
}
