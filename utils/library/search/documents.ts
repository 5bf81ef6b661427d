import type { ArticleId } from '../../model/article';
import type { ArticleState } from '../../model/saved-article';
import { packTerms } from '../../search/pending-terms';
import { type SearchedArticle, termsOf } from '../../search/terms';
import { publishedAt } from '../entries';
import type { ArticleRow, DocumentNumber, IndexStateRow, StoreName, WriteTransaction } from '../schema';
import { flagsOf, putFlags } from './flags';

/** What a search finds an article by, made before a transaction opens. */
export interface PreparedTerms {
  readonly terms: string;
  readonly length: number;
}

/** The state of an index that holds nothing. */
export const NO_INDEX: IndexStateRow = { next: 0, flushed: 0, unindexed: null };

/** Finds the terms of an article. The one thing of a save that takes longer with its text: about a millisecond for a report. */
export function prepareTerms(article: SearchedArticle): PreparedTerms {
  const { terms, length } = termsOf(article);
  return { terms: packTerms(terms), length };
}

/** The stores that `putDocuments` writes. */
export const DOCUMENT_STORES: readonly StoreName[] = ['documents', 'pendingDocuments', 'documentFlags', 'indexState'];

/** An article as a search is to know it. */
export interface NewDocument {
  readonly row: ArticleRow;
  readonly state: ArticleState;
  /** Null leaves the words it is known by. */
  readonly prepared: PreparedTerms | null;
}

/**
 * Makes articles known to searches within a transaction over `DOCUMENT_STORES`, in the place of what they were known as before. Once
 * a transaction: what it reads it has changed by its end.
 */
export async function putDocuments(transaction: WriteTransaction, articles: readonly NewDocument[]): Promise<void> {
  const documents = transaction.objectStore('documents');
  const pending = transaction.objectStore('pendingDocuments');
  const [index = NO_INDEX, ...known] = await Promise.all([
    transaction.objectStore('indexState').get('state'),
    ...articles.map(({ row }) => documents.get(row.id)),
  ]);
  const flags: [DocumentNumber, number][] = [];
  const writes: Promise<unknown>[] = [];
  let { next } = index;
  for (const [i, { row, state, prepared }] of articles.entries()) {
    const before = known[i];
    if (before !== undefined) flags.push([before, prepared ? 0 : flagsOf(state)]);
    if (!prepared) continue;
    const document = next++;
    flags.push([document, flagsOf(state)]);
    const facts = { savedAt: row.savedAt, publishedAt: publishedAt(row), minutes: row.readingMinutes };
    writes.push(documents.put(document, row.id), pending.put({ document, articleId: row.id, ...prepared, ...facts }));
    if (before !== undefined) writes.push(pending.delete(before));
  }
  if (next > index.next) writes.push(transaction.objectStore('indexState').put({ ...index, next }, 'state'));
  await Promise.all([...writes, putFlags(transaction, flags)]);
}

/** Makes articles unknown to searches within a transaction over `documents`, `pendingDocuments` and `documentFlags`. */
export async function removeDocuments(transaction: WriteTransaction, ids: readonly ArticleId[]): Promise<void> {
  const known = await Promise.all(ids.map((id) => transaction.objectStore('documents').get(id)));
  const documents = known.filter((document) => document !== undefined);
  await Promise.all([
    ...ids.map((id) => transaction.objectStore('documents').delete(id)),
    ...documents.map((document) => transaction.objectStore('pendingDocuments').delete(document)),
    putFlags(
      transaction,
      documents.map((document) => [document, 0]),
    ),
  ]);
}
