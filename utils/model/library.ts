import type { ArticleId, ContentId, ExtractedArticle } from './article';
import type { OrganisedLibrary } from './organise';
import type { PageCheck } from './page-check';
import type { ArticlePicture, Job, PictureFailure, StoredPicture } from './picture';
import type { Progressing, PutBackOutcome, PutBackPlan, RestorePoint, SavedRestorePoint } from './restore-point';
import type { Result } from './result';
import type {
  Article,
  ArticleBefore,
  ArticleState,
  FoundText,
  ListItem,
  ReadingPosition,
  RevisedContent,
  SavedContent,
  SavedMark,
} from './saved-article';

/** Which articles a list shows. */
export interface ListQuery {
  readonly shelf: Shelf;
  readonly sort: SortOrder;
  /** Words, phrases and filters as people type them (see `utils/search/parse-query.ts`), looked for in the whole article. */
  readonly search?: string;
  /** A tag, or one that is above others. */
  readonly tag?: string;
  /** At most so many ids, from the beginning of the list; without a search or tag that costs only as much as the ids asked for. */
  readonly limit?: number;
  /** Says that the answer is no longer wanted: a search that has to look at many texts then stops with what it has. */
  readonly signal?: AbortSignal;
}

/** A part of the library that a list can show. `queue`: what is unread and to be read by some day. */
export type Shelf = 'unread' | 'archived' | 'favourite' | 'trash' | 'all' | 'queue';

/**
 * The order of a list. `relevance`: how well an article answers a search; without one, as `newest`. `due`: by the day by
 * which it is to be read; on other shelves than the queue, as `newest`.
 */
export type SortOrder = 'relevance' | 'due' | 'newest' | 'oldest' | 'published' | 'shortest' | 'longest' | 'title';

/** What to save. */
export interface SaveRequest {
  readonly article: ExtractedArticle;
  readonly tags?: readonly string[];
  /** What is done to it besides if it was not in the library before. */
  readonly whenNew?: { readonly tags: readonly string[]; readonly archived: boolean; readonly favourite: boolean };
  /** The tab it came from, handed to the picture job. */
  readonly tabId?: number | null;
  /** `add` leaves an article that is there already as it is and says so; `update` adds the new text as its newest version. */
  readonly mode: 'add' | 'update';
  /** The article that it is a newer text of, whatever address it has; without one that is told by the address. */
  readonly into?: ArticleId;
  /** Where what the save changes is kept as it was. */
  readonly restorePoint?: RestorePoint;
}

/** What a save did. `restored`: it was in the trash and is back, updated. `unchanged`: an update found the same text. */
export interface SaveOutcome {
  readonly id: ArticleId;
  readonly outcome: 'added' | 'already-saved' | 'updated' | 'unchanged' | 'restored';
  readonly savedAt: number;
}

/** Why a write did not happen; the library is as it was. */
export type LibraryError = 'quota-exceeded' | 'library-unavailable' | 'not-found';

/** What changed, told to every open page and the worker. */
export interface LibraryChange {
  readonly kind: 'articles' | 'states' | 'pictures' | 'smart-lists' | 'rules' | 'all';
  /** Empty for what is no article, and for `all`. */
  readonly ids: readonly ArticleId[];
}

/**
 * The saved library. One implementation over IndexedDB (`utils/library`), used directly by every extension page and the
 * worker: a transaction is the lock. Every write resolves only once its transaction has completed, and is announced to
 * `subscribe` in all contexts after that.
 */
export interface Library extends OrganisedLibrary {
  /** Writes article, content, state, pending pictures and the picture job in one strict transaction. */
  save(request: SaveRequest): Promise<Result<SaveOutcome, LibraryError>>;
  /** Finds an article by any of its addresses, however decorated (tracking parameters, fragment, AMP and mobile variants). */
  findSaved(urls: readonly string[]): Promise<SavedMark | null>;

  /** Ids in list order; cheap for thousands. */
  list(query: ListQuery): Promise<ArticleId[]>;
  /** Rows for the ids given, in their order; ids that are gone are left out. */
  items(ids: readonly ArticleId[]): Promise<ListItem[]>;
  /** Where articles have what is searched for; nothing for a search without words. Reads their texts: for rows in sight. */
  foundTexts(ids: readonly ArticleId[], search: string): Promise<ReadonlyMap<ArticleId, FoundText>>;
  article(id: ArticleId): Promise<Article | null>;
  state(id: ArticleId): Promise<ArticleState | null>;
  /** The text shown now. */
  content(id: ArticleId): Promise<SavedContent | null>;
  /**
   * Puts what `change` makes of the text shown now in that text's place, in one transaction. Asked again when the text has changed
   * meanwhile, so it must find in the text it is given what it changes; null, and `not-found`, when it does not.
   */
  revise(id: ArticleId, change: (content: SavedContent) => RevisedContent | null): Promise<Result<void, LibraryError>>;
  /** One of the texts kept of an article. */
  version(id: ArticleId, contentId: ContentId): Promise<SavedContent | null>;
  /** Shows a text that is kept, with the title it had. */
  showVersion(id: ArticleId, contentId: ContentId): Promise<Result<void, LibraryError>>;
  /** Removes a text that is not the one shown (`not-found` for that). */
  dropVersion(id: ArticleId, contentId: ContentId): Promise<Result<void, LibraryError>>;
  /** Remembers where the article is now; it is still found by the addresses it had. */
  setAddress(id: ArticleId, url: string): Promise<Result<void, LibraryError>>;
  /** Puts texts, title and address back as they were; `not-found` when another text than `since` is shown by now. */
  putBack(before: ArticleBefore, since: ContentId): Promise<Result<void, LibraryError>>;
  /** Remembers what was found at the article's address. */
  recordCheck(id: ArticleId, check: PageCheck): Promise<Result<void, LibraryError>>;
  counts(): Promise<Record<Shelf, number>>;
  /** Tags in use, most recently used first. */
  tags(): Promise<{ readonly tag: string; readonly count: number }[]>;

  // What changes many articles at once names a restore point, the same for all its calls: what they change is kept under it.

  setArchived(ids: readonly ArticleId[], archived: boolean, point?: RestorePoint): Promise<Result<void, LibraryError>>;
  setFavourite(
    ids: readonly ArticleId[],
    favourite: boolean,
    point?: RestorePoint,
  ): Promise<Result<void, LibraryError>>;
  /** Into the trash, or back out of it (undo). */
  setDeleted(ids: readonly ArticleId[], deleted: boolean, point?: RestorePoint): Promise<Result<void, LibraryError>>;
  changeTags(
    ids: readonly ArticleId[],
    change: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
    point?: RestorePoint,
  ): Promise<Result<void, LibraryError>>;
  setPosition(id: ArticleId, position: ReadingPosition | null): Promise<Result<void, LibraryError>>;
  /**
   * Removes articles, leaving a tombstone each, and their pictures that no other article shows: for good without a restore
   * point, for as long as it is there with one.
   */
  purge(ids: readonly ArticleId[], point?: RestorePoint): Promise<Result<void, LibraryError>>;

  /** Purges what has been in the trash for 30 days at `now` (ms since 1970), however the clock jumps. */
  purgeOldTrash(now: number): Promise<void>;

  /** Newest first. */
  restorePoints(): Promise<SavedRestorePoint[]>;
  /** What putting a point back would do; null when it is gone or cannot be read. */
  planPutBack(id: string, progressing?: Progressing): Promise<PutBackPlan | null>;
  /**
   * Makes everything that is kept under a point as it was, whatever was done to it since; what else there is stays. In slices,
   * each whole, kept under a new point first: it can be taken back, and done again when it was cut off.
   */
  restoreTo(id: string, progressing?: Progressing): Promise<Result<PutBackOutcome, LibraryError>>;
  /** Drops a point, or takes that back: what it holds is removed a little later, by `tendRestorePoints`. */
  setRestorePointDropped(id: string, dropped: boolean): Promise<Result<void, LibraryError>>;
  /** Removes points that were dropped or are no longer kept at `now` (ms since 1970), with what only they needed. */
  tendRestorePoints(now: number): Promise<void>;

  /** Every picture of an article, in content order. */
  pictures(id: ArticleId): Promise<ArticlePicture[]>;
  picture(hash: string): Promise<StoredPicture | null>;
  /** Stores the bytes (once per hash) and marks the picture kept; finishes the job when none is pending. Hash before calling. */
  keepPicture(id: ArticleId, url: string, stored: StoredPicture): Promise<Result<void, LibraryError>>;
  missPicture(id: ArticleId, url: string, failure: PictureFailure): Promise<Result<void, LibraryError>>;
  /** Makes missing pictures pending again and queues the job. `tabId` as in `SaveRequest`. */
  retryPictures(id: ArticleId, tabId?: number | null): Promise<Result<void, LibraryError>>;

  /** Articles with pictures that failed as `needs-permission`, to retry once host access is granted. */
  articlesMissingAccess(): Promise<ArticleId[]>;

  /** Jobs that may run at `now`, oldest first. */
  dueJobs(now: number): Promise<Job[]>;
  /** When the earliest resting job wakes; null when there is none. */
  nextJobAt(): Promise<number | null>;
  /** Puts a job to rest after an attempt that left pictures pending. */
  restJob(id: string, notBefore: number): Promise<void>;
  finishJob(id: string): Promise<void>;

  /**
   * Does one step of the search index's own work, none of which a search has to wait for; whether there may be more. Safe at any
   * time in any context. `tidy` also does what only a quiet day is for.
   */
  tendIndex(options?: { readonly tidy?: boolean }): Promise<boolean>;

  /** Hears of changes made in any context, this one included, until `signal` aborts. */
  subscribe(listener: (change: LibraryChange) => void, signal: AbortSignal): void;
}
