import type { FactsRow, PendingRow, ReadTransaction, SegmentRow } from '../schema';
import { CHUNK, chunkOf, emptyFacts, enterFacts, ID_LENGTH } from './chunks';
import { NO_INDEX } from './documents';
import type { HeldIndex } from './held-index';

/** The index as it stands within a transaction. */
export interface IndexView {
  /** One more than the last document. */
  readonly size: number;
  /** See `flags.ts`; at least `size` of them. */
  readonly flags: Uint8Array;
  readonly segments: readonly SegmentRow[];
  readonly pending: readonly PendingRow[];
  /** Articles from this id on have yet to be indexed; null when all are. */
  readonly unindexed: string | null;
}

/** Reads what every search needs, less what is held. */
export async function readIndex(transaction: ReadTransaction, held: HeldIndex): Promise<IndexView> {
  const [state = NO_INDEX, rows, mark] = await Promise.all([
    transaction.objectStore('indexState').get('state'),
    transaction.objectStore('segments').getAll(),
    transaction.objectStore('meta').get('places'),
  ]);
  const [flags, pending] = await Promise.all([
    readFlags(transaction, held, mark?.time, state.next),
    readPending(transaction, held, state.flushed),
  ]);
  const segments = rows.filter(({ status }) => status === 'whole').sort((a, b) => a.first - b.first);
  return { size: state.next, flags, segments, pending, unindexed: state.unindexed };
}

async function readFlags(
  transaction: ReadTransaction,
  held: HeldIndex,
  time: string | undefined,
  next: number,
): Promise<Uint8Array> {
  if (held.flags && held.flags.time === time && held.flags.next === next) return held.flags.bytes;
  const store = transaction.objectStore('documentFlags');
  const [keys, chunks] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const bytes = new Uint8Array((chunkOf(next) + 1) * CHUNK);
  for (const [i, chunk] of chunks.entries()) bytes.set(chunk, (keys[i] ?? 0) * CHUNK);
  held.flags = { time, next, bytes };
  return bytes;
}

async function readPending(transaction: ReadTransaction, held: HeldIndex, flushed: number): Promise<PendingRow[]> {
  for (const document of held.pending.keys()) if (document < flushed) held.pending.delete(document);
  const last = Math.max(flushed - 1, ...held.pending.keys());
  const rows = await transaction.objectStore('pendingDocuments').getAll(IDBKeyRange.lowerBound(last, true));
  for (const row of rows) held.pending.set(row.document, row);
  return [...held.pending.values()];
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

/** The ids of documents' articles, in their order. */
export async function readIds(
  transaction: ReadTransaction,
  held: HeldIndex,
  view: IndexView,
  documents: readonly number[],
): Promise<string[]> {
  const pending = new Map(view.pending.map(({ document, articleId }) => [document, articleId]));
  const chunks = [...new Set(documents.filter((document) => !pending.has(document)).map(chunkOf))];
  const read = await Promise.all(chunks.map((chunk) => idsOf(transaction, held, view, chunk)));
  const ids = new Map(chunks.map((chunk, i) => [chunk, read[i] ?? '']));
  return documents.map((document) => {
    const at = (document % CHUNK) * ID_LENGTH;
    return pending.get(document) ?? (ids.get(chunkOf(document)) ?? '').slice(at, at + ID_LENGTH).trimEnd();
  });
}

async function idsOf(transaction: ReadTransaction, held: HeldIndex, view: IndexView, chunk: number): Promise<string> {
  const known = held.ids.get(chunk);
  const until = view.pending[0]?.document ?? view.size;
  if (known && known.until >= Math.min(until, (chunk + 1) * CHUNK)) return known.ids;
  const ids = (await transaction.objectStore('documentIds').get(chunk)) ?? '';
  held.ids.set(chunk, { until, ids });
  return ids;
}
