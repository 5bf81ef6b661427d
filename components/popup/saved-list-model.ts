import { createModel, effect, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import type { ArticleId } from '../../utils/model/article';
import type { ListItem } from '../../utils/model/saved-article';
import { keptPicture } from './kept-picture';
import type { PopupLibrary } from './popup-ports';

/** Rows shown without a search, and at most with one: the popup is no library. */
const NEWEST = 5;
const MOST_FOUND = 20;

/** The newest saved articles, or those that best answer what is typed; kept up to date with the library. */
export const SavedListModel = createModel((library: PopupLibrary) => {
  const query = signal('');
  /** Null until the library answered for the first time. */
  const items = signal<readonly ListItem[] | null>(null);
  /** How many articles match a search, of which `items` holds the first; without one, no more than tells whether there are others. */
  const total = signal(0);
  const unavailable = signal(false);
  const thumbnails = signal<Readonly<Record<ArticleId, string>>>({});
  const lifetime = new AbortController();
  let asked = 0;

  async function load() {
    const turn = ++asked;
    const search = query.peek().trim();
    try {
      const asking = search ? ({ sort: 'relevance', search } as const) : { limit: NEWEST + 1 };
      const ids = await library.list({ shelf: 'all', sort: 'newest', ...asking });
      const found = await library.items(ids.slice(0, search ? MOST_FOUND : NEWEST));
      if (turn !== asked || lifetime.signal.aborted) return;
      items.value = found;
      total.value = ids.length;
      unavailable.value = false;
      await loadThumbnails(found);
    } catch (error) {
      unavailable.value = true;
      reportError('popup list', error);
    }
  }

  async function loadThumbnails(rows: readonly ListItem[]) {
    for (const { article } of rows) {
      if (thumbnails.peek()[article.id]) continue;
      const url = await keptPicture(library, article);
      if (url && lifetime.signal.aborted) URL.revokeObjectURL(url);
      else if (url) thumbnails.value = { ...thumbnails.peek(), [article.id]: url };
    }
  }

  effect(() => () => {
    lifetime.abort();
    for (const url of Object.values(thumbnails.peek())) URL.revokeObjectURL(url);
  });

  return {
    query,
    items,
    total,
    unavailable,
    thumbnails,
    /** Reads the list and follows the library from then on. */
    async start() {
      library.subscribe(() => void load(), lifetime.signal);
      await load();
    },
    async search(text: string) {
      query.value = text;
      await load();
    },
  };
});
