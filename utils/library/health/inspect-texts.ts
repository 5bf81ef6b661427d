import type { Problem } from '../../model/storage';
import { bytesOf } from '../release';
import type { ReadTransaction, StoreName } from '../schema';
import { canShrink } from './shrinkable';

/** What some texts or pictures take, and which belong to nothing. */
export interface Weighed {
  /** Those that articles have; for texts, `older` tells which of them are not shown. */
  readonly used: number;
  readonly older: number;
  /** Those that only restore points need. */
  readonly held: number;
  readonly problems: readonly Problem[];
  readonly large: { readonly count: number; readonly bytes: number };
  /** The last one looked at; null when there are no more. */
  readonly last: string | null;
  readonly size: number;
}

/** The stores that weighing texts reads. */
export const TEXT_STORES: readonly StoreName[] = ['contents', 'articles', 'formerRows'];

/** Weighs the next texts. Within a transaction over `TEXT_STORES`. */
export async function weighTexts(
  transaction: ReadTransaction,
  after: string | null,
  most: number,
  olderTexts: ReadonlySet<string>,
): Promise<Weighed> {
  const texts = await transaction.objectStore('contents').getAll(behind(after), most);
  const users = await Promise.all(
    texts.map(({ id }) =>
      Promise.all([
        transaction.objectStore('articles').index('contentIds').count(id),
        transaction.objectStore('formerRows').index('contentIds').count(id),
      ]),
    ),
  );
  const weighed = texts.map((text, i) => weigh('contents', text.id, bytesOf(text), users[i] ?? [0, 0], olderTexts));
  return {
    ...total(weighed),
    large: NONE_LARGE,
    ...end(
      texts.map(({ id }) => id),
      most,
    ),
  };
}

/** The stores that weighing pictures reads. */
export const PICTURE_STORES: readonly StoreName[] = ['blobs', 'pictures', 'formerRows'];

/** Weighs the next pictures. Within a transaction over `PICTURE_STORES`. */
export async function weighPictures(
  transaction: ReadTransaction,
  after: string | null,
  most: number,
): Promise<Weighed> {
  const blobs = await transaction.objectStore('blobs').getAll(behind(after), most);
  const users = await Promise.all(
    blobs.map(({ hash }) =>
      Promise.all([
        transaction.objectStore('pictures').index('hash').count(hash),
        transaction.objectStore('formerRows').index('hashes').count(hash),
      ]),
    ),
  );
  const weighed = blobs.map(({ hash, bytes }, i) => weigh('blobs', hash, bytes, users[i] ?? [0, 0], NONE));
  const large = blobs.filter((picture, i) => (users[i]?.[0] ?? 0) > 0 && canShrink(picture));
  return {
    ...total(weighed),
    large: { count: large.length, bytes: large.reduce((sum, { bytes }) => sum + bytes, 0) },
    ...end(
      blobs.map(({ hash }) => hash),
      most,
    ),
  };
}

const NONE: ReadonlySet<string> = new Set();
const NONE_LARGE = { count: 0, bytes: 0 };

type Weight = Pick<Weighed, 'used' | 'older' | 'held' | 'problems'>;

function weigh(
  store: StoreName,
  key: string,
  bytes: number,
  [users, points]: readonly [number, number],
  older: ReadonlySet<string>,
): Weight {
  const nothing = { used: 0, older: 0, held: 0, problems: [] };
  if (users > 0) return older.has(key) ? { ...nothing, older: bytes } : { ...nothing, used: bytes };
  if (points > 0) return { ...nothing, held: bytes };
  return { ...nothing, problems: [{ kind: 'left-over', store, key, articleId: null }] };
}

function total(weights: readonly Weight[]): Weight {
  const sum = (of: 'used' | 'older' | 'held') => weights.reduce((all, weight) => all + weight[of], 0);
  const problems = weights.flatMap((weight) => weight.problems);
  return { used: sum('used'), older: sum('older'), held: sum('held'), problems };
}

function end(keys: readonly string[], most: number): Pick<Weighed, 'last' | 'size'> {
  return { last: keys.length < most ? null : (keys.at(-1) ?? null), size: keys.length };
}

function behind(after: string | null): IDBKeyRange | null {
  return after === null ? null : IDBKeyRange.lowerBound(after, true);
}
