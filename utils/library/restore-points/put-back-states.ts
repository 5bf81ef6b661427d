import type { RestorePoint } from '../../model/restore-point';
import type { ArticleState } from '../../model/saved-article';
import { openClock } from '../clock';
import type { FormerRow, WriteTransaction } from '../schema';
import { writeStates } from '../states';
import { isSame, stateAsItWas } from './as-it-was';
import { keepStates } from './keep';
import type { PutBackSlice } from './put-back';

/** Puts states back of articles of which nothing else was changed; of those that are gone there is nothing to put back. */
export async function putBackStates(
  transaction: WriteTransaction,
  former: readonly FormerRow[],
  undo: RestorePoint,
  now: number,
): Promise<PutBackSlice> {
  const clock = await openClock(transaction, now);
  const states = transaction.objectStore('states');
  const current = await Promise.all(former.map(({ key }) => states.get(key as string)));
  const present = current.filter((state) => state !== undefined);
  const changed = former.flatMap(({ row }, i) => {
    const state = current[i];
    const target = state && stateAsItWas(row as ArticleState, state, null, clock);
    return target && !isSame(target, state) ? [{ state, target }] : [];
  });
  await keepStates(
    transaction,
    undo,
    changed.map(({ state }) => state),
  );
  const targets = changed.map(({ target }) => target);
  await writeStates(transaction, targets);
  if (targets.length > 0) await clock.keep('places');
  const articles = targets.map(({ articleId }) => articleId);
  return { articles, others: 0, gone: former.length - present.length };
}
