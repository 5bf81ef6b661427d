import type { ArticleId } from './article';
import type { FetchProblem } from './capture';
import type { LibraryError } from './library';
import type { Result } from './result';

/** Why an address was not saved, or not yet. */
export type QueueProblem =
  | FetchProblem
  /** The server has no such page (404, 410). */
  | 'gone'
  /** The server gives the page to others, or to nobody from here (401, 403, 451 …). */
  | 'refused'
  /** The server is not well (5xx). */
  | 'server-error'
  /** The server asks for fewer requests (429). */
  | 'too-many-requests'
  /** The worker was stopped each time in the middle of it. */
  | 'interrupted'
  /** The disk is full. */
  | 'no-room'
  /** The library could not be written. */
  | 'library';

/** Where an address of the queue stands. `already-saved`: it was in the library before the queue came to it. */
export type QueueStatus = 'waiting' | 'working' | 'saved' | 'already-saved' | 'failed';

/** One address of the queue. */
export interface QueueItem {
  /** Ascending in the order in which they were added. */
  readonly id: number;
  readonly url: string;
  /** Host and port of `url`: what the queue is polite to. */
  readonly host: string;
  /** The words of its link or tab, later its article's title; null while unknown. */
  readonly title: string | null;
  /** The open tab that shows it; null where there is none, and it is fetched. */
  readonly tabId: number | null;
  /** Put on its article. */
  readonly tags: readonly string[];
  readonly status: QueueStatus;
  /** How often it was taken up. */
  readonly attempts: number;
  /** ms since 1970 before which a waiting item rests. */
  readonly notBefore: number;
  /** Why it failed, or why it has to be tried again. */
  readonly problem: QueueProblem | null;
  readonly articleId: ArticleId | null;
  /** ms since 1970. */
  readonly addedAt: number;
  readonly changedAt: number;
}

/** An address to be added. */
export interface QueueEntry {
  readonly url: string;
  readonly title?: string | null;
  readonly tabId?: number | null;
}

/** What became of addresses that were added. */
export interface QueueAddition {
  /** New in the queue, or in it again after it had failed. */
  readonly added: number;
  /** Were in the list twice, or in the queue already. */
  readonly repeated: number;
  readonly alreadySaved: number;
}

/** How work on an item ended. */
export type QueueOutcome =
  | { readonly status: 'saved' | 'already-saved'; readonly articleId: ArticleId; readonly title: string }
  | { readonly status: 'failed'; readonly problem: QueueProblem }
  /** To be tried again from `notBefore` on; `isCounted` false: as if it had not been taken up. Without `tabId` it is fetched from then on. */
  | {
      readonly status: 'waiting';
      readonly notBefore: number;
      readonly problem: QueueProblem | null;
      readonly isCounted: boolean;
      readonly keepsTab: boolean;
    };

/** What changed: the list itself or whether it is paused, or only where some of its items stand. */
export interface QueueChange {
  readonly kind: 'list' | 'items';
  /** Empty for `list`. */
  readonly ids: readonly number[];
}

/**
 * Addresses to be saved one after the other, kept in the library's database so that they survive worker and browser. Pages add to it
 * and the worker works it off; all hear of changes.
 */
export interface Queue {
  /** Adds addresses in their order, each once however it is decorated, and says what was there already. */
  add(entries: readonly QueueEntry[], tags?: readonly string[]): Promise<Result<QueueAddition, LibraryError>>;
  /** All items in order. */
  items(): Promise<QueueItem[]>;
  /** The items with these ids, in their order; what is gone is left out. */
  itemsOf(ids: readonly number[]): Promise<QueueItem[]>;
  isPaused(): Promise<boolean>;
  /** What is being worked on when the queue is paused is still finished. */
  setPaused(paused: boolean): Promise<Result<void, LibraryError>>;
  /** Makes failed items wait again, from the first attempt on. */
  retry(ids: readonly number[]): Promise<Result<void, LibraryError>>;
  /** Takes items out and answers with them, for `putBack`. */
  remove(ids: readonly number[]): Promise<Result<readonly QueueItem[], LibraryError>>;
  /** Undoes a removal, at the items' old places; what was added again since stays as it is. */
  putBack(items: readonly QueueItem[]): Promise<Result<void, LibraryError>>;

  /** Makes what a stopped worker left half done wait again; one that was stopped in it too often has failed. Nobody else may be at work. */
  recover(mostAttempts: number, hostsRestUntil: number): Promise<void>;
  /** Waiting items in order, none while the queue is paused. */
  waiting(): Promise<QueueItem[]>;
  /** Takes a waiting item up, once; null when it is not waiting any more or the queue is paused. */
  take(id: number): Promise<QueueItem | null>;
  /** Says how work on an item ended, and until when its host is left alone; nothing happens when the item was removed meanwhile. */
  settle(id: number, outcome: QueueOutcome, hostRestsUntil: number | null): Promise<void>;
  /** Hosts that are left alone, and until when (ms since 1970). Forgets those whose time has come. */
  restingHosts(): Promise<ReadonlyMap<string, number>>;

  /** Hears of changes made in any context, this one included, until `signal` aborts. */
  subscribe(listener: (change: QueueChange) => void, signal: AbortSignal): void;
}
