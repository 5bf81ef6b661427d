import { computed, createModel, effect, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import { t } from '../../utils/i18n';
import type { LibraryError } from '../../utils/model/library';
import type { Progressing } from '../../utils/model/restore-point';
import { fail, type Result } from '../../utils/model/result';
import type { ToastsModel } from '../ui/toasts-model';

/** Work that takes a while: one at a time, because each reads or writes much of the library. */
export type TaskName = 'survey' | 'repair' | 'reindex' | 'pictures' | 'versions' | 'missing' | 'put-back';

/** The work under way. */
export interface Task {
  readonly name: TaskName;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  readonly isStopping: boolean;
}

/** Work that tells how far it is and can be stopped. */
type Work<T> = (progressing: Required<Progressing>) => Promise<Result<T, LibraryError>>;

/** Runs long work, tells how far it is, stops it when asked, and says when it failed. */
export const TaskModel = createModel((toasts: InstanceType<typeof ToastsModel>) => {
  const task = signal<Task | null>(null);
  /** Whether something is under way that nothing may be begun beside. A survey only reads: other work stops it. */
  const isBusy = computed(() => task.value !== null && task.value.name !== 'survey');
  let stopping = new AbortController();
  let ended: Promise<unknown> = Promise.resolve();

  effect(() => () => stopping.abort());

  async function runAlone<T>(name: TaskName, work: Work<T>): Promise<Result<T, LibraryError>> {
    stopping = new AbortController();
    const { signal: stop } = stopping;
    task.value = { name, done: 0, total: 0, isStopping: false };
    const onProgress = (done: number, total: number) => {
      task.value = { name, done, total, isStopping: stop.aborted };
    };
    const result = await work({ onProgress, signal: stop }).catch((error: unknown) => {
      reportError(`storage: ${name}`, error);
      return fail('library-unavailable' as const);
    });
    task.value = null;
    return result;
  }

  return {
    task,
    isBusy,
    /** Null when it failed, which is then said, or other work is under way. */
    async run<T>(name: TaskName, work: Work<T>): Promise<T | null> {
      if (isBusy.peek() || (task.peek() && name === 'survey')) return null;
      stopping.abort();
      await ended;
      if (task.peek()) return null;
      const running = runAlone(name, work);
      ended = running;
      const result = await running;
      if (result.ok) return result.value;
      toasts.show({ kind: 'error', message: explain(result.error) });
      return null;
    },
    /** Asks it to stop after the slice under way. */
    stop() {
      stopping.abort();
      const now = task.peek();
      if (now) task.value = { ...now, isStopping: true };
    },
  };
});

function explain(error: LibraryError): string {
  if (error === 'quota-exceeded') return t('storageNoRoom');
  return error === 'not-found' ? t('storagePointGone') : t('libraryNotChanged');
}
