import type { ArticleId } from '../model/article';
import type { LibraryError } from '../model/library';
import type { PageCheck } from '../model/page-check';
import type { RestorePoint } from '../model/restore-point';
import { fail, ok, type Result } from '../model/result';
import type { ArticleState, ReadingPosition } from '../model/saved-article';
import type { Stamped } from '../model/stamped';
import { type Clock, openClock } from './clock';
import { announced, type LibraryContext } from './context';
import { entryOf } from './entries';
import { keepStates, RESTORE_STORES } from './restore-points/keep';
import type { StoreName, WriteTransaction } from './schema';
import { putStateFlags } from './search/flags';
import { putTagNames } from './search/tag-names';
import { tidyTag } from './tags';

/** The stores that a change of states writes. */
export const STATE_STORES: readonly StoreName[] = [
  'articles',
  'states',
  'entries',
  'documents',
  'documentFlags',
  'tagNames',
  'meta',
];

const KEPT_STORES: readonly StoreName[] = [...STATE_STORES, ...RESTORE_STORES];

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

/** Adds and removes tags; a tag in both is removed. */
export function changeTags(
  context: LibraryContext,
  ids: readonly ArticleId[],
  change: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
  point?: RestorePoint,
) {
  return changeStates(
    context,
    ids,
    (state, clock) => withTags(withTags(state, change.add ?? [], true, clock), change.remove ?? [], false, clock),
    point,
  );
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

/** The state with tags put on or taken off. */
export function withTags(state: ArticleState, tags: readonly string[], on: boolean, clock: Clock): ArticleState {
  const changed = [...new Set(tags.map(tidyTag))].filter((tag) => tag !== '' && on !== isOn(state.tags, tag));
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
  const written = await connection.write(point ? KEPT_STORES : STATE_STORES, async (transaction) => {
    const clock = await openClock(transaction, now());
    const states = await Promise.all([...new Set(ids)].map((id) => transaction.objectStore('states').get(id)));
    const present = states.filter((state) => state !== undefined);
    if (present.length === 0 && ids.length > 0) return fail('not-found');

    const changed = present.flatMap((state) => {
      const next = change(state, clock);
      return next === state ? [] : [next];
    });
    const concerned = new Set(changed.map(({ articleId }) => articleId));
    if (point)
      await keepStates(
        transaction,
        point,
        present.filter(({ articleId }) => concerned.has(articleId)),
      );
    await Promise.all([
      ...changed.map((state) => putState(transaction, state)),
      putStateFlags(transaction, changed),
      putTagNames(transaction, changed),
    ]);
    if (changed.length > 0) await clock.keep('places');
    return ok(changed.map((state) => state.articleId));
  });
  return announced(changes, 'states', written);
}

/** Writes a state and what lists ask of it, within a transaction over `articles`, `states` and `entries`. */
export async function putState(transaction: WriteTransaction, state: ArticleState): Promise<void> {
  const [article, entry] = await Promise.all([
    transaction.objectStore('articles').get(state.articleId),
    transaction.objectStore('entries').get(state.articleId),
    transaction.objectStore('states').put(state),
  ]);
  if (article && entry) await transaction.objectStore('entries').put(entryOf(article, state, entry.pictures));
}
