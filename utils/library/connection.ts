import type { IDBPDatabase } from 'idb';
import type { LibraryError } from '../model/library';
import { fail, type Result } from '../model/result';
import { openDatabase } from './db';
import type { LibrarySchema, ReadTransaction, StoreName, WriteTransaction } from './schema';

/** Thrown by reads, which have no error value, when the database can't be had even after opening it anew. */
export class LibraryUnavailableError extends Error {
  override readonly name = 'LibraryUnavailableError';
}

/** Runs work in transactions over a database that is opened on first use and opened anew, once, when it was lost. */
export interface Connection {
  /** Resolves to what `work` returned. Rejects with `LibraryUnavailableError`. */
  read<T>(stores: readonly StoreName[], work: (transaction: ReadTransaction) => Promise<T>): Promise<T>;
  /**
   * Resolves once the transaction has completed. A failure returned by `work` undoes everything `work` did. `work` may run
   * twice, the second time on a new connection, so it must not keep anything outside its transaction.
   */
  write<T>(
    stores: readonly StoreName[],
    work: (transaction: WriteTransaction) => Promise<Result<T, LibraryError>>,
    durability?: 'strict' | 'relaxed',
  ): Promise<Result<T, LibraryError>>;
}

/** A connection to the database called `name`; nothing is opened before it is used. */
export function lazyConnection(name: string): Connection {
  let current: Promise<IDBPDatabase<LibrarySchema>> | null = null;

  function open(): Promise<IDBPDatabase<LibrarySchema>> {
    if (current) return current;
    const opening = openDatabase(name, { onLost: () => forget(opening) });
    current = opening;
    return opening;
  }

  function forget(opened: Promise<IDBPDatabase<LibrarySchema>>): void {
    if (current === opened) current = null;
  }

  async function withDatabase<T>(use: (database: IDBPDatabase<LibrarySchema>) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const opened = open();
      try {
        return await use(await opened);
      } catch (error) {
        if (!isLost(error)) throw error;
        forget(opened);
        // A connection that died never heals (react-native-onyx#780), and one that cannot be opened twice in a row won't.
        void opened.then(
          (database) => database.close(),
          () => undefined,
        );
        if (attempt === 2) throw new LibraryUnavailableError('The library cannot be opened', { cause: error });
      }
    }
  }

  return {
    async read(stores, work) {
      try {
        return await withDatabase((database) => {
          const transaction = database.transaction([...stores], 'readonly');
          return whole(work(transaction), transaction.done);
        });
      } catch (error) {
        if (isUnavailable(error)) throw new LibraryUnavailableError('The library cannot be read', { cause: error });
        throw error;
      }
    },

    async write(stores, work, durability = 'relaxed') {
      try {
        return await withDatabase(async (database) => {
          const transaction = database.transaction([...stores], 'readwrite', { durability });
          let refusal: Result<never, LibraryError> | null = null;
          const worked = work(transaction).then(
            (result) => {
              if (!result.ok) {
                refusal = result;
                abortQuietly(transaction);
              }
              return result;
            },
            (error: unknown) => {
              abortQuietly(transaction);
              throw error;
            },
          );
          return whole(worked, transaction.done).catch((error: unknown) => {
            if (refusal) return refusal;
            throw error;
          });
        });
      } catch (error) {
        if (isQuota(error)) return fail('quota-exceeded');
        if (isUnavailable(error)) return fail('library-unavailable');
        throw error;
      }
    },
  };
}

/** The work's value once both are through. A transaction's own error says more than the aborted requests it leaves. */
async function whole<T>(work: Promise<T>, done: Promise<void>): Promise<T> {
  const [worked, ended] = await Promise.allSettled([work, done]);
  if (worked.status === 'rejected' && !isAbort(worked.reason)) throw worked.reason;
  if (ended.status === 'rejected') throw ended.reason;
  if (worked.status === 'rejected') throw worked.reason;
  return worked.value;
}

function abortQuietly(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already: that is why the work failed.
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/**
 * Signs of a connection that is gone though nobody closed it: "The database connection is closing" (InvalidStateError),
 * "Internal error opening backing store" (UnknownError, Chromium), "Connection to Indexed Database server lost" (Safari).
 */
function isLost(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false;
  if (error.name === 'InvalidStateError' || error.name === 'UnknownError') return true;
  return /connection (?:is|was) clos|backing store|connection .*lost/i.test(error.message);
}

/** What a browser can do to a database, as opposed to what wrong code does (DataError, ConstraintError …), which is thrown. */
function isUnavailable(error: unknown): boolean {
  if (error instanceof LibraryUnavailableError) return true;
  const names = ['AbortError', 'VersionError', 'TimeoutError', 'NotReadableError', 'SecurityError', 'UnknownError'];
  return error instanceof DOMException && names.includes(error.name);
}
