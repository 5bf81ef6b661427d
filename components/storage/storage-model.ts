import { batch, createModel, effect, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import { t } from '../../utils/i18n';
import type { SavedRestorePoint } from '../../utils/model/restore-point';
import { ok } from '../../utils/model/result';
import type { Room } from '../../utils/model/room';
import type { StorageFacts, Survey } from '../../utils/model/storage';
import { coalesced } from '../library/coalesced';
import type { ToastsModel } from '../ui/toasts-model';
import type { StoragePorts } from './storage-ports';
import { storageWork } from './storage-work';
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

    const work = storageWork({
      ports,
      tasks,
      toasts,
      problems: () => survey.peek()?.problems ?? [],
      async reread() {
        await refresh();
        if (survey.peek()) await look();
      },
    });

    return {
      facts,
      room,
      points,
      survey,
      isOld,
      unavailable,
      look,
      refresh,
      ...work,
      async start() {
        library.subscribe(() => {
          isOld.value = survey.peek() !== null;
          void refresh();
        }, lifetime.signal);
        await tendPoints();
        const { articles = 0, texts = 0, pictures = 0 } = facts.peek() ?? {};
        if (facts.peek() && articles + texts + pictures <= MOST_AT_OPENING) await look();
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
