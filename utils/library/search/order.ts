import type { ArticleId } from '../../model/article';
import { occurrenceScore, rarity, recencyFactors } from '../../search/rank';
import type { HeldLists } from '../held';
import type { DocumentNumber, PlaceOrder, ReadTransaction } from '../schema';
import type { QueryAnswer, Search } from './answer-query';
import type { Occurrences } from './answer-words';
import { CHUNK, chunkOf } from './chunks';
import { readIds } from './ids';
import { type IndexView, readFacts } from './index-view';
import { dayOf, readRanks } from './ranks';
import { AFTER_ALL } from './read-blocks';

/** How a list is ordered: by how well its articles answer, or by an order of its places, which may run backwards. */
export type ResultOrder = 'relevance' | readonly [order: PlaceOrder, backwards: boolean];

/** Up to how many results are put in order one by one: for more, the order of the whole library is read. */
const MOST_ONE_BY_ONE = 400;

/** Documents that were found, the best answer first, at most so many; of equal ones, that which was saved or changed last. */
export async function byRelevance(
  search: Search,
  found: QueryAnswer,
  now: number,
  most: number,
): Promise<DocumentNumber[]> {
  const { documents, occurrences } = found;
  const { lengths, days } = await readRanks(search.transaction, search.held, search.view);
  const kinds = [...occurrences.values()].map((each) => ({
    counts: each.counts,
    worth: rarity(alive(search.view, each), search.view.size),
  }));
  const recency = recencyFactors(dayOf(now));
  const scores = new Float64Array(search.view.size);
  for (const document of documents) {
    let score = 0;
    for (const { counts, worth } of kinds)
      score += occurrenceScore(counts[document] ?? 0, lengths[document] ?? 0, worth);
    scores[document] = score * recency(days[document] ?? 0);
  }
  const isBefore = (a: DocumentNumber, b: DocumentNumber) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a;
  return most < documents.length ? firstOf(documents, isBefore, most) : documents.toSorted(isBefore);
}

/** The first of an order, without putting the rest in order: of a common word there may be a hundred thousand. */
function firstOf<T>(all: readonly T[], compare: (a: T, b: T) => number, most: number): T[] {
  const first: T[] = [];
  for (const one of all) {
    const last = first.at(-1);
    if (first.length >= most && last !== undefined && compare(one, last) >= 0) continue;
    let at = first.length;
    while (at > 0 && compare(one, first[at - 1] as T) < 0) at--;
    first.splice(at, 0, one);
    if (first.length > most) first.pop();
  }
  return first;
}

/** How many documents that are alive have something. */
function alive({ flags }: IndexView, { documents }: Occurrences): number {
  let count = 0;
  for (const document of documents) if (flags[document]) count++;
  return count;
}

/** Documents that were found in an order of places. */
export async function byPlace(
  search: Search,
  held: HeldLists,
  documents: readonly DocumentNumber[],
  order: PlaceOrder,
  backwards: boolean,
): Promise<DocumentNumber[]> {
  const ids = await readIds(search.transaction, search.held, search.view, documents);
  const results = documents.map((document, i): Result => ({ document, id: ids[i] ?? '' }));
  const ordered =
    order === 'saved' || order === 'published'
      ? await byTime(search, results, order)
      : results.length > MOST_ONE_BY_ONE
        ? await byWholeOrder(search.transaction, held, results, order)
        : await byEntry(search.transaction, results, order);
  return backwards ? ordered.reverse() : ordered;
}

interface Result {
  readonly document: DocumentNumber;
  readonly id: ArticleId;
}

async function byTime(
  search: Search,
  results: readonly Result[],
  order: 'saved' | 'published',
): Promise<DocumentNumber[]> {
  const documents = results.map(({ document }) => document);
  const facts = await readFacts(search.transaction, search.held, search.view, documents);
  const column = order === 'saved' ? 'savedAt' : 'publishedAt';
  const keyed = results.map(({ document, id }) => {
    const time = facts.get(chunkOf(document))?.[column][document % CHUNK] ?? Number.NaN;
    return { document, id, key: Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time };
  });
  return keyed.sort(byKey).map(({ document }) => document);
}

async function byEntry(
  transaction: ReadTransaction,
  results: readonly Result[],
  order: PlaceOrder,
): Promise<DocumentNumber[]> {
  const entries = await Promise.all(results.map(({ id }) => transaction.objectStore('entries').get(id)));
  const keyed = results.flatMap((result, i) => {
    const key = entries[i]?.places.find(([, each]) => each === order)?.[2];
    // What has no day is found beyond the queue and comes after all that has one.
    const last = order === 'due' ? [{ ...result, key: AFTER_ALL }] : [];
    return key === undefined ? last : [{ ...result, key }];
  });
  return keyed.sort(byKey).map(({ document }) => document);
}

async function byWholeOrder(
  transaction: ReadTransaction,
  held: HeldLists,
  results: readonly Result[],
  order: PlaceOrder,
): Promise<DocumentNumber[]> {
  const byId = new Map(results.map(({ id, document }) => [id, document]));
  const shelves = order === 'due' ? (['queue'] as const) : (['all', 'trash'] as const);
  const [kept = [], trashed = []] = await Promise.all(shelves.map((shelf) => held.places(transaction, shelf, order)));
  const placed = [...kept, ...trashed].flatMap((id) => byId.get(id) ?? []);
  if (order !== 'due') return placed;
  const known = new Set(placed);
  return [...placed, ...results.flatMap(({ document }) => (known.has(document) ? [] : document))];
}

/** As the database orders places: by key, then by id. */
function byKey(a: { key: number | string; id: ArticleId }, b: { key: number | string; id: ArticleId }): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
