import { signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import type { LibraryError } from '../../utils/model/library';
import { fail, type Result } from '../../utils/model/result';

/** How long a save may take before it shows that it is at work, in ms: quicker ones would only flicker. */
const SHOW_PROGRESS_AFTER = 150;

/** Whether what is done to the library takes long or has failed, and how to try again. */
export type Attempts = ReturnType<typeof createAttempts>;

/** What is done to the library from the popup: that it takes long, that it failed, and how to try again. `onStart` is called before each attempt. */
export function createAttempts(onStart: () => void) {
  /** True once an attempt has taken long enough to show it. */
  const slow = signal(false);
  /** Why the last attempt failed; null while none has. */
  const failure = signal<LibraryError | null>(null);
  let again: () => Promise<void> = async () => {};

  function failed(error: LibraryError, retry: () => Promise<void>) {
    again = retry;
    failure.value = error;
  }

  return {
    slow,
    failure,
    /** Runs `work`; a failure stands until the next attempt, which `retry` is. */
    async attempt(work: () => Promise<Result<unknown, LibraryError>>, retry: () => Promise<void>): Promise<void> {
      onStart();
      failure.value = null;
      const timer = setTimeout(() => {
        slow.value = true;
      }, SHOW_PROGRESS_AFTER);
      const result = await work().catch(asUnavailable);
      clearTimeout(timer);
      slow.value = false;
      if (!result.ok) failed(result.error, retry);
    },
    failed,
    retry: () => again(),
  };
}

/** The library or the worker threw: nothing was kept, and the reader is told as much. */
export function asUnavailable(error: unknown) {
  reportError('popup', error);
  return fail('library-unavailable' as const);
}
