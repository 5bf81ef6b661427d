import type { Progressing } from '../../model/restore-point';
import type { Problem, Survey } from '../../model/storage';
import type { LibraryContext } from '../context';
import type { ReadTransaction, StoreName } from '../schema';
import { articleRanges, keysOfIds, keysOfPairs } from './article-ranges';
import { INSPECTED_STORES, inspectArticles } from './inspect-articles';
import { inspectRest, REST_STORES, weighIndex } from './inspect-rest';
import { PICTURE_STORES, TEXT_STORES, type Weighed, weighPictures, weighTexts } from './inspect-texts';
import { unreadableIn } from './unreadable';

/** Records looked at in one transaction: some ten ms, between which the page draws and others write. */
const AT_ONCE = 100;

/** What a survey has found so far. */
interface Tally {
  readonly problems: Problem[];
  readonly older: Set<string>;
  readonly texts: Sum;
  readonly pictures: Sum;
  done: number;
}

interface Sum {
  used: number;
  older: number;
  held: number;
  large: { count: number; bytes: number };
}

/** Looks at every record: see `Upkeep.survey`. */
export async function survey(context: LibraryContext, { onProgress, signal }: Progressing = {}): Promise<Survey> {
  const { connection } = context;
  const tally: Tally = { problems: [], older: new Set(), texts: nothing(), pictures: nothing(), done: 0 };
  const total = await connection.read(['articles', 'contents', 'blobs'], async (transaction) => {
    const counts = await Promise.all(
      (['articles', 'contents', 'blobs'] as const).map((store) => transaction.objectStore(store).count()),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  });
  const step = (size: number) => {
    tally.done += size;
    onProgress?.(Math.min(tally.done, total), total);
    return !signal?.aborted;
  };
  const isWhole =
    (await surveyArticles(context, tally, step)) &&
    (await surveyHeavy(context, 'contents', tally, step)) &&
    (await surveyHeavy(context, 'blobs', tally, step));
  const [rest, index] = await connection.read(REST_STORES, async (transaction) => {
    return Promise.all([inspectRest(transaction), weighIndex(transaction)]);
  });
  const { texts, pictures } = tally;
  return {
    bytes: {
      texts: texts.used,
      versions: texts.older,
      restorePoints: texts.held + pictures.held,
      pictures: pictures.used,
      index,
    },
    versions: tally.older.size,
    problems: [...tally.problems, ...rest],
    large: pictures.large,
    isWhole,
  };
}

type Step = (size: number) => boolean;

async function surveyArticles(context: LibraryContext, tally: Tally, step: Step): Promise<boolean> {
  for await (const range of articleRanges(context, AT_ONCE)) {
    const [ids, pairs] = [keysOfIds(range), keysOfPairs(range)];
    const stores = { articles: ids, states: ids, entries: ids, documents: ids, pictures: pairs };
    const found = await readable(context, tally, INSPECTED_STORES, stores, (transaction) =>
      inspectArticles(transaction, range),
    );
    tally.problems.push(...(found?.problems ?? []));
    for (const id of found?.olderTexts ?? []) tally.older.add(id);
    if (!step(range.size)) return false;
  }
  return true;
}

/** Goes through the store of texts or of pictures' bytes. */
async function surveyHeavy(
  context: LibraryContext,
  store: 'contents' | 'blobs',
  tally: Tally,
  step: Step,
): Promise<boolean> {
  const [stores, sum] = store === 'contents' ? [TEXT_STORES, tally.texts] : [PICTURE_STORES, tally.pictures];
  let after: string | null = null;
  do {
    const start: string | null = after;
    const range: IDBKeyRange | null = start === null ? null : IDBKeyRange.lowerBound(start, true);
    const weighed: Weighed | null = await readable(context, tally, stores, { [store]: range }, (transaction) =>
      store === 'contents'
        ? weighTexts(transaction, start, AT_ONCE, tally.older)
        : weighPictures(transaction, start, AT_ONCE),
    );
    if (weighed) add(sum, weighed);
    tally.problems.push(...(weighed?.problems ?? []));
    // A run of which something cannot be read is passed over.
    after = weighed ? weighed.last : await lastOf(context, store, range);
    if (!step(weighed?.size ?? AT_ONCE)) return false;
  } while (after !== null);
  return true;
}

/** What `look` finds; null, with the records at fault among the problems, when the browser cannot read all of these ranges. */
async function readable<T>(
  context: LibraryContext,
  tally: Tally,
  stores: readonly StoreName[],
  ranges: Readonly<Partial<Record<StoreName, IDBKeyRange | null>>>,
  look: (transaction: ReadTransaction) => Promise<T>,
): Promise<T | null> {
  try {
    return await context.connection.read(stores, look);
  } catch (error) {
    const problems = await unreadableIn(context, ranges, AT_ONCE);
    if (problems.length === 0) throw error;
    tally.problems.push(...problems);
    return null;
  }
}

async function lastOf({ connection }: LibraryContext, store: 'contents' | 'blobs', range: IDBKeyRange | null) {
  const keys = await connection.read([store], (transaction) =>
    transaction.objectStore(store).getAllKeys(range, AT_ONCE),
  );
  return keys.length < AT_ONCE ? null : (keys.at(-1) ?? null);
}

function nothing(): Sum {
  return { used: 0, older: 0, held: 0, large: { count: 0, bytes: 0 } };
}

function add(sum: Sum, { used, older, held, large }: Weighed): void {
  sum.used += used;
  sum.older += older;
  sum.held += held;
  sum.large = { count: sum.large.count + large.count, bytes: sum.large.bytes + large.bytes };
}
