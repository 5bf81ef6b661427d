import type { ArticleState, Tombstone } from '../../model/saved-article';
import type { Stamped } from '../../model/stamped';
import type { Clock } from '../clock';
import type { ArticleRow, PictureRow } from '../schema';

/*
 * Rows as they were, made so now: what differs from today gets a stamp of today, or a merge with another library would take it
 * for older than what it takes the place of. Pure but for the clock.
 */

/** The state with the values it had; those that it has yet keep their stamps. */
export function stateAsItWas(
  former: ArticleState,
  current: ArticleState | null,
  tombstone: Tombstone | null,
  clock: Clock,
): ArticleState {
  const { articleId, tags, ...fields } = former;
  const now: Readonly<Record<string, unknown>> = { ...current };
  const stamped = Object.entries(fields)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => [name, asItWas<unknown>(field, now[name] as Stamped<unknown> | undefined, clock)]);
  const state = { ...Object.fromEntries(stamped), articleId, tags: tagsAsTheyWere(tags, current?.tags ?? {}, clock) };
  // Later than its tombstone, or it would count as purged.
  const deleted = tombstone ? clock.stamp(former.deleted.value, tombstone.deleted) : state.deleted;
  return { ...state, deleted } as ArticleState;
}

/** The row as it was; null stands for one that is gone. */
export function rowAsItWas(former: ArticleRow, current: ArticleRow | null, clock: Clock): ArticleRow {
  if (current && isSame(withoutStamps(former), withoutStamps(current))) return current;
  return {
    ...former,
    current: asItWas(former.current, current?.current, clock),
    described: clock.stamp(true, current?.described ?? former.described),
  };
}

/** The pictures as they were, but for those that have been fetched since and still are wanted. */
export function picturesAsTheyWere(former: readonly PictureRow[], current: readonly PictureRow[]): PictureRow[] {
  const kept = new Map(current.filter(({ status }) => status === 'kept').map((row) => [row.url, row]));
  return former.map((row): PictureRow => {
    const since = row.status === 'kept' ? undefined : kept.get(row.url);
    return since ? { ...row, status: 'kept', hash: since.hash, failure: null } : row;
  });
}

/** True for two values that are written alike, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function asItWas<T>(former: Stamped<T>, current: Stamped<T> | undefined, clock: Clock): Stamped<T> {
  if (current && isSame(former.value, current.value)) return current;
  return clock.stamp(former.value, current ?? former);
}

function tagsAsTheyWere(former: ArticleState['tags'], current: ArticleState['tags'], clock: Clock) {
  // Through maps: a tag may be called `__proto__`.
  const now = new Map(Object.entries(current));
  const all = new Map<string, Stamped<boolean>>();
  let isMoved = false;
  // Tags are shown in the order of their times: behind the first that gets a new one all do.
  for (const [tag, stamped] of Object.entries(former).sort(([, a], [, b]) => (a.time < b.time ? -1 : 1))) {
    const known = now.get(tag);
    isMoved ||= known?.value !== stamped.value;
    all.set(tag, isMoved ? clock.stamp(stamped.value, known ?? stamped) : (known ?? stamped));
    now.delete(tag);
  }
  for (const [tag, stamped] of now) all.set(tag, stamped.value ? clock.stamp(false, stamped) : stamped);
  return Object.fromEntries(all);
}

function withoutStamps({ current, described: _, ...row }: ArticleRow) {
  return { ...row, current: current.value };
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, each]) => [key, inOrder(each)]);
}
