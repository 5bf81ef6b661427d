import type { ArticleId } from './article';
import type { LibraryError } from './library';
import type { PictureFailure } from './picture';
import type { Progressing, RestorePoint } from './restore-point';
import type { Result } from './result';

/** What is known of the library at once, whatever its size. */
export interface StorageFacts {
  readonly articles: number;
  readonly inTrash: number;
  readonly texts: number;
  readonly pictures: number;
  /** Pictures that could not be had, by why. */
  readonly missing: Readonly<Partial<Record<PictureFailure, number>>>;
  readonly index: IndexFacts;
}

/** How the search index stands. */
export interface IndexFacts {
  /** Texts that can be searched. */
  readonly documents: number;
  /** Of those, how many wait to be merged into a segment: they are searched one by one. */
  readonly pending: number;
  readonly segments: number;
  /** Articles of an older library that have yet to be indexed. */
  readonly unindexed: number;
}

/** What is wrong with a record: what people lose by it, or what becomes of it. */
export type ProblemKind =
  /** An article whose text is gone, without another version of it. */
  | 'no-text'
  /** A picture whose bytes are gone: it is fetched again. */
  | 'no-picture'
  /** What lists, searches or jobs need of an article is missing or wrong: it is made anew. */
  | 'incomplete'
  /** A record that belongs to nothing: it is removed. */
  | 'left-over'
  /** A record that the browser cannot read: it is removed where it can be made anew or had again. */
  | 'unreadable';

/** A record with something wrong. */
export interface Problem {
  readonly kind: ProblemKind;
  /** The store that it is in, or ought to be in. */
  readonly store: string;
  readonly key: IDBValidKey;
  /** The article concerned, where there is one. */
  readonly articleId: ArticleId | null;
}

/** What a look at every record found. Bytes are about what is stored; the browser's own count is higher. */
export interface Survey {
  /** Texts shown; older texts; what only restore points need of both and of pictures; pictures; the search index. */
  readonly bytes: Readonly<Record<'texts' | 'versions' | 'restorePoints' | 'pictures' | 'index', number>>;
  /** How many older texts there are. */
  readonly versions: number;
  readonly problems: readonly Problem[];
  /** Pictures large enough that making them smaller may be worth it, and their bytes. */
  readonly large: { readonly count: number; readonly bytes: number };
  /** False when it was stopped before the end. */
  readonly isWhole: boolean;
}

/** What a piece of upkeep did. */
export interface UpkeepOutcome {
  /** Records mended, pictures made smaller, texts dropped. */
  readonly changed: number;
  /** Bytes that are free now, or will be when the restore point goes. */
  readonly bytes: number;
  /** Takes it back; null when nothing was kept. */
  readonly undo: RestorePoint | null;
}

/** Makes a picture smaller; null when that is not worth it or cannot be done. */
export type ShrinkPicture = (blob: Blob) => Promise<Blob | null>;

/** The upkeep of the library. Long work is done in slices, each whole: stopped or cut off anywhere it has done a part. */
export interface Upkeep {
  facts(): Promise<StorageFacts>;
  /** Looks at every record. */
  survey(progressing?: Progressing): Promise<Survey>;
  /** Mends what a survey found, as far as it is still so. */
  repair(problems: readonly Problem[], progressing?: Progressing): Promise<Result<UpkeepOutcome, LibraryError>>;
  /** Forgets the whole search index: it is made anew by `Library.tendIndex`. */
  reindex(): Promise<Result<void, LibraryError>>;
  /** Makes large pictures smaller, whichever articles show them. */
  shrinkPictures(shrink: ShrinkPicture, progressing?: Progressing): Promise<Result<UpkeepOutcome, LibraryError>>;
  /** Drops every text but the one that each article shows. */
  dropOlderTexts(progressing?: Progressing): Promise<Result<UpkeepOutcome, LibraryError>>;
  /** Articles, trash aside, with pictures that could not be had. */
  articlesMissingPictures(): Promise<ArticleId[]>;
}

/** Pictures of fewer bytes are left as they are: the pages of news sites have few above, and most of the bytes are in those. */
export const LARGE_PICTURE_BYTES = 300_000;
