import type { ReadonlySignal } from '@preact/signals';
import type { ArticleId } from '../../utils/model/article';
import type { Queue, QueueEntry } from '../../utils/model/queue';

/** The part of the queue that its page reads and changes; the worker does the rest. */
export type ListedQueue = Pick<
  Queue,
  'add' | 'items' | 'itemsOf' | 'isPaused' | 'setPaused' | 'retry' | 'remove' | 'putBack' | 'subscribe'
>;

/** Which tabs are meant: those of the page's own window, of all, or those that are selected. */
export type TabScope = 'window' | 'all' | 'selected';

/** Open tabs that show a page, and how many there are of which the browser tells nothing. */
export interface OpenTabs {
  readonly pages: readonly QueueEntry[];
  readonly unseen: number;
}

/** Everything the queue page asks of the world. */
export interface QueuePorts {
  readonly queue: ListedQueue;
  /** BCP 47; of dates and numbers. */
  readonly uiLanguage: string;
  /** Has the worker work off the queue. */
  work(): void;
  readTabs(scope: TabScope): Promise<OpenTabs>;
  /** The tabs that the page was opened for, which could not all be seen; null for none. */
  readonly askedTabs: TabScope | null;
  /** The page was opened for the links of a selection that has none. */
  readonly hasNoLinks: boolean;
  /** Whether pages of every site may be read. */
  readonly access: ReadonlySignal<boolean>;
  /** Asks for that, straight from a click; true when it was given. */
  requestAccess(): Promise<boolean>;
  readonly isOnline: ReadonlySignal<boolean>;
  /** Tags in use, most recently used first. */
  knownTags(): Promise<readonly string[]>;
  /** Where an article is read. */
  articleUrl(id: ArticleId): string;
  openLibrary(): void;
}
