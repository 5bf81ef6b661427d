import { createModel, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import { t, tCount } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import type { Library, LibraryError } from '../../utils/model/library';
import { newRestorePoint, type RestorePoint } from '../../utils/model/restore-point';
import { fail, ok, type Result } from '../../utils/model/result';
import type { ListItem } from '../../utils/model/saved-article';
import type { ToastsModel } from '../ui/toasts-model';

/** What the actions need of the library. */
export type ChangeableLibrary = Pick<
  Library,
  'items' | 'setArchived' | 'setFavourite' | 'setDeleted' | 'changeTags' | 'purge' | 'restoreTo'
>;

type Write = () => Promise<Result<void, LibraryError>>;

/** Tags being edited on some articles. */
export interface Tagging {
  readonly ids: readonly ArticleId[];
  /** Tags on all of them. */
  readonly tags: readonly string[];
}

/**
 * What can be done to articles. Everything says what it did and offers to undo exactly that, whatever else was true before. What
 * is done to more than one, and each purge, is kept under a restore point besides: it can be undone when its toast is long gone.
 */
export const LibraryActions = createModel((library: ChangeableLibrary, toasts: InstanceType<typeof ToastsModel>) => {
  const tagging = signal<Tagging | null>(null);
  let tagsBefore: ReadonlyMap<ArticleId, readonly string[]> = new Map();
  let taggingPoint: RestorePoint | undefined;

  async function attempt(write: Write): Promise<boolean> {
    const result = await write().catch((error: unknown) => {
      reportError('library change', error);
      return fail('library-unavailable' as const);
    });
    if (!result.ok) toasts.show({ kind: 'error', message: explain(result.error) });
    return result.ok;
  }

  function offerUndo(message: string, undo: Write) {
    const onAct = async () => {
      if (await attempt(undo)) toasts.announce(t('toastUndone'));
    };
    toasts.show({ message, action: { label: t('toastUndo'), onAct } });
  }

  async function read(ids: readonly ArticleId[]): Promise<ListItem[]> {
    try {
      return await library.items(ids);
    } catch (error) {
      reportError('library change', error);
      toasts.show({ kind: 'error', message: explain('library-unavailable') });
      return [];
    }
  }

  /** Sets a flag on the articles that don't have it yet; undo touches no others. */
  async function setFlag(
    ids: readonly ArticleId[],
    value: boolean,
    has: (item: ListItem) => boolean,
    set: (ids: readonly ArticleId[], value: boolean, point?: RestorePoint) => Promise<Result<void, LibraryError>>,
    message: string,
  ) {
    const concerned = (await read(ids)).filter((item) => has(item) !== value).map(({ article }) => article.id);
    if (concerned.length === 0) return;
    const point = concerned.length > 1 ? newRestorePoint('edit') : undefined;
    if (await attempt(() => set(concerned, value, point))) {
      offerUndo(tCount(message, concerned.length), () => set(concerned, !value));
    }
  }

  /** Where there is no room to keep what goes, deleting must still be possible: it is what makes room. */
  function offerPurgeForGood(ids: readonly ArticleId[]) {
    const onAct = async () => {
      if (await attempt(() => library.purge(ids))) toasts.announce(t('libraryPurgedForGood'));
    };
    toasts.show({
      kind: 'error',
      message: t('libraryPurgeNoRoom'),
      action: { label: t('libraryPurgeAnyway'), onAct },
    });
  }

  return {
    tagging,

    /** Archives them; takes them back to unread when all are archived. */
    async toggleArchived(ids: readonly ArticleId[]) {
      const value = !(await read(ids)).every(({ archived }) => archived);
      const message = value ? 'libraryArchived' : 'libraryUnarchived';
      await setFlag(ids, value, (item) => item.archived, library.setArchived, message);
    },

    /** Makes them favourites; not any more when all are. */
    async toggleFavourite(ids: readonly ArticleId[]) {
      const value = !(await read(ids)).every(({ favourite }) => favourite);
      const message = value ? 'libraryFavoured' : 'libraryUnfavoured';
      await setFlag(ids, value, (item) => item.favourite, library.setFavourite, message);
    },

    trash: (ids: readonly ArticleId[]) =>
      setFlag(ids, true, (item) => item.deleted, library.setDeleted, 'libraryTrashed'),
    restore: (ids: readonly ArticleId[]) =>
      setFlag(ids, false, (item) => item.deleted, library.setDeleted, 'libraryRestored'),

    /** Takes articles out of the library. What is kept of them is put back by undo, or on the storage page for as long as it is there. */
    async purge(ids: readonly ArticleId[]) {
      if (ids.length === 0) return;
      const point = newRestorePoint('purge');
      let isFull = false;
      const purged = await attempt(async () => {
        const result = await library.purge(ids, point);
        isFull = !result.ok && result.error === 'quota-exceeded';
        return isFull ? ok(undefined) : result;
      });
      if (isFull) offerPurgeForGood(ids);
      else if (purged) {
        offerUndo(tCount('libraryPurged', ids.length), async () => {
          const back = await library.restoreTo(point.id);
          return back.ok ? ok(undefined) : back;
        });
      }
    },

    /** Begins editing the tags of articles; `endTagging` ends it. */
    async beginTagging(ids: readonly ArticleId[]) {
      const items = await read(ids);
      const [first] = items;
      if (!first) return;
      tagsBefore = new Map(items.map(({ article, tags }) => [article.id, tags]));
      const shared = first.tags.filter((tag) => items.every(({ tags }) => tags.includes(tag)));
      tagging.value = { ids: [...tagsBefore.keys()], tags: shared };
      taggingPoint = tagsBefore.size > 1 ? newRestorePoint('tags') : undefined;
    },
    async addTag(tag: string) {
      const now = tagging.peek();
      if (!now || now.tags.includes(tag)) return;
      tagging.value = { ...now, tags: [...now.tags, tag] };
      await attempt(() => library.changeTags(now.ids, { add: [tag] }, taggingPoint));
    },
    async removeTag(tag: string) {
      const now = tagging.peek();
      if (!now) return;
      tagging.value = { ...now, tags: now.tags.filter((each) => each !== tag) };
      await attempt(() => library.changeTags(now.ids, { remove: [tag] }, taggingPoint));
    },
    /** Ends editing tags and offers to undo all of it at once. */
    async endTagging() {
      const now = tagging.peek();
      if (!now) return;
      tagging.value = null;
      const before = tagsBefore;
      const after = new Map((await read(now.ids)).map(({ article, tags }) => [article.id, tags]));
      const steps = undoSteps(before, after);
      if (steps.length === 0) return;
      offerUndo(tCount('libraryTagged', now.ids.length), async () => {
        for (const { id, add, remove } of steps) {
          const result = await library.changeTags([id], { add, remove });
          if (!result.ok) return result;
        }
        return { ok: true, value: undefined };
      });
    },
  };
});

/** What takes each article's tags from `after` back to `before`. */
function undoSteps(
  before: ReadonlyMap<ArticleId, readonly string[]>,
  after: ReadonlyMap<ArticleId, readonly string[]>,
): { id: ArticleId; add: string[]; remove: string[] }[] {
  return [...after]
    .map(([id, tags]) => {
      const had = before.get(id) ?? [];
      return { id, add: had.filter((tag) => !tags.includes(tag)), remove: tags.filter((tag) => !had.includes(tag)) };
    })
    .filter(({ add, remove }) => add.length > 0 || remove.length > 0);
}

function explain(error: LibraryError): string {
  if (error === 'quota-exceeded') return t('libraryQuota');
  if (error === 'not-found') return t('libraryGone');
  return t('libraryNotChanged');
}
