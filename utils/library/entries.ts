import type { Shelf } from '../model/library';
import type { ArticleState, PictureCount } from '../model/saved-article';
import type { ArticleRow, Entry, PictureRow, Place, PlaceOrder } from './schema';
import { titleOrder } from './title-order';

/** What an article is ordered by on any shelf. */
type PlaceKey = readonly [order: PlaceOrder, key: number | string];

/** The entry that stands for an article in lists. Pure: it can be made anew from these at any time. */
export function entryOf(article: ArticleRow, state: ArticleState, pictures: PictureCount): Entry {
  return entryWith(placeKeys(article), state, pictures);
}

/** The entry after a change of state alone: what its article is ordered by is taken over, which spares reading that. */
export function entryInState(entry: Entry, state: ArticleState): Entry {
  const [first] = entry.places;
  const keys = entry.places.flatMap(([shelf, order, key]): PlaceKey[] =>
    shelf === first?.[0] && order !== 'due' ? [[order, key]] : [],
  );
  return entryWith(keys, state, entry.pictures);
}

function entryWith(keys: readonly PlaceKey[], state: ArticleState, pictures: PictureCount): Entry {
  const trashed = state.deleted.value ? 1 : 0;
  return {
    articleId: state.articleId,
    places: [
      ...shelvesOf(state).flatMap((shelf) => keys.map(([order, key]): Place => [shelf, order, key])),
      ...duePlace(keys, state),
    ],
    tagged: Object.entries(state.tags).flatMap(([tag, { value, time }]) =>
      value ? [[trashed, tag, time] as const] : [],
    ),
    pictures,
  };
}

/** How many of the pictures that the current text shows are there. */
export function countPictures(rows: readonly Pick<PictureRow, 'position' | 'status'>[]): PictureCount {
  const shown = rows.filter(({ position }) => position !== null);
  return {
    total: shown.length,
    kept: shown.filter(({ status }) => status === 'kept').length,
    pending: shown.filter(({ status }) => status === 'pending').length,
  };
}

/** When an article was published, ms since 1970; `NaN` when unknown. */
export function publishedAt({ publishedTime }: Pick<ArticleRow, 'publishedTime'>): number {
  return Date.parse(publishedTime ?? '');
}

/** Tags that are on an article, in the order they were added. */
export function tagsOf(state: ArticleState): string[] {
  return Object.entries(state.tags)
    .filter(([, stamped]) => stamped.value)
    .sort(([, a], [, b]) => (a.time < b.time ? -1 : 1))
    .map(([tag]) => tag);
}

function shelvesOf(state: ArticleState): Shelf[] {
  if (state.deleted.value) return ['trash'];
  return [
    'all',
    state.archived.value ? 'archived' : 'unread',
    ...(state.favourite.value ? (['favourite'] as const) : []),
    ...(isQueued(state) ? (['queue'] as const) : []),
  ];
}

function isQueued({ deleted, archived, readBy }: ArticleState): boolean {
  return !deleted.value && !archived.value && Boolean(readBy?.value);
}

/** By its day, and within that in the order of saving. */
function duePlace(keys: readonly PlaceKey[], state: ArticleState): Place[] {
  if (!isQueued(state)) return [];
  const savedAt = keys.find(([order]) => order === 'saved')?.[1] ?? 0;
  return [['queue', 'due', `${state.readBy?.value} ${String(savedAt).padStart(15, '0')}`]];
}

function placeKeys(article: ArticleRow): PlaceKey[] {
  const published = publishedAt(article);
  const characters = article.wordCount + article.cjkCharCount;
  return [
    ['saved', article.savedAt],
    // Undated articles come after all others in `published`, which runs backwards.
    ['published', Number.isNaN(published) ? Number.NEGATIVE_INFINITY : published],
    // Minutes make words and characters comparable; the count orders articles of the same length in minutes.
    ['length', article.readingMinutes * 10_000_000 + Math.min(characters, 9_999_999)],
    ['title', titleOrder(article.title)],
  ];
}
