import type { ArticleId } from '../model/article';
import type { Day } from '../model/day';
import type { LibraryError } from '../model/library';
import type { ArticleChange } from '../model/organise';
import type { PageCheck } from '../model/page-check';
import type { RestorePoint } from '../model/restore-point';
import { fail, ok, type Result } from '../model/result';
import type { ArticleState, ReadingPosition } from '../model/saved-article';
import type { Stamped } from '../model/stamped';
import { type Clock, openClock } from './clock';
import { announced, type LibraryContext } from './context';
import { entryInState } from './entries';
import { keepStates, RESTORE_STORES } from './restore-points/keep';
import type { StoreName, WriteTransaction } from './schema';
import { putStateFlags } from './search/flags';
import { putTagNames } from './search/tag-names';
import { tidyTag } from './tags';

/** The stores that `writeStates` and `Clock.keep` write. */
export const STATE_STORES: readonly StoreName[] = [
  'states',
  'entries',
  'documents',
  'documentFlags',
  'tagNames',
  'meta',
];

/** The same, with those that keep what is changed. */
export const KEPT_STATE_STORES: readonly StoreName[] = [...STATE_STORES, ...RESTORE_STORES];

/** The state after a change; the same object when the change is none. */
type StateChange = (state: ArticleState, clock: Clock) => ArticleState;

/** Moves articles to the archive or back. */
export function setArchived(
  context: LibraryContext,
  ids: readonly ArticleId[],
  archived: boolean,
  point?: RestorePoint,
) {
  return changeStates(context, ids, (state, clock) => withField(state, 'archived', archived, clock), point);
}

/** Marks articles as favourites or not. */
export function setFavourite(
  context: LibraryContext,
  ids: readonly ArticleId[],
  favourite: boolean,
  point?: RestorePoint,
) {
  return changeStates(context, ids, (state, clock) => withField(state, 'favourite', favourite, clock), point);
}

/** Puts articles into the trash or takes them out. */
export function setDeleted(context: LibraryContext, ids: readonly ArticleId[], deleted: boolean, point?: RestorePoint) {
  return changeStates(context, ids, (state, clock) => withField(state, 'deleted', deleted, clock), point);
}

/** Sets the day by which articles are to be read, or takes it away. */
export function setReadBy(context: LibraryContext, ids: readonly ArticleId[], day: Day | null) {
  return changeStates(context, ids, (state, clock) => withReadBy(state, day, clock));
}

/** Adds and removes tags; a tag in both is removed. */
export function changeTags(
  context: LibraryContext,
  ids: readonly ArticleId[],
  change: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
  point?: RestorePoint,
) {
  const { add, remove } = change;
  const changed: StateChange = (state, clock) => changedState(state, { addTags: add, removeTags: remove }, clock);
  return changeStates(context, ids, changed, point);
}

/** Remembers how far an article was read; lists do not depend on it, so only the state is written. */
export function setPosition(context: LibraryContext, id: ArticleId, position: ReadingPosition | null) {
  return putOwnState(context, id, (state, clock) => ({ ...state, position: clock.stamp(position, state.position) }));
}

/** Remembers what was found at an article's address. */
export function recordCheck(context: LibraryContext, id: ArticleId, check: PageCheck) {
  return putOwnState(context, id, (state, clock) => ({ ...state, page: clock.stamp(check, state.page) }));
}

/** Changes what neither the order of lists nor searches ask for. */
async function putOwnState(
  { connection, changes, now }: LibraryContext,
  id: ArticleId,
  change: StateChange,
): Promise<Result<void, LibraryError>> {
  const written = await connection.write(['states', 'meta'], async (transaction) => {
    const [clock, state] = await Promise.all([
      openClock(transaction, now()),
      transaction.objectStore('states').get(id),
    ]);
    if (!state) return fail('not-found');
    await Promise.all([transaction.objectStore('states').put(change(state, clock)), clock.keep()]);
    return ok([id]);
  });
  return announced(changes, 'states', written);
}

/** The state after a change; the same object when that is none. */
export function changedState(state: ArticleState, change: ArticleChange, clock: Clock): ArticleState {
  let next = state;
  for (const field of ['archived', 'favourite', 'deleted'] as const) {
    const value = change[field];
    if (value !== undefined) next = withField(next, field, value, clock);
  }
  if (change.readBy !== undefined) next = withReadBy(next, change.readBy, clock);
  next = withTags(next, change.addTags ?? [], true, clock);
  return withTags(next, change.removeTags ?? [], false, clock);
}

/** The state with tags put on or taken off. */
export function withTags(state: ArticleState, tags: readonly string[], on: boolean, clock: Clock): ArticleState {
  // Tags of older libraries may be less tidy than those of today.
  const named = tags.map((tag) => (Object.hasOwn(state.tags, tag) ? tag : tidyTag(tag)));
  const changed = [...new Set(named)].filter((tag) => tag !== '' && on !== isOn(state.tags, tag));
  if (changed.length === 0) return state;
  // Through a map: a tag may be called `__proto__`.
  const all = new Map(Object.entries(state.tags));
  for (const tag of changed) all.set(tag, clock.stamp(on, all.get(tag)));
  return { ...state, tags: Object.fromEntries(all) };
}

function isOn(tags: ArticleState['tags'], tag: string): boolean {
  return Object.hasOwn(tags, tag) && (tags[tag]?.value ?? false);
}

function withField(
  state: ArticleState,
  field: 'archived' | 'favourite' | 'deleted',
  value: boolean,
  clock: Clock,
): ArticleState {
  const previous: Stamped<boolean> = state[field];
  return previous.value === value ? state : { ...state, [field]: clock.stamp(value, previous) };
}

function withReadBy(state: ArticleState, day: Day | null, clock: Clock): ArticleState {
  const before = state.readBy;
  return (before?.value ?? null) === day ? state : { ...state, readBy: clock.stamp(day, before) };
}

/** Writes changed states, and all that follows from them, within a transaction over `STATE_STORES`; once a transaction. */
export async function writeStates(transaction: WriteTransaction, states: readonly ArticleState[]): Promise<void> {
  await Promise.all([
    ...states.map((state) => putState(transaction, state)),
    putStateFlags(transaction, states),
    putTagNames(transaction, states),
  ]);
}

/**
 * Changes articles in one transaction. Ids that are gone are passed over; `not-found` when none is there. What changes is kept
 * under the restore point, if there is one.
 */
async function changeStates(
  { connection, changes, now }: LibraryContext,
  ids: readonly ArticleId[],
  change: StateChange,
  point?: RestorePoint,
): Promise<Result<void, LibraryError>> {
  const written = await connection.write(point ? KEPT_STATE_STORES : STATE_STORES, async (transaction) => {
    const clock = await openClock(transaction, now());
    const states = await Promise.all([...new Set(ids)].map((id) => transaction.objectStore('states').get(id)));
    const present = states.filter((state) => state !== undefined);
    if (present.length === 0 && ids.length > 0) return fail('not-found');

    const changed = present.flatMap((state) => {
      const next = change(state, clock);
      return next === state ? [] : [next];
    });
    const concerned = new Set(changed.map(({ articleId }) => articleId));
    const before = present.filter(({ articleId }) => concerned.has(articleId));
    if (point) await keepStates(transaction, point, before);
    await writeStates(transaction, changed);
    if (changed.length > 0) await clock.keep('places');
    return ok(changed.map((state) => state.articleId));
  });
  return announced(changes, 'states', written);
}

async function putState(transaction: WriteTransaction, state: ArticleState): Promise<void> {
  const [entry] = await Promise.all([
    transaction.objectStore('entries').get(state.articleId),
    transaction.objectStore('states').put(state),
  ]);
  if (entry) await transaction.objectStore('entries').put(entryInState(entry, state));
}
