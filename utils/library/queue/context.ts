import type { LibraryError } from '../../model/library';
import type { QueueChange, QueueItem } from '../../model/queue';
import type { Result } from '../../model/result';
import { type Changes, libraryChanges } from '../changes';
import type { LibraryContext } from '../context';
import type { QueueRow } from '../schema';

/** What the parts of the queue work with: the library's database, and news of their own. */
export interface QueueContext extends LibraryContext {
  readonly news: Changes<QueueChange>;
}

/** The queue that is kept in a library. */
export function queueContext(library: LibraryContext): QueueContext {
  return { ...library, news: libraryChanges<QueueChange>(`${library.name}:queue`) };
}

/** The row as the rest of the program knows it. */
export function itemOf({ key: _, ...item }: QueueRow): QueueItem {
  return item;
}

/** Announces that the list is another, if the write was done, and passes its outcome on. */
export function toldOf<T>({ news }: QueueContext, written: Result<T, LibraryError>): Result<T, LibraryError> {
  if (written.ok) news.announce({ kind: 'list', ids: [] });
  return written;
}
