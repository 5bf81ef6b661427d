import type { ArticleId } from './article';

/** What a restore point was made before. */
export type RestoreReason =
  | 'import'
  /** Many articles archived, made favourites or put into the trash at once. */
  | 'edit'
  /** Tags changed on many articles: put on, taken off, renamed, merged. */
  | 'tags'
  | 'rules'
  | 'purge'
  /** Older texts dropped. */
  | 'versions'
  | 'merge'
  /** Pictures made smaller. */
  | 'pictures'
  | 'repair'
  /** A new release that changes stored rows. */
  | 'upgrade'
  /** Another restore point that was put back. */
  | 'put-back';

/**
 * Names a restore point before its change begins. Making one writes nothing: it comes to be with the first row that is kept
 * under it, in the transaction that changes that row, so that it holds what was changed and nothing else.
 */
export interface RestorePoint {
  readonly id: string;
  readonly reason: RestoreReason;
  /** What the change was about in the reader's words, a tag for example; empty when the reason says all. */
  readonly about: string;
  /** ms since 1970. */
  readonly madeAt: number;
}

/** A restore point as it is listed. */
export interface SavedRestorePoint extends RestorePoint {
  /** Articles of which something was kept. */
  readonly articles: number;
  /** How many of those were not in the library before. */
  readonly added: number;
  /** Rows of other kinds. */
  readonly others: number;
  /** About what it takes: its rows, and the texts and pictures that are there for it alone. */
  readonly bytes: number;
  /** False for one of a release whose rows were of another shape. */
  readonly isReadable: boolean;
}

/** What putting a point back would do, before it is done. */
export interface PutBackPlan {
  /** Articles that would come back into the library. */
  readonly returning: number;
  /** Articles that would leave it: the change added them. */
  readonly leaving: number;
  /** Articles that would be as they were. */
  readonly changing: number;
  /** Articles of which only a part was kept and which were deleted for good since: nothing happens to them. */
  readonly gone: number;
  /** Rows of other kinds that would change. */
  readonly others: number;
  /** The first articles concerned, for people to recognise. */
  readonly examples: readonly PutBackExample[];
}

/** An article that would change, and how. */
export interface PutBackExample {
  readonly id: ArticleId;
  readonly title: string;
  readonly change: 'returns' | 'leaves' | 'changes';
}

/** What putting a point back did. */
export interface PutBackOutcome {
  /** How many articles and other rows changed, and which articles. */
  readonly changed: number;
  readonly articles: readonly ArticleId[];
  /** Articles of which only a part was kept and which are gone. */
  readonly gone: number;
  /** The point that takes it back again; null when nothing changed. */
  readonly undo: RestorePoint | null;
}

/** How a long piece of work is told of and stopped. */
export interface Progressing {
  onProgress?(done: number, total: number): void;
  /** Stops it after the slice under way; what was done stays. */
  readonly signal?: AbortSignal;
}

/** Names a restore point that is to be made. `now`: ms since 1970. Ids are in the order of their moments. */
export function newRestorePoint(reason: RestoreReason, about = '', now = Date.now()): RestorePoint {
  const id = `${Math.max(0, Math.trunc(now)).toString(16).padStart(12, '0')}-${crypto.randomUUID()}`;
  return { id, reason, about, madeAt: now };
}
