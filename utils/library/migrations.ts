import type { IDBPDatabase } from 'idb';
import type { LibrarySchema, UpgradeTransaction } from './schema';

/** Takes the database from one version to the next; may await nothing but its transaction's own requests. */
export type Migration = (database: IDBPDatabase<LibrarySchema>, transaction: UpgradeTransaction) => Promise<void>;

/**
 * Entry n takes version n to n + 1, so the newest version is the length. Append only: an entry that was released is never
 * changed, because libraries made by it exist.
 */
export const migrations: readonly Migration[] = [
  async function createStores(database) {
    const articles = database.createObjectStore('articles', { keyPath: 'id' });
    articles.createIndex('keys', 'keys', { multiEntry: true });
    articles.createIndex('contentIds', 'contentIds', { multiEntry: true });
    database.createObjectStore('contents', { keyPath: 'id' });
    database.createObjectStore('states', { keyPath: 'articleId' });
    database.createObjectStore('tombstones', { keyPath: 'articleId' });
    const entries = database.createObjectStore('entries', { keyPath: 'articleId' });
    entries.createIndex('places', 'places', { multiEntry: true });
    entries.createIndex('tagged', 'tagged', { multiEntry: true });
    // Of this version alone, so no longer in the schema.
    (database as IDBPDatabase).createObjectStore('words');
    const pictures = database.createObjectStore('pictures', { keyPath: ['articleId', 'url'] });
    pictures.createIndex('hash', 'hash');
    pictures.createIndex('failure', 'failure');
    database.createObjectStore('blobs', { keyPath: 'hash' });
    const jobs = database.createObjectStore('jobs', { keyPath: 'id' });
    jobs.createIndex('notBefore', 'notBefore');
    database.createObjectStore('meta');
  },
  /** Titles were searched in `words`, read whole; now whole articles are, in an index that is filled in the background. */
  async function indexTexts(database, transaction) {
    (database as IDBPDatabase).deleteObjectStore('words');
    await transaction.objectStore('meta').delete('words' as 'places');
    database.createObjectStore('pendingDocuments', { keyPath: 'document' });
    database.createObjectStore('segments', { keyPath: 'id' });
    for (const store of ['documents', 'blocks', 'documentFlags', 'documentFacts', 'documentIds', 'tagNames'] as const)
      database.createObjectStore(store);
    const first = await transaction.objectStore('articles').openKeyCursor();
    const state = database.createObjectStore('indexState');
    await state.put({ next: 0, flushed: 0, unindexed: first?.key ?? null }, 'state');
  },
  /**
   * A search for one character read every pair that begins with it, one for anything read the ids of a thousand articles for each
   * result and the facts of all: characters are terms now, and columns are cut otherwise. The index is filled again in the background.
   */
  async function indexAnew(database, transaction) {
    database.createObjectStore('documentRanks');
    const stores = ['documents', 'pendingDocuments', 'segments', 'blocks'] as const;
    const columns = ['documentFlags', 'documentFacts', 'documentIds'] as const;
    await Promise.all([...stores, ...columns].map((store) => transaction.objectStore(store).clear()));
    const first = await transaction.objectStore('articles').openKeyCursor();
    const state = { next: 0, flushed: 0, unindexed: first?.key ?? null };
    await transaction.objectStore('indexState').put(state, 'state');
  },
  /** Lists and rules that the reader makes. */
  async function createListsAndRules(database) {
    for (const store of ['smartLists', 'rules'] as const) database.createObjectStore(store, { keyPath: 'id' });
  },
  /** Addresses to be saved one after the other, each once. */
  async function queueAddresses(database) {
    const queue = database.createObjectStore('queue', { keyPath: 'id', autoIncrement: true });
    queue.createIndex('key', 'key', { unique: true });
    queue.createIndex('status', 'status');
    database.createObjectStore('queueHosts');
    database.createObjectStore('queueState');
  },
  /** What restore points are made of (see `restore-points/`). */
  async function createRestorePoints(database) {
    database.createObjectStore('restorePoints', { keyPath: 'id' });
    const former = database.createObjectStore('formerRows', { keyPath: ['point', 'kind', 'key'] });
    former.createIndex('contentIds', 'contentIds', { multiEntry: true });
    former.createIndex('hashes', 'hashes', { multiEntry: true });
  },
];
