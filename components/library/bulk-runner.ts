import { signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import { t, tCount } from '../../utils/i18n';
import type { LibraryError } from '../../utils/model/library';
import type { BulkReason, ChangeDone, ChangeOptions, ChangeStep, OrganisedLibrary } from '../../utils/model/organise';
import type { ToastsModel } from '../ui/toasts-model';

/** How far a change of many articles is. */
export interface BulkProgress {
  readonly done: number;
  readonly total: number;
  stop(): void;
}

/** How long a change may take before its progress is shown, in ms. */
const SHOWN_AFTER = 400;

/** Does work that tells how far it is, and shows that when it takes long. */
export function progressRunner() {
  const progress = signal<BulkProgress | null>(null);

  async function run(work: (options: ChangeOptions) => Promise<ChangeDone>): Promise<ChangeDone> {
    const stopping = new AbortController();
    const began = performance.now();
    try {
      return await work({
        signal: stopping.signal,
        onProgress(done, total) {
          if (done === total || performance.now() - began < SHOWN_AFTER) return;
          progress.value = { done, total, stop: () => stopping.abort() };
        },
      });
    } catch (error) {
      reportError('library change', error);
      return { changed: 0, undo: [], failure: 'library-unavailable' };
    } finally {
      progress.value = null;
    }
  }

  return { progress, run };
}

/** Changes articles, however many, and says what was done, with a way to take it back. */
export function bulkRunner(
  library: Pick<OrganisedLibrary, 'changeArticles'>,
  toasts: InstanceType<typeof ToastsModel>,
) {
  const { progress, run } = progressRunner();
  const change = (steps: readonly ChangeStep[], reason?: BulkReason) =>
    run((options) => library.changeArticles(steps, { ...options, ...(reason ? { reason } : {}) }));

  /** Offers to take something back. */
  function offerUndo(message: string, steps: readonly ChangeStep[]) {
    const onAct = async () => {
      const undone = await change(steps, 'undo');
      if (undone.failure) toasts.show({ kind: 'error', message: explain(undone.failure) });
      else toasts.announce(t('toastUndone'));
    };
    toasts.show({ message, action: { label: t('toastUndo'), onAct } });
  }

  return {
    progress,
    change,
    offerUndo,
    /** Says what a change did: a counted text, and why it did not come to its end. */
    tell({ changed, undo, failure }: ChangeDone, message: string) {
      if (failure) toasts.show({ kind: 'error', message: explain(failure) });
      if (changed > 0) offerUndo(tCount(message, changed), undo);
    },
  };
}

/** What became of a change that did not happen. */
export function explain(error: LibraryError): string {
  if (error === 'quota-exceeded') return t('libraryQuota');
  if (error === 'not-found') return t('libraryGone');
  return t('libraryNotChanged');
}
