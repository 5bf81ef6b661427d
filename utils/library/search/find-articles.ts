import type { ArticleId } from '../../model/article';
import { dayOf } from '../../model/day';
import type { ListQuery } from '../../model/library';
import { type Answers, MAYBE } from '../../search/evaluate';
import { parseQuery } from '../../search/parse-query';
import type { SearchQuery } from '../../search/query';
import type { LibraryContext } from '../context';
import type { DocumentNumber, ReadTransaction, StoreName } from '../schema';
import { answerQuery, type QueryAnswer, type Search } from './answer-query';
import { forgiveTypos } from './forgive-typos';
import { heldIndex } from './held-index';
import { readIds } from './ids';
import { readIndex } from './index-view';
import { lookAtTexts } from './look-at-texts';
import { byPlace, byRelevance, type ResultOrder } from './order';
import { findUnindexed } from './unindexed';

/** The stores that a search reads. */
export const SEARCH_STORES: readonly StoreName[] = [
  'articles',
  'contents',
  'states',
  'entries',
  'documents',
  'pendingDocuments',
  'segments',
  'blocks',
  'documentFlags',
  'documentRanks',
  'documentFacts',
  'documentIds',
  'tagNames',
  'indexState',
  'meta',
];

/** Texts looked at together at most. */
const MOST_AT_ONCE = 64;

/** The ids of articles that match a search, in order, at most `limit`; null for a search that asks for nothing. */
export async function findArticles(
  context: LibraryContext,
  transaction: ReadTransaction,
  list: ListQuery,
  order: ResultOrder,
): Promise<ArticleId[] | null> {
  const query = parseQuery(list.search ?? '');
  if (!query) return null;
  const held = heldIndex(context);
  const view = await readIndex(transaction, held);
  const search: Search = { transaction, held, view, today: dayOf(context.now()) };
  const found = await find(context, search, query, list, order);
  return found.length === 0 ? findForgiving(context, search, query, list, order) : found;
}

async function find(
  context: LibraryContext,
  search: Search,
  query: SearchQuery,
  list: ListQuery,
  order: ResultOrder,
): Promise<ArticleId[]> {
  const answer = await answerQuery(search, query, list.shelf);
  const documents =
    order === 'relevance'
      ? await byRelevance(search, answer, context.now(), mostNeeded(answer, list))
      : await byPlace(search, context.held, answer.documents, ...order);
  const found = await settle(search, query, answer, documents, list);
  const others = await findUnindexed(search, query, list.shelf);
  return list.limit === undefined ? [...found, ...others] : [...found, ...others].slice(0, list.limit);
}

/** How many of the best are needed to fill the list: all of them when some may turn out not to match. */
function mostNeeded({ answers, documents }: QueryAnswer, { limit }: ListQuery): number {
  if (limit === undefined || isDoubtful(answers, documents)) return Number.POSITIVE_INFINITY;
  return limit;
}

function isDoubtful(answers: Answers, documents: readonly DocumentNumber[]): boolean {
  return documents.some((document) => answers.of(document) === MAYBE);
}

/** Where nothing was found, once more with words one slip away. */
async function findForgiving(
  context: LibraryContext,
  search: Search,
  query: SearchQuery,
  list: ListQuery,
  order: ResultOrder,
): Promise<ArticleId[]> {
  const forgiving = await forgiveTypos(search, query);
  return forgiving ? find(context, search, forgiving, list, order) : [];
}

/** The articles that do match, of those that may. */
async function settle(
  search: Search,
  query: SearchQuery,
  found: QueryAnswer,
  documents: readonly DocumentNumber[],
  { limit = Number.POSITIVE_INFINITY, signal }: ListQuery,
): Promise<ArticleId[]> {
  if (!isDoubtful(found.answers, documents))
    return readIds(search.transaction, search.held, search.view, documents.slice(0, limit));
  const ids: ArticleId[] = [];
  for (let from = 0, to = 0; to < documents.length && ids.length < limit && !signal?.aborted; from = to) {
    to = from + atOnce(limit - ids.length);
    ids.push(...(await matchingOf(search, query, found, documents.slice(from, to))));
  }
  return ids.slice(0, limit);
}

/** How many texts to look at for so many that match: of ten that have the pairs of what is searched, nine have it. */
function atOnce(wanted: number): number {
  return Math.min(MOST_AT_ONCE, Math.ceil(wanted * 1.25) + 1);
}

async function matchingOf(
  search: Search,
  query: SearchQuery,
  found: QueryAnswer,
  documents: readonly DocumentNumber[],
): Promise<ArticleId[]> {
  const ids = await readIds(search.transaction, search.held, search.view, documents);
  const doubtful = documents.flatMap((document, i) =>
    found.answers.of(document) === MAYBE ? [{ document, id: ids[i] ?? '' }] : [],
  );
  const matches = await lookAtTexts(search, query, found, doubtful);
  return ids.filter((_, i) => matches.get(documents[i] ?? 0) ?? true);
}
