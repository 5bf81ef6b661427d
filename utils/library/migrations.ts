import type { IDBPDatabase } from 'idb';
import { recutFacts, recutIds } from './recut-columns';
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
   * Ids lay in records of a thousand, of which the first results of a search read as many as there are results; what results are ranked
   * by lay among what they are filtered by, in a hundred records of a library of a hundred thousand.
   */
  async function recutColumns(database, transaction) {
    database.createObjectStore('documentRanks');
    await Promise.all([recutIds(transaction), recutFacts(transaction)]);
  },
];
