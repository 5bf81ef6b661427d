import type { Block } from '../../search/blocks';
import type { Lookup } from '../../search/lookups';
import type { Words } from '../../search/query';
import type { LibraryContext } from '../context';
import type { FactsRow, PendingRow, RanksRow } from '../schema';

/** Blocks kept at most, of about 24 kB. */
const MOST_BLOCKS = 200;

/**
 * What a context has read of the index and reads again only when it has changed. Blocks and documents never do; flags do with
 * every change of a list, which leaves its time under a mark.
 */
export interface HeldIndex {
  readonly pending: Map<number, PendingRow>;
  flags: { readonly time: string | undefined; readonly next: number; readonly bytes: Uint8Array } | null;
  /** By chunk, with how many of its documents were in segments when it was read. */
  readonly facts: Map<number, { readonly until: number; readonly row: FactsRow }>;
  ranks: { readonly size: number; readonly flushed: number; readonly row: RanksRow } | null;
  readonly ids: Map<number, { readonly until: number; readonly ids: string }>;
  /** By segment and what was looked up, the one asked for last at the end. */
  readonly blocks: Map<string, readonly Block[]>;
  /** Whether documents whose texts were looked at have words, for the words asked for last. */
  readonly looked: Map<string, Map<number, boolean>>;
}

/** Words of which it is held which texts have them. */
const MOST_LOOKED = 4;

const held = new WeakMap<LibraryContext, HeldIndex>();

/** What this context holds of its library's index. */
export function heldIndex(context: LibraryContext): HeldIndex {
  const known = held.get(context);
  if (known) return known;
  const fresh: HeldIndex = {
    pending: new Map(),
    flags: null,
    facts: new Map(),
    ranks: null,
    ids: new Map(),
    blocks: new Map(),
    looked: new Map(),
  };
  held.set(context, fresh);
  return fresh;
}

/** The blocks of a segment that may have what is looked up, if they were read lately; null when they have to be. */
export function heldBlocks({ blocks }: HeldIndex, segment: number, lookup: Lookup): readonly Block[] | null {
  const key = placeOf(segment, lookup);
  const known = blocks.get(key);
  if (!known) return null;
  blocks.delete(key);
  blocks.set(key, known);
  return known;
}

/** Keeps blocks that were read; when there are too many, those asked for longest ago go. */
export function holdBlocks({ blocks }: HeldIndex, segment: number, lookup: Lookup, read: readonly Block[]): void {
  if (read.length > MOST_BLOCKS / 4) return;
  let count = [...blocks.values()].reduce((sum, each) => sum + each.length, read.length);
  for (const [key, oldest] of blocks) {
    if (count <= MOST_BLOCKS) break;
    count -= oldest.length;
    blocks.delete(key);
  }
  blocks.set(placeOf(segment, lookup), read);
}

function placeOf(segment: number, { term, isPrefix }: Lookup): string {
  return `${segment} ${isPrefix ? '*' : '='}${term}`;
}

/** What is known of which documents have words. */
export function lookedFor({ looked }: HeldIndex, words: Words): Map<number, boolean> {
  const key = JSON.stringify(words);
  const known = looked.get(key);
  if (known) return known;
  const [oldest] = looked.keys();
  if (looked.size >= MOST_LOOKED && oldest !== undefined) looked.delete(oldest);
  const fresh = new Map<number, boolean>();
  looked.set(key, fresh);
  return fresh;
}
