import type { DBSchema, IDBPTransaction } from 'idb';
import type { ArticleId, ContentId } from '../model/article';
import type { Shelf } from '../model/library';
import type { Rule, SmartList } from '../model/organise';
import type { ArticlePicture, Job, PictureFailure, StoredPicture } from '../model/picture';
import type { QueueItem, QueueStatus } from '../model/queue';
import type { RestorePoint } from '../model/restore-point';
import type { Article, ArticleState, PictureCount, SavedContent, Tombstone } from '../model/saved-article';
import type { DeviceId, HybridTime, Stamped } from '../model/stamped';
import type { Block } from '../search/blocks';

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
export type PlaceOrder = 'saved' | 'published' | 'length' | 'title' | 'due';

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

/**
 * The number of an article's text in the search index, counted from 0. Each change of what is searched takes a new one, and the
 * old one is dead: postings are never changed.
 */
export type DocumentNumber = number;

/** A document whose terms are in no segment yet. */
export interface PendingRow extends DocumentFacts {
  readonly document: DocumentNumber;
  readonly articleId: ArticleId;
  /** See `utils/search/pending-terms.ts`. */
  readonly terms: string;
}

/** What results are ordered and filtered by. */
export interface DocumentFacts {
  /** Units of its text. */
  readonly length: number;
  /** ms since 1970. */
  readonly savedAt: number;
  /** ms since 1970; `NaN` when unknown. */
  readonly publishedAt: number;
  readonly minutes: number;
}

/** A part of the index that is never changed: the terms of documents of one range. */
export interface SegmentRow {
  readonly id: number;
  readonly first: DocumentNumber;
  readonly last: DocumentNumber;
  /** How many documents it was made of. */
  readonly size: number;
  /** Only a `whole` one is searched: one that is `building` takes the place of its inputs when it is, whose blocks then go. */
  readonly status: 'whole' | 'building' | 'gone';
  /** While building: what it is made of, and the last term that it has of all of them (null for none). */
  readonly inputs: readonly number[];
  readonly after: string | null;
}

/** What the documents of a run are ranked by (see `utils/library/search/ranks.ts`), by column. */
export interface RanksRow {
  /** Units of their texts. */
  readonly lengths: Uint16Array;
  /** When they were saved, in days since 1970. */
  readonly days: Uint16Array;
}

/** What the documents of a run are filtered by (see `utils/library/search/chunks.ts`), by column. */
export interface FactsRow {
  readonly savedAt: Float64Array;
  readonly publishedAt: Float64Array;
  readonly minutes: Uint16Array;
}

/** How far the index has come. */
export interface IndexStateRow {
  /** The number that the next document takes. */
  readonly next: DocumentNumber;
  /** Documents before this are in segments, those from it on are pending. */
  readonly flushed: DocumentNumber;
  /** Articles from this id on, of an older library, have yet to be looked at; null when all have. */
  readonly unindexed: ArticleId | null;
}

/** A list that the reader made; null in its place remains of one that was removed, so that a merge does not bring it back. */
export interface SmartListRow {
  readonly id: string;
  readonly list: Stamped<KeptSmartList | null>;
}

/** A list and its place among the others. */
export interface KeptSmartList extends SmartList {
  readonly place: number;
}

/** A rule; null remains of one that was removed. `madeAt` in ms since 1970. */
export interface RuleRow {
  readonly id: string;
  readonly madeAt: number;
  readonly rule: Stamped<Rule | null>;
}

/** An address of the queue as stored. */
export interface QueueRow extends QueueItem {
  /** `urlKey` of its address: no page is in the queue twice. */
  readonly key: string;
}

/** The library's clock: which device this is and the latest time it has given out or seen. */
export interface ClockRow {
  readonly device: DeviceId;
  readonly time: HybridTime;
}

/** A restore point as stored. */
export interface RestorePointRow extends RestorePoint {
  /** As in `SavedRestorePoint`. */
  readonly articles: number;
  readonly added: number;
  readonly others: number;
  readonly bytes: number;
  /** The schema's version when it was made. */
  readonly version: number;
  /** ms since 1970 when the reader dropped it, which can be taken back for a while; null while it is listed. */
  readonly droppedAt: number | null;
  /** Being removed: some of its rows are gone. */
  readonly isGoing: boolean;
}

/** An article as it was; all null and empty for one that was not there, but for a tombstone perhaps. */
export interface FormerArticle {
  readonly row: ArticleRow | null;
  readonly state: ArticleState | null;
  readonly tombstone: Tombstone | null;
  readonly pictures: readonly PictureRow[];
}

/** Something as it was when a restore point's change first came to it. */
export interface FormerRow {
  readonly point: string;
  /** `article`, `text`, `pictures`: a `FormerArticle` of which so much is put back; `state`: an `ArticleState` alone; else the name of the store that the row is of. */
  readonly kind: string;
  readonly key: IDBValidKey;
  /** Null for a row that was not there. */
  readonly row: unknown;
  /** The texts and pictures that it needs: they stay for as long as it does. */
  readonly contentIds: readonly ContentId[];
  readonly hashes: readonly string[];
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
  /** What each article is called in the search index; those of older libraries are given one in the background. */
  documents: { key: ArticleId; value: DocumentNumber };
  pendingDocuments: { key: DocumentNumber; value: PendingRow };
  segments: { key: number; value: SegmentRow };
  /** By segment, first term, and the first document of that. */
  blocks: { key: [segment: number, term: string, document: DocumentNumber]; value: Block };
  /** By chunk: a byte for each document (see `utils/library/search/flags.ts`). */
  documentFlags: { key: number; value: Uint8Array };
  documentRanks: { key: number; value: RanksRow };
  documentFacts: { key: number; value: FactsRow };
  /** By chunk: the ids of its documents' articles, one after the other. */
  documentIds: { key: number; value: string };
  /** Every tag that was ever in use. */
  tagNames: { key: string; value: string };
  indexState: { key: 'state'; value: IndexStateRow };
  pictures: {
    key: [ArticleId, string];
    value: PictureRow;
    indexes: { hash: string; failure: PictureFailure };
  };
  blobs: { key: string; value: StoredPicture };
  jobs: { key: string; value: JobRow; indexes: { notBefore: number } };
  smartLists: { key: string; value: SmartListRow };
  rules: { key: string; value: RuleRow };
  queue: { key: number; value: QueueRow; indexes: { key: string; status: QueueStatus } };
  /** By host, for those that the queue leaves alone: until when, ms since 1970. */
  queueHosts: { key: string; value: number };
  queueState: { key: 'state'; value: { readonly paused: boolean } };
  restorePoints: { key: string; value: RestorePointRow };
  formerRows: {
    key: [point: string, kind: string, key: IDBValidKey];
    value: FormerRow;
    indexes: { contentIds: ContentId; hashes: string };
  };
  /**
   * `clock` is the clock; `places` is its time when what lists are made of last changed (see `held.ts`); `careful` is the moment
   * by which old things were last removed and `looked` when that was (see `careful-now.ts`).
   */
  meta: { key: 'clock' | 'places' | 'careful' | 'looked'; value: ClockRow };
}

/** The name of a store. */
export type StoreName =
  | 'articles'
  | 'contents'
  | 'states'
  | 'tombstones'
  | 'entries'
  | 'documents'
  | 'pendingDocuments'
  | 'segments'
  | 'blocks'
  | 'documentFlags'
  | 'documentRanks'
  | 'documentFacts'
  | 'documentIds'
  | 'tagNames'
  | 'indexState'
  | 'pictures'
  | 'blobs'
  | 'jobs'
  | 'smartLists'
  | 'rules'
  | 'queue'
  | 'queueHosts'
  | 'queueState'
  | 'restorePoints'
  | 'formerRows'
  | 'meta';

/** A transaction that reads. */
export type ReadTransaction = IDBPTransaction<LibrarySchema, StoreName[], 'readonly'>;

/** A transaction that writes. Nothing but its own requests may be awaited in it: browsers commit an idle transaction. */
export type WriteTransaction = IDBPTransaction<LibrarySchema, StoreName[], 'readwrite'>;

/** The transaction that changes the schema. */
export type UpgradeTransaction = IDBPTransaction<LibrarySchema, StoreName[], 'versionchange'>;
