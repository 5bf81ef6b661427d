import { t, tCount } from '../../utils/i18n';
import type { LibraryError } from '../../utils/model/library';
import type { Progressing, RestorePoint } from '../../utils/model/restore-point';
import { ok, type Result } from '../../utils/model/result';
import type { Problem, UpkeepOutcome } from '../../utils/model/storage';
import { bytesText } from '../ui/bytes';
import type { ToastsModel } from '../ui/toasts-model';
import type { StoragePorts } from './storage-ports';
import type { TaskModel } from './task-model';

/** How long another context that is at the index is waited for before the next look, in ms. */
const INDEX_PAUSE = 200;

/** What the work is done by and told with. */
export interface WorkSurroundings {
  readonly ports: StoragePorts;
  readonly tasks: InstanceType<typeof TaskModel>;
  readonly toasts: InstanceType<typeof ToastsModel>;
  /** What the last look at every record found wrong. */
  problems(): readonly Problem[];
  /** Reads anew what the page shows, after work that changed much. */
  reread(): Promise<void>;
}

/** The upkeep that the storage page offers: each says what it did and offers to undo it where that can be. */
export function storageWork({ ports, tasks, toasts, problems, reread }: WorkSurroundings) {
  const { library, upkeep } = ports;

  function tell(message: string, undo: RestorePoint | null) {
    const onAct = () => putBack(undo?.id ?? '');
    toasts.show({ message, ...(undo ? { action: { label: t('toastUndo'), onAct } } : {}) });
  }

  async function putBack(id: string) {
    const outcome = await tasks.run('put-back', (progressing) => library.restoreTo(id, progressing));
    if (!outcome) return;
    const words = outcome.changed === 0 ? t('storagePutBackNothing') : tCount('storagePutBackDone', outcome.changed);
    tell(outcome.gone > 0 ? `${words} ${tCount('storagePutBackGone', outcome.gone)}` : words, outcome.undo);
    await reread();
  }

  async function upkeepWith(
    name: 'repair' | 'pictures' | 'versions',
    work: (progressing: Required<Progressing>) => Promise<Result<UpkeepOutcome, LibraryError>>,
    words: (outcome: UpkeepOutcome) => string,
  ) {
    const outcome = await tasks.run(name, work);
    if (!outcome) return;
    tell(words(outcome), outcome.undo);
    await reread();
  }

  /** Indexes what is unindexed, or waits for the context that does. */
  async function indexAll({ onProgress, signal: stop }: Required<Progressing>) {
    for (;;) {
      const worked = await library.tendIndex();
      const { index, articles } = await upkeep.facts();
      onProgress(index.documents, articles);
      if (stop.aborted || (!worked && index.unindexed === 0)) return;
      if (!worked) await new Promise((resolve) => setTimeout(resolve, INDEX_PAUSE));
    }
  }

  return {
    putBack,
    repair: () =>
      upkeepWith(
        'repair',
        async (progressing) => {
          const outcome = await upkeep.repair(problems(), progressing);
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
      const isWhole = await tasks.run('reindex', async (progressing) => {
        const forgotten = await upkeep.reindex();
        if (!forgotten.ok) return forgotten;
        await indexAll(progressing);
        return ok(!progressing.signal.aborted);
      });
      if (isWhole === false) ports.runJobs();
      if (isWhole !== null) toasts.show({ message: t(isWhole ? 'storageReindexed' : 'storageReindexLater') });
      await reread();
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
  };
}
