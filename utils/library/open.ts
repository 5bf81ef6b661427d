import { libraryChanges } from './changes';
import { lazyConnection } from './connection';
import type { LibraryContext } from './context';
import { LIBRARY_NAME } from './db';
import { heldLists } from './held';

/** Where the library is and what time it is; for tests, which each want their own. */
export interface LibraryOptions {
  readonly name?: string;
  /** ms since 1970. */
  readonly now?: () => number;
}

/** What every part of the library works with. Nothing is opened before it is used. */
export function libraryContext({ name = LIBRARY_NAME, now = Date.now }: LibraryOptions = {}): LibraryContext {
  return { name, connection: lazyConnection(name), changes: libraryChanges(name), held: heldLists(), now };
}
