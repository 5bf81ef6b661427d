import type { ArticleId } from '../../model/article';
import type { LibraryError } from '../../model/library';
import type { ArticleChange, BulkReason, ChangeDone, ChangeOptions, ChangeStep } from '../../model/organise';
import { newRestorePoint, type RestorePoint, type RestoreReason } from '../../model/restore-point';
import { ok, type Result } from '../../model/result';
import type { ArticleState } from '../../model/saved-article';
import { openClock } from '../clock';
import type { LibraryContext } from '../context';
import { keepStates } from '../restore-points/keep';
import { changedState, KEPT_STATE_STORES, writeStates } from '../states';

/** Articles changed in one transaction: about a tenth of a second, for which a save may have to wait. */
const AT_ONCE = 250;

/** How often other pages hear of a change that goes on, in ms: each time their lists are read anew. */
const TOLD_EVERY = 1_500;

/** What one slice did, and takes back. */
interface Slice {
  readonly changed: readonly ArticleId[];
  readonly undo: readonly ChangeStep[];
}

/**
 * Changes any number of articles in slices, each whole or not at all. The one way into every change of many: what is to happen
 * before it (see `ChangeOptions.reason`) happens here: what it changes is kept under a restore point, of one article and of an
 * undo apart.
 */
export async function changeArticles(
  context: LibraryContext,
  steps: readonly ChangeStep[],
  { onProgress, signal, reason = 'edit' }: ChangeOptions = {},
): Promise<ChangeDone> {
  const total = steps.reduce((sum, { ids }) => sum + ids.length, 0);
  const news = newsOf(context);
  const point = total > 1 && reason !== 'undo' ? newRestorePoint(pointReason(reason, steps), '', context.now()) : null;
  const changed = new Set<ArticleId>();
  let undo: readonly ChangeStep[] = [];
  let failure: LibraryError | null = null;
  let done = 0;
  for (const { ids, change } of slicesOf(steps)) {
    if (signal?.aborted) break;
    const slice = await changeSlice(context, ids, change, point);
    if (!slice.ok) {
      failure = slice.error;
      break;
    }
    for (const id of slice.value.changed) changed.add(id);
    undo = joined(slice.value.undo, undo);
    done += ids.length;
    news.tell(slice.value.changed);
    onProgress?.(done, total);
  }
  news.end();
  return { changed: changed.size, undo, failure };
}

function pointReason(reason: Exclude<BulkReason, 'undo'>, steps: readonly ChangeStep[]): RestoreReason {
  if (reason === 'rule') return 'rules';
  const isOfTags = steps.every(({ change }) => change.addTags || change.removeTags);
  return reason === 'edit' && !isOfTags ? 'edit' : 'tags';
}

function* slicesOf(steps: readonly ChangeStep[]): Generator<ChangeStep> {
  for (const { ids, change } of steps) {
    const once = [...new Set(ids)];
    for (let from = 0; from < once.length; from += AT_ONCE) yield { ids: once.slice(from, from + AT_ONCE), change };
  }
}

function changeSlice(
  { connection, now }: LibraryContext,
  ids: readonly ArticleId[],
  change: ArticleChange,
  point: RestorePoint | null,
): Promise<Result<Slice, LibraryError>> {
  return connection.write(KEPT_STATE_STORES, async (transaction) => {
    const clock = await openClock(transaction, now());
    const states = await Promise.all(ids.map((id) => transaction.objectStore('states').get(id)));
    const pairs = states.flatMap((before): [ArticleState, ArticleState][] => {
      const after = before && changedState(before, change, clock);
      return before && after && after !== before ? [[before, after]] : [];
    });
    const after = pairs.map(([, each]) => each);
    if (point)
      await keepStates(
        transaction,
        point,
        pairs.map(([before]) => before),
      );
    await writeStates(transaction, after);
    if (after.length > 0) await clock.keep('places');
    return ok({ changed: after.map(({ articleId }) => articleId), undo: undoOf(pairs) });
  });
}

/** What takes states back to what they were, articles that need the same together. */
function undoOf(pairs: readonly (readonly [before: ArticleState, after: ArticleState])[]): ChangeStep[] {
  const steps = Map.groupBy(pairs, ([before, after]) => JSON.stringify(inverse(before, after)));
  return [...steps].map(([key, each]) => ({
    ids: each.map(([{ articleId }]) => articleId),
    change: JSON.parse(key) as ArticleChange,
  }));
}

function inverse(before: ArticleState, after: ArticleState): ArticleChange {
  const fields = (['archived', 'favourite', 'deleted'] as const).filter((field) => before[field] !== after[field]);
  const changed = Object.keys(after.tags).filter((tag) => before.tags[tag] !== after.tags[tag]);
  const wasOn = (tag: string) => Object.hasOwn(before.tags, tag) && before.tags[tag]?.value === true;
  return {
    ...Object.fromEntries(fields.map((field) => [field, before[field].value])),
    ...(before.readBy === after.readBy ? {} : { readBy: before.readBy?.value ?? null }),
    addTags: changed.filter(wasOn),
    removeTags: changed.filter((tag) => !wasOn(tag)),
  };
}

/** Steps before others; of two alike that follow one another one is made. */
function joined(steps: readonly ChangeStep[], others: readonly ChangeStep[]): ChangeStep[] {
  const last = steps.at(-1);
  const [first, ...rest] = others;
  if (!last || !first || JSON.stringify(last.change) !== JSON.stringify(first.change)) return [...steps, ...others];
  return [...steps.slice(0, -1), { ids: [...first.ids, ...last.ids], change: last.change }, ...rest];
}

/** Tells other pages what changed, not too often, and all of it in the end. */
function newsOf({ changes }: LibraryContext) {
  let untold: ArticleId[] = [];
  let toldAt = performance.now();
  const end = () => {
    if (untold.length > 0) changes.announce({ kind: 'states', ids: untold });
    untold = [];
    toldAt = performance.now();
  };
  return {
    tell(ids: readonly ArticleId[]) {
      untold = [...untold, ...ids];
      if (performance.now() - toldAt > TOLD_EVERY) end();
    },
    end,
  };
}
