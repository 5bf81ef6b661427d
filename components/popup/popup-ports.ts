import type { ArticleId, ExtractedArticle } from '../../utils/model/article';
import type { CaptureProblem, CaptureScope } from '../../utils/model/capture';
import type { Library, LibraryError, SaveOutcome } from '../../utils/model/library';
import type { Result } from '../../utils/model/result';
import type { Room } from '../../utils/model/room';
import type { Article } from '../../utils/model/saved-article';
import type { Settings } from '../../utils/model/settings';

/** The part of the library that the popup reads and changes itself; saving goes through the worker, which outlives it. */
export type PopupLibrary = Pick<
  Library,
  | 'findSaved'
  | 'list'
  | 'items'
  | 'setDeleted'
  | 'changeTags'
  | 'tags'
  | 'article'
  | 'content'
  | 'subscribe'
  | 'pictures'
  | 'picture'
>;

/** Everything the popup asks of the world. */
export interface PopupPorts {
  /** The tab the popup was opened on: known at once, so that the first paint waits for nothing. */
  readonly tab: { readonly id: number; readonly url: string; readonly title: string };
  readonly settings: Settings;
  readonly library: PopupLibrary;
  /** Reads the tab. `no-article` for the scope `selection` means that nothing was selected. */
  capture(scope: CaptureScope): Promise<Result<ExtractedArticle, CaptureProblem>>;
  /** Keeps an article. Resolves once it is whole in the library; its pictures follow. */
  save(
    article: ExtractedArticle,
    mode: 'add' | 'update',
    tags: readonly string[],
  ): Promise<Result<SaveOutcome, LibraryError>>;
  /** Adds a page to a saved article that goes on with it; false when it was not added, and the article is as it was. */
  addTo(article: Article, page: ExtractedArticle): Promise<boolean>;
  /** Keeps only the address and the title, as an article of kind `link`. */
  saveLink(url: string, title: string): Promise<Result<SaveOutcome, LibraryError>>;
  /**
   * Opens the side panel at an article. The popup calls it straight from the click or key press, because browsers open
   * panels only for a gesture; it may close the popup once the panel is open.
   */
  read(id: ArticleId): void;
  /** Lets the reader pick the article on the page; the popup closes once that has begun. Rejects where no extension may run. */
  pick(): Promise<void>;
  openLibrary(): void;
  /** The page where many pages are saved. */
  openQueue(): void;
  /** The page that explains host access and asks for it; absent where there is nothing to ask, or the reader declined for good. */
  openAccess?(): void;
  openSettings(): void;
  /** The page about what takes up room. */
  openStorage(): void;
  /** How much room the browser gives. */
  readRoom(): Promise<Room>;
  close(): void;
  /** A `data:` or `blob:` address showing the picture without a request from the popup; null when it cannot be had. */
  previewPicture?(url: string): Promise<string | null>;
}
