import { createModel, signal } from '@preact/signals';
import type { JoinProblem } from '../../utils/extraction/join-pages';
import type { ExtractedArticle } from '../../utils/model/article';
import type { FetchProblem } from '../../utils/model/capture';
import { countText, readingMinutes } from '../../utils/model/reading-time';
import type { Result } from '../../utils/model/result';
import type { Article, RevisedContent, SavedContent } from '../../utils/model/saved-article';
import { addPageTo } from './add-page';
import type { ReaderLibrary } from './reader-model';

/** Fetches a page and extracts its article, which is not kept. */
export type FetchPage = (url: string) => Promise<Result<ExtractedArticle, FetchProblem>>;

/** Why a next page was not added; `not-saved` when the library could not be written. */
export type PagesProblem = FetchProblem | JoinProblem | 'not-saved';

/** How far it is: nothing asked for, a page being added, pages added, and what came of it. */
export type PagesState =
  | { readonly is: 'idle' }
  | { readonly is: 'undone' }
  | { readonly is: 'undo-failed' }
  | { readonly is: 'adding'; readonly page: number }
  | { readonly is: 'added'; readonly count: number }
  | { readonly is: 'failed'; readonly count: number; readonly problem: PagesProblem };

/** The next pages of one open article, fetched and added to its text on request. */
export const PagesModel = createModel(
  (library: Pick<ReaderLibrary, 'content' | 'revise'>, article: Article, fetchPage: FetchPage) => {
    const state = signal<PagesState>({ is: 'idle' });
    /** The text before pages were added, while that can be undone. */
    const before = signal<SavedContent | null>(null);
    let stopping: AbortController | null = null;

    /** Why the page was not added; null when it was, or when the reader stopped. */
    async function addPage(url: string, stop: AbortSignal): Promise<PagesProblem | null> {
      const fetched = await Promise.race([fetchPage(url), aborted(stop)]);
      if (!fetched || stop.aborted) return null;
      if (!fetched.ok) return fetched.error;
      return addPageTo(library, article, fetched.value);
    }

    /** Adds the next page, or all that follow as long as it is sure which they are. */
    async function add(isAll: boolean): Promise<void> {
      const stop = new AbortController();
      stopping = stop;
      const had = await library.content(article.id);
      let shown = had;
      let problem: PagesProblem | null = null;
      const count = () => pagesOf(shown) - pagesOf(had);
      while (shown?.nextPage && !problem && !stop.signal.aborted) {
        if (count() > 0 && !(isAll && shown.nextPage.isSure)) break;
        state.value = { is: 'adding', page: pagesOf(shown) + 1 };
        problem = await addPage(shown.nextPage.url, stop.signal);
        shown = await library.content(article.id);
      }
      if (count() > 0) before.value = had;
      if (problem) state.value = { is: 'failed', count: count(), problem };
      else state.value = count() > 0 ? { is: 'added', count: count() } : { is: 'idle' };
    }

    /** Puts the text back that was there before the pages were added, unless it has been changed since in another way. */
    async function undo(): Promise<void> {
      const earlier = before.value;
      const pages = await library.content(article.id);
      before.value = null;
      const done =
        earlier &&
        pages?.content.startsWith(earlier.content) &&
        (await library.revise(article.id, (shown) => (shown.id === pages.id ? revisedOf(earlier) : null))).ok;
      state.value = { is: done ? 'undone' : 'undo-failed' };
    }

    return { state, before, add, undo, stop: () => stopping?.abort() };
  },
);

/** How many pages a text was joined of. */
export function pagesOf(content: SavedContent | null): number {
  return content?.pages?.length || 1;
}

function revisedOf({ content, text, images, receipt, nextPage = null, pages = [] }: SavedContent): RevisedContent {
  const counts = countText(text);
  return { content, text, images, receipt, nextPage, pages, ...counts, readingMinutes: readingMinutes(counts) };
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
}
