import type { ContentId } from '../../model/article';
import type { Problem, ProblemKind } from '../../model/storage';
import { countPictures, entryOf } from '../entries';
import { pictureJobId } from '../jobs';
import { isSame } from '../restore-points/as-it-was';
import type { ArticleRow, PictureRow, ReadTransaction, StoreName } from '../schema';
import { type IdRange, keysOfIds, keysOfPairs } from './article-ranges';

/** The stores that looking at articles reads. */
export const INSPECTED_STORES: readonly StoreName[] = [
  ...(['articles', 'states', 'entries', 'documents', 'indexState', 'contents', 'pictures', 'blobs', 'jobs'] as const),
];

/** What was found in a range of articles. */
export interface Inspected {
  readonly problems: readonly Problem[];
  /** Texts that are kept and not shown. */
  readonly olderTexts: readonly ContentId[];
}

/** Looks at the articles of a range and at what belongs to them, and for what belongs to none. Within a transaction over `INSPECTED_STORES`. */
export async function inspectArticles(transaction: ReadTransaction, range: IdRange): Promise<Inspected> {
  const ids = keysOfIds(range);
  const [rows, states, entries, documents, pictures, index] = await Promise.all([
    transaction.objectStore('articles').getAll(ids),
    transaction.objectStore('states').getAll(ids),
    transaction.objectStore('entries').getAll(ids),
    transaction.objectStore('documents').getAllKeys(ids),
    transaction.objectStore('pictures').getAll(keysOfPairs(range)),
    transaction.objectStore('indexState').get('state'),
  ]);
  const known = new Set(rows.map(({ id }) => id));
  const leftOvers = [
    ...leftOver(
      'states',
      known,
      states.map(({ articleId }) => articleId),
    ),
    ...leftOver(
      'entries',
      known,
      entries.map(({ articleId }) => articleId),
    ),
    ...leftOver('documents', known, documents),
    ...pictures.flatMap(({ articleId, url }) =>
      known.has(articleId) ? [] : [{ ...problem('left-over', 'pictures', null), key: [articleId, url] }],
    ),
  ];
  const parts: Parts = {
    states: new Map(states.map((state) => [state.articleId, state])),
    entries: new Map(entries.map((entry) => [entry.articleId, entry])),
    documents: new Set(documents),
    pictures: Map.groupBy(pictures, ({ articleId }) => articleId),
    unindexed: index?.unindexed ?? null,
  };
  const found = await Promise.all(rows.map((row) => inspectArticle(transaction, row, parts)));
  return {
    problems: [...leftOvers, ...found.flat()],
    olderTexts: rows.flatMap(({ contentIds, current }) => contentIds.filter((id) => id !== current.value)),
  };
}

interface Parts {
  readonly states: ReadonlyMap<string, Parameters<typeof entryOf>[1]>;
  readonly entries: ReadonlyMap<string, unknown>;
  readonly documents: ReadonlySet<string>;
  readonly pictures: ReadonlyMap<string, PictureRow[]>;
  readonly unindexed: string | null;
}

async function inspectArticle(transaction: ReadTransaction, row: ArticleRow, parts: Parts): Promise<Problem[]> {
  const { id } = row;
  const state = parts.states.get(id);
  const pictures = parts.pictures.get(id) ?? [];
  const count = countPictures(pictures);
  const isListed = state && isSame(parts.entries.get(id), entryOf(row, state, count));
  const isWaiting = parts.unindexed !== null && id >= parts.unindexed;
  const [texts, bytes, job] = await Promise.all([
    Promise.all(row.contentIds.map((each) => transaction.objectStore('contents').getKey(each))),
    Promise.all(pictures.map(({ hash }) => hash && transaction.objectStore('blobs').getKey(hash))),
    count.pending > 0 ? transaction.objectStore('jobs').getKey(pictureJobId(id)) : '',
  ]);
  const has = new Set(texts);
  return [
    ...(state ? [] : [problem('incomplete', 'states', id)]),
    ...(state && !isListed ? [problem('incomplete', 'entries', id)] : []),
    ...(parts.documents.has(id) || isWaiting ? [] : [problem('incomplete', 'documents', id)]),
    ...(job === undefined ? [problem('incomplete', 'jobs', id)] : []),
    ...textProblems(row, has),
    ...pictures.flatMap(({ status, url }, i) =>
      status === 'kept' && !bytes[i] ? [{ ...problem('no-picture', 'blobs', id), key: [id, url] }] : [],
    ),
  ];
}

/** The text that is shown is missed by the reader; an older one is only a version that is no more, as the shown one is when there are others. */
function textProblems(row: ArticleRow, has: ReadonlySet<unknown>): Problem[] {
  const there = row.contentIds.filter((id) => has.has(id));
  if (there.length === row.contentIds.length && has.has(row.current.value)) return [];
  return [problem(there.length === 0 ? 'no-text' : 'incomplete', 'contents', row.id)];
}

function leftOver(store: StoreName, known: ReadonlySet<string>, ids: readonly string[]): Problem[] {
  return ids.filter((id) => !known.has(id)).map((key) => ({ ...problem('left-over', store, null), key }));
}

function problem(kind: ProblemKind, store: StoreName, articleId: string | null): Problem {
  return { kind, store, key: articleId ?? '', articleId };
}
