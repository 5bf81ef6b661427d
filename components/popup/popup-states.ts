import type { ArticleId, CaptureKind, ExtractedArticle } from '../../utils/model/article';
import type { CaptureProblem } from '../../utils/model/capture';
import type { SaveOutcome } from '../../utils/model/library';
import type { Article, PictureCount, SavedMark } from '../../utils/model/saved-article';

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

/** Where a page stands, and what can be done with its address. */
interface Situation {
  readonly page: PageState;
  readonly kept: KeptState;
  /** True when the tab's address can be kept as a link. */
  readonly canKeepLink: boolean;
}

/** What Enter does with a page; `hasFailed`: the last attempt to do something about it. */
export function primaryOf({ page, kept, hasFailed, canKeepLink }: Situation & { hasFailed: boolean }): PrimaryAction {
  if (hasFailed) return 'retry';
  if (kept.name === 'saved') return 'read';
  if (kept.name === 'trashed') return 'restore';
  if (kept.name === 'saving') return null;
  if (page.name !== 'problem') return 'save';
  if (page.problem === 'no-article' || page.problem === 'too-large') return 'visible-text';
  return canKeepLink ? 'link' : null;
}

/** Whether there is something that tags can be put on: what is saved, or what could be. */
export function isTaggable({ page, kept, canKeepLink }: Situation): boolean {
  return kept.name === 'saved' || (kept.name !== 'trashed' && (page.name !== 'problem' || canKeepLink));
}

/** What is shown of a page: what was read of it, else what is saved, else what the tab says. */
export function previewOf(
  page: PageState,
  saved: Article | null,
  pictures: PictureCount | null,
  tab: { readonly url: string; readonly title: string },
): Preview {
  if (page.name === 'ready') return { ...page.article, pictures: page.article.images.length };
  return saved ? { ...saved, pictures: pictures?.total ?? null } : previewOfTab(tab);
}

/** All that is known of a page before it was read. */
function previewOfTab(tab: { readonly url: string; readonly title: string }): Preview {
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
