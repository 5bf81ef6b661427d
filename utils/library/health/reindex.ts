import type { LibraryError } from '../../model/library';
import { ok, type Result } from '../../model/result';
import { openClock } from '../clock';
import type { LibraryContext } from '../context';
import type { StoreName, WriteTransaction } from '../schema';
import { NO_INDEX } from '../search/documents';

const STORES: readonly StoreName[] = [
  ...(['articles', 'documents', 'pendingDocuments', 'segments', 'documentFlags', 'indexState', 'meta'] as const),
];

/**
 * Forgets the search index in one transaction; every article then counts as one of an older library, found by its title until
 * its turn comes. Numbers go on from where they were: what other contexts hold of the old ones must not pass for the new.
 */
export async function reindex({ connection, changes, now }: LibraryContext): Promise<Result<void, LibraryError>> {
  const written = await connection.write(STORES, async (transaction) => {
    const clock = await openClock(transaction, now());
    const first = await transaction.objectStore('articles').openKeyCursor();
    const states = transaction.objectStore('indexState');
    const { next } = (await states.get('state')) ?? NO_INDEX;
    await Promise.all([
      transaction.objectStore('documents').clear(),
      transaction.objectStore('pendingDocuments').clear(),
      transaction.objectStore('documentFlags').clear(),
      forgetSegments(transaction),
      states.put({ next, flushed: next, unindexed: first?.key ?? null }, 'state'),
      clock.keep('places'),
    ]);
    return ok(undefined);
  });
  if (written.ok) changes.announce({ kind: 'all', ids: [] });
  return written;
}

/** Their blocks go one slice after the other, as those of merged segments do. */
async function forgetSegments(transaction: WriteTransaction): Promise<void> {
  const segments = transaction.objectStore('segments');
  const rows = await segments.getAll();
  await Promise.all(rows.map((row) => segments.put({ ...row, status: 'gone', inputs: [], after: null })));
}
