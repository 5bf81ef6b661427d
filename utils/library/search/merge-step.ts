import { ok } from '../../model/result';
import { type Block, blockWriter, firstTermOf, openBlock } from '../../search/blocks';
import { type MergeInput, type MergeProgress, mergeTerms } from '../../search/merge-terms';
import { mergeDue } from '../../search/segment-sizes';
import type { LibraryContext } from '../context';
import type { ReadTransaction, SegmentRow, WriteTransaction } from '../schema';
import { CHUNK, chunkOf } from './chunks';
import { MOST_PENDING, newSegmentId } from './flush-pending';
import { blockBefore, blocksFrom } from './read-blocks';
import type { Tending } from './tend';

/** Blocks of each input read in one step; twice as many, and so on, when one term fills them all. */
const BLOCKS_A_STEP = 8;

/** Blocks of a segment that is gone deleted in one step. */
const BLOCKS_A_SWEEP = 200;

/** What one step of a merge found. */
interface MergedPart extends MergeProgress {
  readonly blocks: readonly Block[];
  /** Documents of the segment that are alive. */
  readonly size: number;
}

/**
 * One step of the merge under way, or the beginning of one that is due: a run of terms is read from all inputs and written
 * beside them, with how far that came, in one transaction. The last one puts the new segment in the place of its inputs.
 */
export async function mergeStep({ connection }: LibraryContext, { tidy = false }: Tending): Promise<boolean> {
  const segments = await connection.read(['segments'], (transaction) => transaction.objectStore('segments').getAll());
  const building = segments.find(({ status }) => status === 'building');
  if (!building) {
    const due = mergeDue(wholeOnes(segments), MOST_PENDING, tidy);
    return due ? beginMerge({ connection }, due) : false;
  }
  const part = await connection.read(['blocks', 'documentFlags'], (transaction) => mergePart(transaction, building));
  const written = await connection.write(['segments', 'blocks'], async (transaction) => {
    await Promise.all(
      part.blocks.map((block) =>
        transaction.objectStore('blocks').put(block, [building.id, firstTermOf(block), block.first]),
      ),
    );
    if (part.isDone) await takePlace(transaction, building, part.size);
    else await transaction.objectStore('segments').put({ ...building, after: part.last });
    return ok(true);
  });
  return written.ok;
}

/** Deletes some blocks of a segment that is gone; true when there was one. */
export async function sweepStep({ connection }: LibraryContext): Promise<boolean> {
  const rows = await connection.read(['segments'], (transaction) => transaction.objectStore('segments').getAll());
  const gone = rows.find(({ status }) => status === 'gone');
  if (!gone) return false;
  const swept = await connection.write(['segments', 'blocks'], async (transaction) => {
    const segments = transaction.objectStore('segments');
    const blocks = transaction.objectStore('blocks');
    const range = IDBKeyRange.bound([gone.id], [gone.id, []]);
    const keys = await blocks.getAllKeys(range, BLOCKS_A_SWEEP);
    const last = keys.at(-1);
    if (last) await blocks.delete(IDBKeyRange.bound([gone.id], last));
    if (keys.length < BLOCKS_A_SWEEP) await segments.delete(gone.id);
    return ok(true);
  });
  return swept.ok;
}

function wholeOnes(segments: readonly SegmentRow[]): SegmentRow[] {
  return segments.filter(({ status }) => status === 'whole').sort((a, b) => a.first - b.first);
}

async function beginMerge(
  { connection }: Pick<LibraryContext, 'connection'>,
  due: readonly SegmentRow[],
): Promise<boolean> {
  const begun = await connection.write(['segments'], async (transaction) => {
    const id = await newSegmentId(transaction);
    const [first, last] = [due[0]?.first ?? 0, due.at(-1)?.last ?? 0];
    const inputs = due.map((segment) => segment.id);
    await transaction
      .objectStore('segments')
      .put({ id, first, last, size: 0, status: 'building', inputs, after: null });
    return ok(true);
  });
  return begun.ok;
}

async function mergePart(
  transaction: ReadTransaction,
  { inputs, after, first, last }: SegmentRow,
): Promise<MergedPart> {
  const isAlive = await aliveIn(transaction, first, last);
  let size = 0;
  for (let document = first; document <= last; document++) if (isAlive(document)) size++;
  for (let most = BLOCKS_A_STEP; ; most *= 2) {
    const read = await Promise.all(inputs.map((input) => inputFrom(transaction, input, after, most)));
    const blocks: Block[] = [];
    const writer = blockWriter(first, (block) => blocks.push(block));
    const progress = mergeTerms(read, after, isAlive, writer.add);
    writer.flush();
    if (progress.last !== after || progress.isDone) return { ...progress, blocks, size };
  }
}

/** The blocks of a segment from the one on that has the terms after `after`. */
async function inputFrom(
  transaction: ReadTransaction,
  segment: number,
  after: string | null,
  most: number,
): Promise<MergeInput> {
  const next = after === null ? [] : [`${after}\u0000`];
  const [before, following] = await Promise.all([
    after === null ? null : blockBefore(transaction, segment, `${after}\u0000`),
    blocksFrom(transaction, segment, next, [[]], most),
  ]);
  const read = before ? [before, ...following] : following;
  return { blocks: read.map(openBlock), isAll: following.length < most };
}

async function aliveIn(
  transaction: ReadTransaction,
  first: number,
  last: number,
): Promise<(document: number) => boolean> {
  const range = IDBKeyRange.bound(chunkOf(first), chunkOf(last));
  const flags = transaction.objectStore('documentFlags');
  const [keys, chunks] = await Promise.all([flags.getAllKeys(range), flags.getAll(range)]);
  const byChunk = new Map(keys.map((key, i) => [key, chunks[i]]));
  return (document) => (byChunk.get(chunkOf(document))?.[document % CHUNK] ?? 0) !== 0;
}

async function takePlace(transaction: WriteTransaction, built: SegmentRow, size: number): Promise<void> {
  const segments = transaction.objectStore('segments');
  const inputs = await Promise.all(built.inputs.map((id) => segments.get(id)));
  const gone = inputs.filter((input) => input !== undefined).map((input) => ({ ...input, status: 'gone' as const }));
  const status = size > 0 ? 'whole' : 'gone';
  await Promise.all(
    [...gone, { ...built, size, status, inputs: [], after: null } as const].map((row) => segments.put(row)),
  );
}
