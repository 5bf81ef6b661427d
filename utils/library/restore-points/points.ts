import type { LibraryError } from '../../model/library';
import type { SavedRestorePoint } from '../../model/restore-point';
import { fail, ok, type Result } from '../../model/result';
import type { LibraryContext } from '../context';
import type { RestorePointRow } from '../schema';

/** The first version of the schema whose rows are of today's shape: raise it with a migration that changes rows. */
const READABLE_SINCE = 5;

/** Whether what is kept under a point is all there and of today's shape. */
export function isReadable({ version, isGoing }: RestorePointRow): boolean {
  return version >= READABLE_SINCE && !isGoing;
}

/** Points that were not dropped, newest first. */
export async function listRestorePoints({ connection }: LibraryContext): Promise<SavedRestorePoint[]> {
  const rows = await connection.read(['restorePoints'], (transaction) =>
    transaction.objectStore('restorePoints').getAll(),
  );
  return rows
    .filter(({ droppedAt, isGoing }) => droppedAt === null && !isGoing)
    .sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1))
    .map((row) => {
      const { version: _, droppedAt: _dropped, isGoing: _going, ...point } = row;
      return { ...point, isReadable: isReadable(row) };
    });
}

/** Drops a point, or takes that back: see `Library.setRestorePointDropped`. */
export function setRestorePointDropped(
  { connection, now }: LibraryContext,
  id: string,
  dropped: boolean,
): Promise<Result<void, LibraryError>> {
  return connection.write(['restorePoints'], async (transaction) => {
    const points = transaction.objectStore('restorePoints');
    const row = await points.get(id);
    if (!row || row.isGoing) return fail('not-found');
    await points.put({ ...row, droppedAt: dropped ? now() : null });
    return ok(undefined);
  });
}

/** Whether anything was kept under a point. */
export function restorePointIsThere({ connection }: LibraryContext, id: string): Promise<boolean> {
  return connection.read(
    ['restorePoints'],
    async (transaction) => (await transaction.objectStore('restorePoints').getKey(id)) !== undefined,
  );
}
