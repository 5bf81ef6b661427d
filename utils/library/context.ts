import type { ArticleId } from '../model/article';
import type { LibraryChange, LibraryError } from '../model/library';
import type { Result } from '../model/result';
import type { Changes } from './changes';
import type { Connection } from './connection';
import type { HeldLists } from './held';

/** What every part of the library works with. */
export interface LibraryContext {
  /** The name of its database. */
  readonly name: string;
  readonly connection: Connection;
  readonly changes: Changes;
  readonly held: HeldLists;
  /** The wall clock, ms since 1970. */
  now(): number;
}

/** Announces a write that has completed, unless it changed nothing, and passes its outcome on without the ids. */
export function announced(
  changes: Changes,
  kind: LibraryChange['kind'],
  written: Result<readonly ArticleId[], LibraryError>,
): Result<void, LibraryError> {
  if (!written.ok) return written;
  if (written.value.length > 0) changes.announce({ kind, ids: written.value });
  return { ok: true, value: undefined };
}
