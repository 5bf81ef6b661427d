import type { UpgradeTransaction } from './schema';

/*
 * Version 3 cuts what is known of documents anew. The sizes are those of that version, whatever later ones do.
 */

const OLD_CHUNK = 1_024;
const ID_LENGTH = 32;
const IDS_CHUNK = 64;
const RANKS_CHUNK = 8_192;
const DAY_MS = 86_400_000;

/** Cuts records of 1,024 ids into records of 64. */
export async function recutIds(transaction: UpgradeTransaction): Promise<void> {
  const store = transaction.objectStore('documentIds');
  const [keys, chunks] = await Promise.all([store.getAllKeys(), store.getAll()]);
  await store.clear();
  const length = IDS_CHUNK * ID_LENGTH;
  const writes = keys.flatMap((key, i) => {
    const ids = chunks[i] ?? '';
    return Array.from({ length: Math.ceil(ids.length / length) }, (_, part) =>
      store.put(ids.slice(part * length, (part + 1) * length), (key * OLD_CHUNK) / IDS_CHUNK + part),
    );
  });
  await Promise.all(writes);
}

/** Takes what results are ranked by out of what they are filtered by. */
export async function recutFacts(transaction: UpgradeTransaction): Promise<void> {
  const store = transaction.objectStore('documentFacts');
  const [keys, chunks] = await Promise.all([store.getAllKeys(), store.getAll()]);
  const ranks = new Map<number, { lengths: Uint16Array; days: Uint16Array }>();
  const writes: Promise<unknown>[] = [];
  for (const [i, key] of keys.entries()) {
    const { lengths, ...facts } = chunks[i] as (typeof chunks)[number] & { readonly lengths: Uint16Array };
    writes.push(store.put(facts, key));
    const chunk = Math.floor((key * OLD_CHUNK) / RANKS_CHUNK);
    const row = ranks.get(chunk) ?? { lengths: new Uint16Array(RANKS_CHUNK), days: new Uint16Array(RANKS_CHUNK) };
    ranks.set(chunk, row);
    const from = (key * OLD_CHUNK) % RANKS_CHUNK;
    row.lengths.set(lengths, from);
    row.days.set(
      facts.savedAt.map((time) => Math.max(0, Math.floor(time / DAY_MS))),
      from,
    );
  }
  for (const [chunk, row] of ranks) writes.push(transaction.objectStore('documentRanks').put(row, chunk));
  await Promise.all(writes);
}
