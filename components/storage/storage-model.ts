import { batch, createModel, effect, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import { t, tCount } from '../../utils/i18n';
import type { LibraryError } from '../../utils/model/library';
import type { Progressing, RestorePoint, SavedRestorePoint } from '../../utils/model/restore-point';
import { ok, type Result } from '../../utils/model/result';
import type { Room } from '../../utils/model/room';
import type { StorageFacts, Survey, UpkeepOutcome } from '../../utils/model/storage';
import { coalesced } from '../library/coalesced';
import { bytesText } from '../ui/bytes';
import type { ToastsModel } from '../ui/toasts-model';
import type { StoragePorts } from './storage-ports';
import type { TaskModel } from './task-model';

/** Records up to which a page that opens looks at all of them by itself: about two seconds. */
const MOST_AT_OPENING = 5_000;

/** When a point that was dropped is removed for good, in ms: a little later than that can no longer be taken back. */
const REMOVED_AFTER = 61_000;

/** What the storage page shows and does. Follows the library, whoever changes it. Call `start` once. */
export const StorageModel = createModel(
  (ports: StoragePorts, tasks: InstanceType<typeof TaskModel>, toasts: InstanceType<typeof ToastsModel>) => {
    const { library, upkeep } = ports;
    const facts = signal<StorageFacts | null>(null);
    const room = signal<Room | null>(null);
    const points = signal<readonly SavedRestorePoint[] | null>(null);
    /** The last look at every record; what was changed since may have made it untrue. */
    const survey = signal<Survey | null>(null);
    const isOld = signal(false);
    const unavailable = signal(false);
    const lifetime = new AbortController();

    let removing: ReturnType<typeof setTimeout> | undefined;

    effect(() => () => {
      lifetime.abort();
      clearTimeout(removing);
    });

    const refresh = coalesced(async () => {
      try {
        const [newFacts, newRoom, newPoints] = await Promise.all([
          upkeep.facts(),
          ports.readRoom(),
          library.restorePoints(),
        ]);
        batch(() => {
          facts.value = newFacts;
          room.value = newRoom;
          points.value = newPoints;
          unavailable.value = false;
        });
      } catch (error) {
        reportError('storage', error);
        unavailable.value = true;
      }
    });

    /** Removes what was dropped and what is no longer kept; the worker does so once a day besides. */
    async function tendPoints() {
      await library.tendRestorePoints(Date.now()).catch((error) => reportError('restore points', error));
      await refresh();
    }

    async function look() {
      const found = await tasks.run('survey', async (progressing) => ok(await upkeep.survey(progressing)));
      if (!found) return;
      batch(() => {
        survey.value = found;
        isOld.value = false;
      });
    }

    /** Says what was done and offers to take it back. */
    function tell(message: string, undo: RestorePoint | null) {
      const onAct = () => putBack(undo?.id ?? '');
      toasts.show({ message, ...(undo ? { action: { label: t('toastUndo'), onAct } } : {}) });
    }

    async function putBack(id: string) {
      const outcome = await tasks.run('put-back', (progressing) => library.restoreTo(id, progressing));
      if (!outcome) return;
      const words = outcome.changed === 0 ? t('storagePutBackNothing') : tCount('storagePutBackDone', outcome.changed);
      tell(outcome.gone > 0 ? `${words} ${tCount('storagePutBackGone', outcome.gone)}` : words, outcome.undo);
      await after();
    }

    /** After work that changed much: the numbers anew, and the look at every record where it was had. */
    async function after() {
      await refresh();
      if (survey.peek()) await look();
    }

    async function upkeepWith(
      name: 'repair' | 'pictures' | 'versions',
      work: (progressing: Required<Progressing>) => Promise<Result<UpkeepOutcome, LibraryError>>,
      words: (outcome: UpkeepOutcome) => string,
    ) {
      const outcome = await tasks.run(name, work);
      if (!outcome) return;
      tell(words(outcome), outcome.undo);
      await after();
    }

    return {
      facts,
      room,
      points,
      survey,
      isOld,
      unavailable,
      look,
      putBack,
      refresh,
      async start() {
        library.subscribe(() => {
          isOld.value = survey.peek() !== null;
          void refresh();
        }, lifetime.signal);
        await tendPoints();
        const { articles = 0, texts = 0, pictures = 0 } = facts.peek() ?? {};
        if (facts.peek() && articles + texts + pictures <= MOST_AT_OPENING) await look();
      },
      repair: () =>
        upkeepWith(
          'repair',
          async (progressing) => {
            const outcome = await upkeep.repair(survey.peek()?.problems ?? [], progressing);
            ports.runJobs();
            return outcome;
          },
          ({ changed }) => tCount('storageRepaired', changed),
        ),
      shrinkPictures: () =>
        upkeepWith(
          'pictures',
          (progressing) => upkeep.shrinkPictures(ports.shrink, progressing),
          ({ changed, bytes }) =>
            changed === 0 ? t('storageShrunkNone') : tCount('storageShrunk', changed, bytesText(bytes)),
        ),
      dropOlderTexts: () =>
        upkeepWith(
          'versions',
          (progressing) => upkeep.dropOlderTexts(progressing),
          ({ changed }) => (changed === 0 ? t('storageDroppedNone') : tCount('storageDropped', changed)),
        ),
      async reindex() {
        const total = facts.peek()?.articles ?? 0;
        const done = await tasks.run('reindex', async ({ onProgress, signal: stop }) => {
          const forgotten = await upkeep.reindex();
          while (forgotten.ok && !stop.aborted && (await library.tendIndex()))
            onProgress((await upkeep.facts()).index.documents, total);
          return forgotten.ok ? ok(!stop.aborted) : forgotten;
        });
        if (done !== null) toasts.show({ message: t(done ? 'storageReindexed' : 'storageReindexLater') });
        await after();
      },
      /** Has every missing picture tried again. */
      async retryMissing() {
        const tried = await tasks.run('missing', async ({ onProgress, signal: stop }) => {
          const ids = await upkeep.articlesMissingPictures();
          for (const [i, id] of ids.entries()) {
            if (stop.aborted) break;
            await library.retryPictures(id);
            onProgress(i + 1, ids.length);
          }
          return ok(ids.length);
        });
        if (tried === null) return;
        ports.runJobs();
        toasts.show({ message: t('storageRetrying') });
      },
      /** Removes a point from the list; for a while that can be taken back. */
      async dropPoint({ id }: SavedRestorePoint) {
        const dropped = await library.setRestorePointDropped(id, true);
        await refresh();
        if (!dropped.ok) return;
        clearTimeout(removing);
        removing = setTimeout(() => void tendPoints(), REMOVED_AFTER);
        const onAct = async () => {
          await library.setRestorePointDropped(id, false);
          await refresh();
        };
        toasts.show({ message: t('storagePointDropped'), action: { label: t('toastUndo'), onAct } });
      },
    };
  },
);
