import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArticleId } from '../../utils/model/article';

/** Where in the library the reader is: the list, or an article. */
export interface Route {
  readonly articleId: ReadonlySignal<ArticleId | null>;
  open(id: ArticleId): void;
  back(): void;
}

const ARTICLE_HASH = /^#\/article\/([0-9a-f]{32})$/;

/** The hash that shows an article, so that a reload, a bookmark and the browser's back button lead where they should. */
export function articleHash(id: ArticleId): string {
  return `#/article/${id}`;
}

/** Keeps the place in the page's hash until `signal` aborts. */
export function hashRoute(window: Window, abort: AbortSignal): Route {
  const read = () => ARTICLE_HASH.exec(window.location.hash)?.[1] ?? null;
  const articleId = signal(read());
  window.addEventListener('hashchange', () => (articleId.value = read()), { signal: abort });
  return {
    articleId,
    open(id) {
      window.location.hash = articleHash(id);
    },
    back() {
      window.location.hash = '#/';
    },
  };
}
