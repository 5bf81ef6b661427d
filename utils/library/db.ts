import { type IDBPDatabase, openDB } from 'idb';
import { type Migration, migrations } from './migrations';
import type { LibrarySchema } from './schema';

/** The name of the one database of an installation. */
export const LIBRARY_NAME = 'library';

/** How long an upgrade waits for a page of an older release that does not let go, before the library counts as unavailable. */
const BLOCKED_MS = 5_000;

/** How to open; all but `onLost` is for tests. */
export interface OpenOptions {
  /** Called once when the connection is no longer usable: a newer release wants the database, or the browser closed it. */
  readonly onLost?: () => void;
  /** The version to stop at. */
  readonly version?: number;
  readonly migrations?: readonly Migration[];
}

/**
 * Opens the database, taking it through every migration it has not seen. The connection closes itself when a newer release
 * wants to upgrade, which would otherwise wait for ever (w3c/IndexedDB#133).
 * Throws a `DOMException`: `VersionError` when the database is newer than this code, `TimeoutError` when an old page blocks
 * the upgrade, `UnknownError` when the browser cannot open its files. What a migration throws undoes the whole upgrade.
 */
export async function openDatabase(name: string, options: OpenOptions = {}): Promise<IDBPDatabase<LibrarySchema>> {
  const steps = options.migrations ?? migrations;
  const version = options.version ?? steps.length;
  let lost = false;
  const thrown: unknown[] = [];
  const lose = () => {
    if (!lost) options.onLost?.();
    lost = true;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let giveUp: (reason: DOMException) => void;
  const patience = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const opening = openDB<LibrarySchema>(name, version, {
    async upgrade(database, oldVersion, newVersion, transaction) {
      try {
        for (const migrate of steps.slice(oldVersion, newVersion ?? undefined)) await migrate(database, transaction);
      } catch (error) {
        // idb does not look at this promise: without an abort half a migration would count as the new version.
        thrown.push(error);
        void transaction.done.catch(() => undefined);
        transaction.abort();
      }
    },
    blocked() {
      timer = setTimeout(() => giveUp(new DOMException('An old page holds the library', 'TimeoutError')), BLOCKED_MS);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      lose();
    },
    terminated: lose,
  });
  try {
    return await Promise.race([opening, patience]);
  } catch (error) {
    void opening.then(
      (late) => late.close(),
      () => undefined,
    );
    throw thrown[0] ?? error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks the browser never to evict the library when space is short; true when it agreed. With `unlimitedStorage` Chromium
 * does not evict anyway, so false is no reason to say anything.
 */
export async function requestPersistence(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}
