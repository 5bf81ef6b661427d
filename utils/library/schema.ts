import type { DBSchema, IDBPTransaction } from 'idb';
import type { ArticleId, ContentId } from '../model/article';
import type { Shelf } from '../model/library';
import type { ArticlePicture, Job, PictureFailure, StoredPicture } from '../model/picture';
import type { Article, ArticleState, PictureCount, SavedContent, Tombstone } from '../model/saved-article';
import type { DeviceId, HybridTime, Stamped } from '../model/stamped';

/** An article as stored: the light row with what it is found by. */
export interface ArticleRow extends Article {
  /** `urlKey` of every address it was saved under. */
  readonly keys: readonly string[];
  /** The ids in `versions`, so that a text two articles share is not removed with one of them. */
  readonly contentIds: readonly ContentId[];
  /** When and where title, authors, dates and the rest were last captured: they merge as one. */
  readonly described: Stamped<true>;
}

/** A picture as stored. */
export interface PictureRow extends ArticlePicture {
  /** Its place in the text shown now, counted from 0; null for one that only an older text shows. */
  readonly position: number | null;
}

/** A job as stored. */
export interface JobRow extends Job {
  /** ms since 1970: jobs that may run do so in this order. */
  readonly queuedAt: number;
}

/** What a place on a shelf is ordered by. */
export type PlaceOrder = 'saved' | 'published' | 'length' | 'title';

/** A place on a shelf as an index key: all places of one shelf and order lie side by side, in order. */
export type Place = readonly [shelf: Shelf, order: PlaceOrder, key: number | string];

/**
 * What lists ask of an article, derived from its row, state and pictures and written with them: one index over `places`
 * answers every shelf in every order from keys alone.
 */
export interface Entry {
  readonly articleId: ArticleId;
  readonly places: readonly Place[];
  /** `[1 while in the trash else 0, tag, when it was added]` for each tag. */
  readonly tagged: ReadonlyArray<readonly [trashed: 0 | 1, tag: string, time: HybridTime]>;
  readonly pictures: PictureCount;
}

/** The library's clock: which device this is and the latest time it has given out or seen. */
export interface ClockRow {
  readonly device: DeviceId;
  readonly time: HybridTime;
}

/** Every store, as of the newest version. */
export interface LibrarySchema extends DBSchema {
  articles: { key: ArticleId; value: ArticleRow; indexes: { keys: string; contentIds: ContentId } };
  contents: { key: ContentId; value: SavedContent };
  states: { key: ArticleId; value: ArticleState };
  tombstones: { key: ArticleId; value: Tombstone };
  entries: {
    key: ArticleId;
    value: Entry;
    indexes: { places: (number | string)[]; tagged: (number | string)[] };
  };
  /** Folded title, site and authors of each article, for `search`. */
  words: { key: ArticleId; value: string };
  pictures: {
    key: [ArticleId, string];
    value: PictureRow;
    indexes: { hash: string; failure: PictureFailure };
  };
  blobs: { key: string; value: StoredPicture };
  jobs: { key: string; value: JobRow; indexes: { notBefore: number } };
  /** `clock` is the clock; the others are its time when what lists are made of last changed (see `held.ts`). */
  meta: { key: 'clock' | 'words' | 'places'; value: ClockRow };
}

/** The name of a store. */
export type StoreName =
  | 'articles'
  | 'contents'
  | 'states'
  | 'tombstones'
  | 'entries'
  | 'words'
  | 'pictures'
  | 'blobs'
  | 'jobs'
  | 'meta';

/** A transaction that reads. */
export type ReadTransaction = IDBPTransaction<LibrarySchema, StoreName[], 'readonly'>;

/** A transaction that writes. Nothing but its own requests may be awaited in it: browsers commit an idle transaction. */
export type WriteTransaction = IDBPTransaction<LibrarySchema, StoreName[], 'readwrite'>;

/** The transaction that changes the schema. */
export type UpgradeTransaction = IDBPTransaction<LibrarySchema, StoreName[], 'versionchange'>;
