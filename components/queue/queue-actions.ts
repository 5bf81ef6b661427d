import { createModel, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import { t, tCount } from '../../utils/i18n';
import type { LibraryError } from '../../utils/model/library';
import type { QueueAddition, QueueEntry, QueueItem } from '../../utils/model/queue';
import { fail, type Result } from '../../utils/model/result';
import type { ToastsModel } from '../ui/toasts-model';
import type { QueuePorts, TabScope } from './queue-ports';

/** Tabs that could not be seen for want of access, and which were meant. */
export interface UnseenTabs {
  readonly scope: TabScope;
  readonly count: number;
}

/** What can be done to the queue. Each says what it did; what takes items away offers to undo just that. */
export const QueueActions = createModel((ports: QueuePorts, toasts: InstanceType<typeof ToastsModel>) => {
  const { queue } = ports;
  const isAdding = signal(false);
  const unseen = signal<UnseenTabs | null>(null);

  async function attempt<T>(write: () => Promise<Result<T, LibraryError>>): Promise<T | null> {
    const result = await write().catch((error: unknown) => {
      reportError('changing the queue', error);
      return fail('library-unavailable' as const);
    });
    if (!result.ok) toasts.show({ kind: 'error', message: explain(result.error) });
    ports.work();
    return result.ok ? result.value : null;
  }

  /** Adds pages, telling how many were new; true when that was done. */
  async function add(entries: readonly QueueEntry[], tags: readonly string[]): Promise<boolean> {
    isAdding.value = true;
    const added = await attempt(() => queue.add(entries, tags));
    isAdding.value = false;
    if (added) toasts.show({ message: wordsOf(added) });
    return added !== null;
  }

  async function remove(items: readonly QueueItem[], message: string) {
    const removed = await attempt(() => queue.remove(items.map(({ id }) => id)));
    if (!removed || removed.length === 0) return;
    const onAct = async () => {
      if ((await attempt(async () => spread(await queue.putBack(removed)))) !== null) toasts.announce(t('toastUndone'));
    };
    toasts.show({ message: tCount(message, removed.length), action: { label: t('toastUndo'), onAct } });
  }

  return {
    isAdding,
    unseen,
    add,

    /** Adds open tabs. Those that the browser does not show are remembered for when access is given. */
    async addTabs(scope: TabScope, tags: readonly string[]) {
      const tabs = await ports.readTabs(scope);
      const isBlind = tabs.unseen > 0 && !ports.access.peek();
      unseen.value = isBlind ? { scope, count: tabs.unseen } : null;
      if (tabs.pages.length > 0) await add(tabs.pages, tags);
      else if (!isBlind) toasts.show({ message: t('queueNoTabs') });
    },
    /** Says which of the tabs that the page was opened for could not be seen; those that could are in the queue already. */
    async findUnseen(scope: TabScope) {
      const { unseen: count } = await ports.readTabs(scope);
      if (count > 0 && !ports.access.peek()) unseen.value = { scope, count };
    },

    setPaused: (paused: boolean) => attempt(async () => spread(await queue.setPaused(paused))),
    retry: (items: readonly QueueItem[]) => attempt(async () => spread(await queue.retry(items.map(({ id }) => id)))),
    remove: (items: readonly QueueItem[]) => remove(items, 'queueRemoved'),
    clear: (items: readonly QueueItem[]) => remove(items, 'queueCleared'),
  };
});

/** A success that carries something, to be told from a failure. */
function spread(result: Result<void, LibraryError>): Result<true, LibraryError> {
  return result.ok ? { ok: true, value: true } : result;
}

function wordsOf({ added, repeated, alreadySaved }: QueueAddition): string {
  const parts = [
    tCount('queueAdded', added),
    repeated > 0 ? tCount('queueRepeated', repeated) : '',
    alreadySaved > 0 ? tCount('queueAlready', alreadySaved) : '',
  ];
  return parts.filter(Boolean).join(' ');
}

function explain(error: LibraryError): string {
  return error === 'quota-exceeded' ? t('libraryQuota') : t('queueNotChanged');
}
