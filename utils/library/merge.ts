import type { ArticleState, ArticleVersion, Tombstone } from '../model/saved-article';
import { newer, type Stamped } from '../model/stamped';
import { keyList } from './ids';
import type { ArticleRow } from './schema';

/*
 * How two libraries become one. Every function here is commutative, associative and idempotent, so that any number of
 * libraries merged in any order, any number of times, end up the same.
 */

/** What the readers of two libraries did with one article: each field, and each tag, by its own stamp. */
export function mergeStates(a: ArticleState, b: ArticleState): ArticleState {
  return {
    articleId: a.articleId,
    archived: newer(a.archived, b.archived),
    favourite: newer(a.favourite, b.favourite),
    deleted: newer(a.deleted, b.deleted),
    position: newer(a.position, b.position),
    ...latest('readBy', a, b),
    tags: mergeTags(a.tags, b.tags),
    ...latest('page', a, b),
  };
}

/** A field that libraries of before it lack, as it was set last; nothing where neither library ever had it. */
function latest<K extends 'readBy' | 'page'>(
  field: K,
  a: ArticleState,
  b: ArticleState,
): Partial<Pick<ArticleState, K>> {
  const [one, other]: readonly (Stamped<unknown> | undefined)[] = [a[field], b[field]];
  const value = one && other ? newer(one, other) : (one ?? other);
  return value ? ({ [field]: value } as Pick<ArticleState, K>) : {};
}

/** Two sets of tags: a tag is on or off as it was last put on or taken off. In alphabetical order. */
export function mergeTags(a: ArticleState['tags'], b: ArticleState['tags']): ArticleState['tags'] {
  const merged = new Map<string, Stamped<boolean>>(Object.entries(a));
  for (const [tag, stamped] of Object.entries(b)) {
    const own = merged.get(tag);
    merged.set(tag, own ? newer(own, stamped) : stamped);
  }
  return Object.fromEntries([...merged].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** One article as two libraries have it: all texts, the description captured last, the address keys of both. */
export function mergeArticles(a: ArticleRow, b: ArticleRow): ArticleRow {
  const versions = mergeVersions(a.versions, b.versions);
  const described = newer(a.described, b.described);
  const [last, first] = described === a.described ? [a, b] : [b, a];
  return {
    ...last,
    described,
    current: newer(a.current, b.current),
    versions,
    contentIds: versions.map(({ contentId }) => contentId),
    keys: keyList(last.keys[0] ?? '', [...last.keys, ...first.keys]),
    savedAt: Math.min(a.savedAt, b.savedAt),
  };
}

/** Every text of both, oldest first; one that both have counts from when it was last captured. */
export function mergeVersions(a: readonly ArticleVersion[], b: readonly ArticleVersion[]): ArticleVersion[] {
  const kept = new Map<string, ArticleVersion>();
  for (const version of [...a, ...b]) {
    const own = kept.get(version.contentId);
    kept.set(version.contentId, own ? laterVersion(own, version) : version);
  }
  return [...kept.values()].sort(
    (one, other) => one.capturedAt - other.capturedAt || (one.contentId < other.contentId ? -1 : 1),
  );
}

/** A title breaks a tie, so that every library picks the same one. */
function laterVersion(one: ArticleVersion, other: ArticleVersion): ArticleVersion {
  if (one.capturedAt !== other.capturedAt) return one.capturedAt > other.capturedAt ? one : other;
  return (one.title ?? '') >= (other.title ?? '') ? one : other;
}

/** What two libraries know of an article's life: the state and the tombstone, either of which may be missing. */
export interface Life {
  readonly state: ArticleState | null;
  readonly tombstone: Tombstone | null;
}

/** Both lives in one. Whether the article lives is then asked of `isPurged`. */
export function mergeLives(a: Life, b: Life): Life {
  const state = a.state && b.state ? mergeStates(a.state, b.state) : (a.state ?? b.state);
  const tombstone =
    a.tombstone && b.tombstone
      ? { articleId: a.tombstone.articleId, deleted: newer(a.tombstone.deleted, b.tombstone.deleted) }
      : (a.tombstone ?? b.tombstone);
  return { state, tombstone };
}

/** True when the article was purged and not saved, or taken out of the trash, since. */
export function isPurged({ state, tombstone }: Life): boolean {
  if (!tombstone || !state) return tombstone !== null;
  return newer<boolean>(state.deleted, tombstone.deleted) === tombstone.deleted;
}
