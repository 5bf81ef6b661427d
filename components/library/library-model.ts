import { batch, computed, createModel, effect, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import type { ArticleId } from '../../utils/model/article';
import type { Library, LibraryChange, ListQuery, Shelf, SortOrder } from '../../utils/model/library';
import type { SmartList } from '../../utils/model/organise';
import type { FoundText, ListItem } from '../../utils/model/saved-article';
import { joinFilters, splitFilters } from '../../utils/search/split-filters';
import { coalesced } from './coalesced';
import { orderKeeper, plainQuery, shownList, withFilter, withoutFilter } from './list-query';

/** A tag in use and on how many articles it is. */
export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** What the model needs of the library. */
export type ListedLibrary = Pick<
  Library,
  'list' | 'items' | 'foundTexts' | 'counts' | 'tags' | 'smartLists' | 'subscribe'
>;

/** Rows read together with a new list, so that its first paint is whole: more than any side panel shows at once. */
const FIRST_ROWS = 16;

/** Rows kept in memory; those out of sight go first. A row is about 2 kB. */
const MOST_ROWS = 1_000;

/** How long a list may take before its place says that it is coming, in ms: quicker ones would only flicker. */
const SLOW_AFTER = 150;

/**
 * What the saved list shows: the ids of the query, the rows that were in sight, and where the keyboard stands. Follows the library,
 * whoever changes it. Call `start` once.
 */
export const LibraryModel = createModel((library: ListedLibrary) => {
  const query = signal<ListQuery>(plainQuery('unread'));
  /** The list of `listed`; null until the library answered for the first time. */
  const ids = signal<readonly ArticleId[] | null>(null);
  /** The query that `ids` answers. */
  const listed = signal<ListQuery | null>(null);
  /** Rows known so far; those in sight are among them, or on their way. */
  const rows = signal<ReadonlyMap<ArticleId, ListItem>>(new Map());
  /** Where rows in sight have what `listed` searches for. */
  const found = signal<ReadonlyMap<ArticleId, FoundText>>(new Map());
  /** Whether `ids` are all, or the first of a search that is still under way. */
  const isWhole = signal(true);
  const slow = signal(false);
  const unavailable = signal(false);
  const counts = signal<Readonly<Record<Shelf, number>> | null>(null);
  const tags = signal<readonly TagCount[]>([]);
  const lists = signal<readonly SmartList[]>([]);
  /** The row that Tab reaches and keys act on. */
  const active = signal<ArticleId | null>(null);
  const lifetime = new AbortController();
  let wish = new AbortController();
  let wanted: readonly ArticleId[] = [];
  const orderAfter = orderKeeper();
  const changed = new Set<ArticleId>();
  const asked = new Set<ArticleId>();

  const isFiltered = computed(() => Boolean(query.value.search));
  /** The search as it is shown: filters by themselves, and what is typed. */
  const parts = computed(() => splitFilters(query.value.search ?? ''));
  /** The reader's list that is shown, if it is one. */
  const shown = computed(() => shownList(lists.value, query.value));

  /** What is in sight when the list opens, before the rest of it is read: a library of any size opens as fast as its first rows. */
  async function readFirst() {
    const timer = setTimeout(() => (slow.value = true), SLOW_AFTER);
    try {
      const asking = query.peek();
      const first = await library.list({ ...asking, limit: FIRST_ROWS });
      const items = await readItems(first);
      if (lifetime.signal.aborted || listed.peek() !== null || query.peek() !== asking || first.length === 0) return;
      batch(() => {
        keepRows(items);
        ids.value = first;
        listed.value = asking;
      });
    } catch (error) {
      // `readList` meets the same and says so.
      reportError('first rows', error);
    } finally {
      clearTimeout(timer);
    }
  }

  const readList = coalesced(async () => {
    const asking = query.peek();
    const timer = setTimeout(() => (slow.value = true), SLOW_AFTER);
    try {
      const isNew = listed.peek() !== asking;
      const matching = (isNew && (await readWindow(asking))) || (await library.list({ ...asking, ...wanting() }));
      const top = isNew ? matching.slice(0, FIRST_ROWS) : [];
      const outdated = takeOutdated();
      const unknown = top.filter((id) => !rows.peek().has(id));
      const [items, texts] = await Promise.all([
        readItems([...unknown, ...outdated]),
        readFound(isNew ? top : wanted, asking),
      ]);
      if (lifetime.signal.aborted || query.peek() !== asking) return;
      batch(() => {
        keepRows(items, outdated);
        keepPlace(matching, isNew);
        found.value = texts;
        ids.value = matching;
        isWhole.value = true;
        listed.value = asking;
        unavailable.value = false;
      });
    } catch (error) {
      reportError('library list', error);
      unavailable.value = true;
    } finally {
      clearTimeout(timer);
      slow.value = false;
    }
  });

  /**
   * The first rows of a search, shown before the rest is known, for which many texts may have to be looked at; resolves with all it finds
   * when that is all there is, else with null.
   */
  async function readWindow(asking: ListQuery): Promise<readonly ArticleId[] | null> {
    if (!asking.search) return null;
    const first = await library.list({ ...asking, ...wanting(), limit: FIRST_ROWS });
    if (query.peek() !== asking) return null;
    if (first.length < FIRST_ROWS) return first;
    const unknown = first.filter((id) => !rows.peek().has(id));
    const [items, texts] = await Promise.all([readItems(unknown), readFound(first, asking)]);
    if (lifetime.signal.aborted || query.peek() !== asking) return null;
    batch(() => {
      keepRows(items);
      keepPlace(first, true);
      found.value = texts;
      ids.value = first;
      listed.value = asking;
      isWhole.value = false;
    });
    return null;
  }

  /** What says when the answer to the query of now is no longer wanted. */
  function wanting(): Pick<ListQuery, 'signal'> {
    return { signal: wish.signal };
  }

  /** What no list needs before it is painted. */
  const readSides = coalesced(async () => {
    try {
      const [newCounts, newTags, newLists] = await Promise.all([
        library.counts(),
        library.tags(),
        library.smartLists(),
      ]);
      batch(() => {
        counts.value = newCounts;
        tags.value = newTags;
        lists.value = newLists;
      });
    } catch (error) {
      reportError('library counts', error);
    }
  });

  function readItems(of: readonly ArticleId[]): Promise<ListItem[]> {
    return of.length > 0 ? library.items([...new Set(of)]) : Promise.resolve([]);
  }

  function readFound(of: readonly ArticleId[], { search }: ListQuery): Promise<ReadonlyMap<ArticleId, FoundText>> {
    return search && of.length > 0 ? library.foundTexts(of, search) : Promise.resolve(new Map());
  }

  /** Rows that come in sight while a search is shown get their texts a moment after themselves. */
  async function wantFound(inSight: readonly ArticleId[]) {
    const asking = listed.peek();
    const missing = inSight.filter((id) => !found.peek().has(id));
    if (!asking?.search || missing.length === 0) return;
    try {
      const texts = await readFound(missing, asking);
      if (listed.peek() === asking && texts.size > 0) found.value = new Map([...found.peek(), ...texts]);
    } catch (error) {
      reportError('found texts', error);
    }
  }

  /** Known rows that changed, to be read anew if they are in sight and forgotten otherwise. */
  function takeOutdated(): ArticleId[] {
    const outdated = [...changed].filter((id) => rows.peek().has(id));
    changed.clear();
    return outdated.filter((id) => wanted.includes(id) || outdated.length <= FIRST_ROWS);
  }

  function keepRows(items: readonly ListItem[], gone: readonly ArticleId[] = []) {
    const next = new Map(rows.peek());
    for (const id of gone) next.delete(id);
    for (const item of items) next.set(item.article.id, item);
    if (next.size > MOST_ROWS) {
      const inSight = new Set(wanted);
      for (const id of next.keys()) {
        if (next.size <= MOST_ROWS / 2) break;
        if (!inSight.has(id)) next.delete(id);
      }
    }
    rows.value = next;
  }

  /** The row after the one that went takes its place under the keyboard. */
  function keepPlace(matching: readonly ArticleId[], isNew: boolean) {
    const before = active.peek();
    if (before === null || matching.includes(before)) return;
    const place = isNew ? 0 : (ids.peek()?.indexOf(before) ?? 0);
    active.value = matching[Math.min(Math.max(place, 0), matching.length - 1)] ?? null;
  }

  async function refreshRows(of: readonly ArticleId[]) {
    const known = of.filter((id) => rows.peek().has(id));
    if (known.length === 0) return;
    keepRows(await readItems(known));
  }

  function onChange(change: LibraryChange) {
    if (change.kind === 'rules') return;
    if (change.kind === 'smart-lists') {
      void readSides();
      return;
    }
    const touched = change.kind === 'all' ? [...rows.peek().keys()] : change.ids;
    if (change.kind === 'pictures') {
      void refreshRows(touched).catch((error) => reportError('library rows', error));
      return;
    }
    for (const id of touched) changed.add(id);
    void readList().then(readSides);
  }

  function ask(change: Partial<ListQuery>) {
    wish.abort();
    wish = new AbortController();
    query.value = { ...query.peek(), ...change };
    void readList();
  }

  /** Another list, in the order that goes with it. */
  function show(change: Partial<Pick<ListQuery, 'shelf' | 'search'>>) {
    const now = query.peek();
    const next = { ...now, ...change };
    ask({ ...change, search: next.search || undefined, sort: orderAfter(now, next) });
  }

  effect(() => () => lifetime.abort());

  return {
    query,
    ids,
    isWhole,
    listed,
    rows,
    found,
    slow,
    unavailable,
    counts,
    tags,
    lists,
    active,
    isFiltered,
    parts,
    shown,
    /** Reads the list, then the rest, and follows the library from now on. */
    async start() {
      library.subscribe(onChange, lifetime.signal);
      await readFirst();
      await readList();
      await readSides();
    },
    async retry() {
      await readList();
      await readSides();
    },
    search: (text: string) => show({ search: text }),
    /** Looks for other words, with the same filters. */
    searchWords: (words: string) => show({ search: joinFilters({ ...parts.peek(), words }) }),
    /** Puts a filter in the place of those of its kind, or takes it off when it is on. */
    toggleFilter: (filter: string) => show({ search: withFilter(query.peek().search ?? '', filter) }),
    /** Shows what one filter finds, and nothing else of the search. */
    showOnly: (filter: string) => show({ search: joinFilters({ filters: [filter], words: '' }) }),
    removeFilter: (filter: string) => show({ search: withoutFilter(query.peek().search ?? '', filter) }),
    showShelf: (shelf: Shelf) => show({ shelf }),
    showList: ({ query: { shelf, sort, search } }: SmartList) => ask({ shelf, sort, search }),
    sortBy: (sort: SortOrder) => ask({ sort }),
    clearFilters: () => show({ search: '' }),
    /** Names the rows in sight; those not known yet are read. */
    async want(inSight: readonly ArticleId[]) {
      wanted = inSight;
      void wantFound(inSight);
      const missing = inSight.filter((id) => !rows.peek().has(id) && !asked.has(id));
      if (missing.length === 0) return;
      for (const id of missing) asked.add(id);
      try {
        keepRows(await readItems(missing));
      } catch (error) {
        reportError('library rows', error);
        unavailable.value = true;
      } finally {
        for (const id of missing) asked.delete(id);
      }
    },
  };
});
