import type { LibraryChange, LibraryError } from '../../model/library';
import { ok, type Result } from '../../model/result';
import { type Clock, openClock } from '../clock';
import type { LibraryContext } from '../context';
import type { StoreName, WriteTransaction } from '../schema';

/** Writes what the reader made besides articles, in one transaction over its store, and tells everyone. */
export async function writeKept(
  { connection, changes, now }: LibraryContext,
  store: StoreName,
  kind: LibraryChange['kind'],
  work: (transaction: WriteTransaction, clock: Clock) => Promise<unknown>,
): Promise<Result<void, LibraryError>> {
  const written = await connection.write([store, 'meta'], async (transaction) => {
    const clock = await openClock(transaction, now());
    await work(transaction, clock);
    await clock.keep();
    return ok(undefined);
  });
  if (written.ok) changes.announce({ kind, ids: [] });
  return written;
}
