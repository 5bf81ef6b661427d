import { createModel, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import { t, tCount } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import type { Day } from '../../utils/model/day';
import type { Library } from '../../utils/model/library';
import type { ArticleChange, ChangeStep } from '../../utils/model/organise';
import { newRestorePoint, type RestorePoint } from '../../utils/model/restore-point';
import type { ToastsModel } from '../ui/toasts-model';
import { bulkRunner, explain } from './bulk-runner';

/** What the actions need of the library. */
export type ChangeableLibrary = Pick<
  Library,
  'items' | 'list' | 'changeArticles' | 'sharedTags' | 'purge' | 'restoreTo'
>;

/** Tags being edited on some articles. */
export interface Tagging {
  readonly ids: readonly ArticleId[];
  /** Tags on all of them. */
  readonly tags: readonly string[];
}

/** A day being chosen for some articles. */
export interface Dating {
  readonly ids: readonly ArticleId[];
  /** The day that all of them have. */
  readonly day: Day | null;
}

/** Up to how many articles are read to see how they stand: of more, the shelves tell. */
const MOST_READ = 200;

/**
 * What can be done to articles, one or a hundred thousand. Everything says what it did and offers to undo exactly that, whatever else was
 * true before. A purge is kept under a restore point, as a change of many is: it can be undone when its toast is long gone.
 */
export const LibraryActions = createModel((library: ChangeableLibrary, toasts: InstanceType<typeof ToastsModel>) => {
  const tagging = signal<Tagging | null>(null);
  const dating = signal<Dating | null>(null);
  const bulk = bulkRunner(library, toasts);
  let tagUndo: readonly ChangeStep[] = [];
  /** The changes of tags one after the other, as they were made. */
  let tagWrites: Promise<void> = Promise.resolve();

  /** What `work` resolves with; null, and a toast, when the library could not be read. */
  async function read<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      reportError('library change', error);
      toasts.show({ kind: 'error', message: explain('library-unavailable') });
      return null;
    }
  }

  /** Whether all articles are on a shelf; null when that cannot be told. */
  function areAll(ids: readonly ArticleId[], shelf: 'archived' | 'favourite'): Promise<boolean | null> {
    return read(async () => {
      if (ids.length <= MOST_READ) return (await library.items(ids)).every((item) => item[shelf]);
      const there = new Set(await library.list({ shelf, sort: 'newest' }));
      return ids.every((id) => there.has(id));
    });
  }

  async function change(ids: readonly ArticleId[], what: ArticleChange, message: string) {
    bulk.tell(await bulk.change([{ ids, change: what }]), message);
  }

  function changeTag(tags: readonly string[], what: ArticleChange): Promise<void> {
    const now = tagging.peek();
    if (!now) return tagWrites;
    tagging.value = { ...now, tags };
    tagWrites = tagWrites.then(async () => {
      const { undo, failure } = await bulk.change([{ ids: now.ids, change: what }]);
      tagUndo = [...undo, ...tagUndo];
      if (failure) toasts.show({ kind: 'error', message: explain(failure) });
    });
    return tagWrites;
  }

  /** Where there is no room to keep what goes, deleting must still be possible: it is what makes room. */
  function offerPurgeForGood(ids: readonly ArticleId[]) {
    const onAct = async () => {
      const purged = await read(() => library.purge(ids));
      if (purged?.ok) toasts.announce(t('libraryPurgedForGood'));
      else if (purged) toasts.show({ kind: 'error', message: explain(purged.error) });
    };
    toasts.show({
      kind: 'error',
      message: t('libraryPurgeNoRoom'),
      action: { label: t('libraryPurgeAnyway'), onAct },
    });
  }

  function offerBack(count: number, point: RestorePoint) {
    const onAct = async () => {
      const back = await read(() => library.restoreTo(point.id));
      if (back?.ok) toasts.announce(t('toastUndone'));
      else if (back) toasts.show({ kind: 'error', message: explain(back.error) });
    };
    toasts.show({ message: tCount('libraryPurged', count), action: { label: t('toastUndo'), onAct } });
  }

  return {
    tagging,
    dating,
    progress: bulk.progress,

    /** Archives them; takes them back to unread when all are archived. */
    async toggleArchived(ids: readonly ArticleId[]) {
      const are = await areAll(ids, 'archived');
      if (are !== null) await change(ids, { archived: !are }, are ? 'libraryUnarchived' : 'libraryArchived');
    },

    /** Makes them favourites; not any more when all are. */
    async toggleFavourite(ids: readonly ArticleId[]) {
      const are = await areAll(ids, 'favourite');
      if (are !== null) await change(ids, { favourite: !are }, are ? 'libraryUnfavoured' : 'libraryFavoured');
    },

    trash: (ids: readonly ArticleId[]) => change(ids, { deleted: true }, 'libraryTrashed'),
    restore: (ids: readonly ArticleId[]) => change(ids, { deleted: false }, 'libraryRestored'),

    /** Takes articles out of the library. What is kept of them is put back by undo, or on the storage page for as long as it is there. */
    async purge(ids: readonly ArticleId[]) {
      if (ids.length === 0) return;
      const point = newRestorePoint('purge');
      const purged = await read(() => library.purge(ids, point));
      if (purged?.ok) offerBack(ids.length, point);
      else if (purged?.error === 'quota-exceeded') offerPurgeForGood(ids);
      else if (purged) toasts.show({ kind: 'error', message: explain(purged.error) });
    },

    /** Begins editing the tags of articles; `endTagging` ends it. */
    async beginTagging(ids: readonly ArticleId[]) {
      const tags = await read(() => library.sharedTags(ids));
      if (!tags) return;
      tagUndo = [];
      tagging.value = { ids, tags };
    },
    async addTag(tag: string) {
      const tags = tagging.peek()?.tags ?? [];
      if (!tags.includes(tag)) await changeTag([...tags, tag], { addTags: [tag] });
    },
    async removeTag(tag: string) {
      const tags = tagging.peek()?.tags ?? [];
      await changeTag(
        tags.filter((each) => each !== tag),
        { removeTags: [tag] },
      );
    },
    /** Ends editing tags and offers to undo all of it at once. */
    async endTagging() {
      const now = tagging.peek();
      if (!now) return;
      tagging.value = null;
      await tagWrites;
      if (tagUndo.length > 0) bulk.offerUndo(tCount('libraryTagged', now.ids.length), tagUndo);
    },

    /** Begins choosing the day by which articles are to be read; `chooseDay` or `endDating` ends it. */
    async beginDating(ids: readonly ArticleId[]) {
      const items = await read(() => library.items(ids.slice(0, MOST_READ)));
      const [first] = items ?? [];
      if (!first) return;
      dating.value = { ids, day: items?.every(({ readBy }) => readBy === first.readBy) ? first.readBy : null };
    },
    async chooseDay(day: Day | null) {
      const ids = dating.peek()?.ids ?? [];
      dating.value = null;
      await change(ids, { readBy: day }, day === null ? 'libraryUndueDone' : 'libraryDueDone');
    },
    endDating() {
      dating.value = null;
    },
  };
});
