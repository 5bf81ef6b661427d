import { ok } from '../../model/result';
import { carefulNow } from '../careful-now';
import type { LibraryContext } from '../context';
import { releasePictures, releaseTexts } from '../release';
import type { RestorePointRow, StoreName } from '../schema';
import { rowsOf } from './former-rows';

/** How long a point is kept: as long as the trash keeps articles. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** Points kept at most. A day of hard work makes some dozens, of which the list is then still to be read by a person. */
const MOST_POINTS = 100;

/** About what points may take together; the newest is kept whatever it takes. */
const MOST_BYTES = 500_000_000;

/** How long it can be taken back that a point was dropped: for longer than anything says so. */
const DROPPED_MS = 60 * 1000;

/** Former rows removed in one transaction. */
const AT_ONCE = 200;

const STORES: readonly StoreName[] = ['restorePoints', 'formerRows', 'articles', 'contents', 'pictures', 'blobs'];

/** Removes points that were dropped or are no longer kept: see `Library.tendRestorePoints`. */
export async function tendRestorePoints(context: LibraryContext, now: number): Promise<void> {
  const [points, careful] = await Promise.all([
    context.connection.read(['restorePoints'], (transaction) => transaction.objectStore('restorePoints').getAll()),
    carefulNow(context, now),
  ]);
  for (const { id } of pointsToGo(points, now, careful)) if (!(await removePoint(context, id))) return;
}

/** Those that go: dropped, too old by the careful clock, too many, or more than there is room for. */
function pointsToGo(points: readonly RestorePointRow[], now: number, careful: number): RestorePointRow[] {
  const newestFirst = [...points].sort((a, b) => b.madeAt - a.madeAt);
  const listed = newestFirst.filter(({ droppedAt, isGoing }) => droppedAt === null && !isGoing);
  let bytes = 0;
  const kept = new Set(
    listed.filter((point, i) => {
      bytes += point.bytes;
      return careful - point.madeAt < KEPT_MS && i < MOST_POINTS && (i === 0 || bytes <= MOST_BYTES);
    }),
  );
  const isFresh = ({ droppedAt, isGoing }: RestorePointRow) =>
    droppedAt !== null && !isGoing && Math.abs(now - droppedAt) < DROPPED_MS;
  return points.filter((point) => !kept.has(point) && !isFresh(point));
}

/** Removes a point in slices, with what only it needed. What is left when this is cut off goes at the next look. */
async function removePoint({ connection }: LibraryContext, id: string): Promise<boolean> {
  for (let isLeft = true; isLeft; ) {
    const removed = await connection.write(STORES, async (transaction) => {
      const [points, former] = [transaction.objectStore('restorePoints'), transaction.objectStore('formerRows')];
      const [point, rows] = await Promise.all([points.get(id), former.getAll(rowsOf(id) as never, AT_ONCE)]);
      await Promise.all(rows.map(({ point: of, kind, key }) => former.delete([of, kind, key])));
      await Promise.all([
        releaseTexts(
          transaction,
          rows.flatMap(({ contentIds }) => contentIds),
        ),
        releasePictures(
          transaction,
          rows.flatMap(({ hashes }) => hashes),
        ),
      ]);
      const left = rows.length === AT_ONCE;
      if (left && point) await points.put({ ...point, isGoing: true });
      if (!left) await points.delete(id);
      return ok(left);
    });
    if (!removed.ok) return false;
    isLeft = removed.value;
  }
  return true;
}
