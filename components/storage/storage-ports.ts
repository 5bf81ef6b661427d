import type { ArticleId } from '../../utils/model/article';
import type { Library } from '../../utils/model/library';
import type { Room } from '../../utils/model/room';
import type { ShrinkPicture, Upkeep } from '../../utils/model/storage';

/** What the storage page asks of the world. */
export interface StoragePorts {
  readonly uiLanguage: string;
  readonly library: Pick<
    Library,
    | 'items'
    | 'restorePoints'
    | 'planPutBack'
    | 'restoreTo'
    | 'setRestorePointDropped'
    | 'tendRestorePoints'
    | 'tendIndex'
    | 'retryPictures'
    | 'subscribe'
  >;
  readonly upkeep: Upkeep;
  readonly shrink: ShrinkPicture;
  readRoom(): Promise<Room>;
  /** Asks the browser never to clear the library; true when it agreed. */
  persist(): Promise<boolean>;
  /** Has the worker fetch the pictures that are queued. */
  runJobs(): void;
  openArticle(id: ArticleId): void;
  openLibrary(): void;
  /** The page that explains host access and asks for it. */
  openAccess(): void;
}
