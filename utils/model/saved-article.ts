import type { ArticleId, CaptureKind, ContentId, ExtractedArticle } from './article';
import type { Day } from './day';
import type { PageCheck } from './page-check';
import type { HybridTime, Stamped } from './stamped';

/** The light row of a saved article: what lists, the popup and the reader's header need; the text is in `SavedContent`. */
export interface Article extends Omit<ExtractedArticle, keyof Omit<SavedContent, 'id'>> {
  readonly id: ArticleId;
  /** The text shown, the newest unless the reader went back. */
  readonly current: Stamped<ContentId>;
  /** Every text kept of this article, oldest first. */
  readonly versions: readonly ArticleVersion[];
  /** When it was first saved, ms since 1970. */
  readonly savedAt: number;
}

/** One kept text of an article. */
export interface ArticleVersion {
  readonly contentId: ContentId;
  /** ms since 1970. */
  readonly capturedAt: number;
  /** What the article was called then; versions of older libraries do not say. */
  readonly title?: string;
}

/** An article as it was before its texts changed, with those that the change took away: what `putBack` needs. */
export interface ArticleBefore {
  readonly article: Article;
  readonly contents: readonly SavedContent[];
}

/** The heavy, immutable part of a saved article, addressed by its own hash. */
export interface SavedContent
  extends Pick<
    ExtractedArticle,
    'content' | 'text' | 'images' | 'receipt' | 'sources' | 'confidence' | 'frontMatter' | 'nextPage' | 'pages'
  > {
  readonly id: ContentId;
}

/** A text as the reader has changed it, and how much text that is: it takes the place of the text it was made of. */
export interface RevisedContent
  extends Pick<SavedContent, 'content' | 'text' | 'images' | 'receipt' | 'nextPage' | 'pages'>,
    Pick<ExtractedArticle, 'wordCount' | 'cjkCharCount' | 'readingMinutes'> {}

/** What the reader did with an article; every field merges on its own. */
export interface ArticleState {
  readonly articleId: ArticleId;
  readonly archived: Stamped<boolean>;
  readonly favourite: Stamped<boolean>;
  /** True while in the trash; a tombstone replaces the article when it is purged. */
  readonly deleted: Stamped<boolean>;
  readonly position: Stamped<ReadingPosition | null>;
  /**
   * The day by which the reader wants to have read it; states of older libraries have none. It stays when the article is archived, which
   * takes it out of the queue, so that an article taken back to unread has its day again.
   */
  readonly readBy?: Stamped<Day | null>;
  /** A set with a time for each tag, so that adding on one device and removing on another both survive a merge. */
  readonly tags: Readonly<Record<string, Stamped<boolean>>>;
  /** What was found at its address when the reader last asked; none for what was never asked for. */
  readonly page?: Stamped<PageCheck>;
}

/** A place in the text that survives other fonts, widths and windows: words, not pixels. */
export interface ReadingPosition {
  /** The first characters visible (at most 64) and how far into the article's text they stand. */
  readonly quote: string;
  /** UTF-16 offset of the quote in the rendered text content. */
  readonly offset: number;
  /** Share of the text read, 0 to 1. */
  readonly progress: number;
}

/** What remains of a purged article, so that a merge does not bring it back. */
export interface Tombstone {
  readonly articleId: ArticleId;
  readonly deleted: Stamped<true>;
}

/** A row of a list: the article with what the reader did with it. */
export interface ListItem {
  readonly article: Article;
  readonly archived: boolean;
  readonly favourite: boolean;
  readonly deleted: boolean;
  /** When it was put into the trash, ms since 1970; null for one that is not there. */
  readonly trashedAt: number | null;
  readonly position: ReadingPosition | null;
  readonly readBy: Day | null;
  readonly tags: readonly string[];
  readonly pictures: PictureCount;
  /** Its page was gone when the reader last asked: this is the copy that is left. */
  readonly isGone?: boolean;
}

/** A stretch of an article's text with what was searched for in it, and where its title has that. */
export interface FoundText {
  readonly text: string;
  /** From where to where, ascending. */
  readonly marks: readonly (readonly [start: number, end: number])[];
  readonly titleMarks: readonly (readonly [start: number, end: number])[];
}

/** How many of an article's pictures are in the library. */
export interface PictureCount {
  readonly total: number;
  readonly kept: number;
  /** Not tried yet or being tried; `total - kept - pending` could not be had. */
  readonly pending: number;
}

/** Whether a page is in the library, for the popup and the icon. */
export interface SavedMark {
  readonly id: ArticleId;
  readonly savedAt: number;
  readonly kind: CaptureKind;
  readonly deleted: boolean;
}

/** A moment of the library's clock, for exports and merges. */
export type LibraryTime = HybridTime;
