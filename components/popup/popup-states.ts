import type { ArticleId, CaptureKind, ExtractedArticle } from '../../utils/model/article';
import type { CaptureProblem } from '../../utils/model/capture';
import type { SaveOutcome } from '../../utils/model/library';
import type { Article, SavedMark } from '../../utils/model/saved-article';

/** What is known of the page in the tab. */
export type PageState =
  | { readonly name: 'looking' }
  | { readonly name: 'ready'; readonly article: ExtractedArticle }
  | { readonly name: 'problem'; readonly problem: CaptureProblem };

/** Where the page stands in the library. */
export type KeptState =
  | { readonly name: 'unsaved' }
  | { readonly name: 'saving' }
  | {
      readonly name: 'saved';
      readonly id: ArticleId;
      /** ms since 1970. */
      readonly savedAt: number;
      readonly kind: CaptureKind;
      /** What this popup did to it; null when it was there already. */
      readonly outcome: SaveOutcome['outcome'] | null;
    }
  | {
      readonly name: 'trashed';
      readonly id: ArticleId;
      readonly savedAt: number;
      readonly kind: CaptureKind;
      /** Removed by this popup's Undo. */
      readonly justNow: boolean;
    };

/** What the popup shows of the page: from the capture, else from the saved article, else only what the tab says. */
export type Preview = Pick<Article, 'url' | 'title' | 'lang' | 'siteName' | 'authors' | 'publishedTime'> & {
  /** `auto` while only the tab's title is known. */
  readonly dir: 'ltr' | 'rtl' | 'auto';
  readonly readingMinutes: number | null;
  /** How many pictures would be kept; null while unknown. */
  readonly pictures: number | null;
  readonly leadImage: string | null;
};

/** What Enter does now; null when there is nothing to do. */
export type PrimaryAction = 'save' | 'read' | 'restore' | 'retry' | 'visible-text' | 'link' | null;

/** All that is known of a page before it was read. */
export function previewOfTab(tab: { readonly url: string; readonly title: string }): Preview {
  return {
    url: tab.url,
    title: tab.title || tab.url,
    lang: null,
    dir: 'auto',
    siteName: null,
    authors: [],
    publishedTime: null,
    readingMinutes: null,
    pictures: null,
    leadImage: null,
  };
}

/** Where a page stands, by what the library found at its addresses. */
export function stateOfMark(mark: SavedMark | null): KeptState {
  if (!mark) return { name: 'unsaved' };
  const { id, savedAt, kind } = mark;
  return mark.deleted
    ? { name: 'trashed', id, savedAt, kind, justNow: false }
    : { name: 'saved', id, savedAt, kind, outcome: null };
}
