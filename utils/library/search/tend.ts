import type { LibraryContext } from '../context';
import { flushPending } from './flush-pending';
import { indexOldArticles } from './index-old-articles';
import { mergeStep, sweepStep } from './merge-step';

/** What `tendIndex` may do. */
export interface Tending {
  /** Also what only a quiet day is for: few large segments instead of several, which makes searches a little quicker. */
  readonly tidy?: boolean;
}

/** What there may be to do, the most urgent first. Each does one step of a few dozen ms and says whether there was one. */
const STEPS: readonly ((context: LibraryContext, tending: Tending) => Promise<boolean>)[] = [
  flushPending,
  mergeStep,
  sweepStep,
  indexOldArticles,
];

/**
 * Does one step of the index's work, in one transaction, so that a worker killed at any line has lost the step and no more.
 * False when nothing is left, or another context is at it: two at once would do the same work twice.
 */
export async function tendIndex(context: LibraryContext, tending: Tending = {}): Promise<boolean> {
  return navigator.locks.request(`offprint:${context.name}:index`, { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    for (const step of STEPS) if (await step(context, tending)) return true;
    return false;
  });
}
