import { lowerBound, type OpenBlock } from '../../search/blocks';
import type { Words } from '../../search/query';
import type { LibraryContext } from '../context';
import type { FactsRow, PendingRow } from '../schema';

/** Blocks kept at most, of about 24 kB and as much again of terms taken apart. */
const MOST_BLOCKS = 100;

/**
 * What a context has read of the index and reads again only when it has changed. Blocks and documents never do; flags do with
 * every change of a list, which leaves its time under a mark.
 */
export interface HeldIndex {
  readonly pending: Map<number, PendingRow>;
  flags: { readonly time: string | undefined; readonly next: number; readonly bytes: Uint8Array } | null;
  /** By chunk, with how many of its documents were in segments when it was read. */
  readonly facts: Map<number, { readonly until: number; readonly row: FactsRow }>;
  readonly ids: Map<number, { readonly until: number; readonly ids: string }>;
  /** By segment, in the order of their first terms. */
  readonly blocks: Map<number, OpenBlock[]>;
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
    ids: new Map(),
    blocks: new Map(),
    looked: new Map(),
  };
  held.set(context, fresh);
  return fresh;
}

/** The block that is known to have all there is of a term, and nothing of which can be in another; null when it has to be read. */
export function heldBlock({ blocks }: HeldIndex, segment: number, term: string): OpenBlock | null {
  const known = blocks.get(segment) ?? [];
  const at = lowerBound(known.map(firstTerm), term) - 1;
  const block = known[at];
  return block && firstTerm(block) < term && term < (block.terms.at(-1) ?? '') ? block : null;
}

/** Keeps blocks that were read; when there are too many, all others go. */
export function holdBlocks({ blocks }: HeldIndex, segment: number, read: readonly OpenBlock[]): void {
  if (read.length > MOST_BLOCKS / 4) return;
  const count = [...blocks.values()].reduce((sum, each) => sum + each.length, 0);
  if (count + read.length > MOST_BLOCKS) blocks.clear();
  const known = blocks.get(segment) ?? [];
  const isKnown = (one: OpenBlock) =>
    known.some((other) => firstTerm(other) === firstTerm(one) && other.block.first === one.block.first);
  blocks.set(segment, [...known, ...read.filter((one) => !isKnown(one))].sort(byPlace));
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

function firstTerm({ terms }: OpenBlock): string {
  return terms[0] ?? '';
}

function byPlace(a: OpenBlock, b: OpenBlock): number {
  if (firstTerm(a) !== firstTerm(b)) return firstTerm(a) < firstTerm(b) ? -1 : 1;
  return a.block.first - b.block.first;
}
