import type { Shelf } from '../../model/library';
import { evaluate, NO } from '../../search/evaluate';
import { findWords } from '../../search/find-words';
import { foldForSearch } from '../../search/fold-for-search';
import { leavesOf, type QueryLeaf, type SearchQuery, type Words, wordsOf } from '../../search/query';
import type { DocumentNumber, ReadTransaction } from '../schema';
import { answerFacts, answerFor, answerIs, answerLanguage, isAbout, meansTag } from './answer-filters';
import { answerWords, type Occurrences, type WordsAnswer } from './answer-words';
import type { HeldIndex } from './held-index';
import type { IndexView } from './index-view';
import { taggedDocuments } from './tagged-documents';

/** What the index says of a query. */
export interface QueryAnswer {
  /** The documents that match or, as the answer to the query says, may. */
  readonly documents: readonly DocumentNumber[];
  /** The answer to a leaf, by document. */
  answerTo(leaf: QueryLeaf): Uint8Array;
  /** The answer to the query, by document, wherever that stands. */
  readonly answer: Uint8Array;
  /** How often each document has the words that are asked for. */
  readonly occurrences: ReadonlyMap<Words, Occurrences>;
}

/** What every part of a search works with. */
export interface Search {
  readonly transaction: ReadTransaction;
  readonly held: HeldIndex;
  readonly view: IndexView;
}

/** Asks the index. A query that says where articles stand (`is:`) looks there rather than on the shelf. */
export async function answerQuery(search: Search, query: SearchQuery, shelf: Shelf): Promise<QueryAnswer> {
  const { view } = search;
  const leaves = [...new Set(leavesOf(query, true))];
  const answers = new Map<QueryLeaf, Uint8Array | WordsAnswer>();
  const each = await Promise.all(leaves.map((leaf) => answerLeaf(search, leaf)));
  for (const [i, leaf] of leaves.entries()) answers.set(leaf, each[i] ?? new Uint8Array(view.size));
  const answerTo = (leaf: QueryLeaf) => {
    const found = answers.get(leaf) ?? new Uint8Array(view.size);
    return 'answer' in found ? found.answer : found;
  };
  const answer = evaluate(query, answerTo);
  const occurrences = new Map(
    wordsOf(query).map((words) => [words, occurrencesIn(answers.get(words)) ?? new Uint16Array(view.size)]),
  );
  return { documents: matching(answer, view, isAbout(query, shelf)), answerTo, answer, occurrences };
}

function occurrencesIn(answer: Uint8Array | WordsAnswer | undefined): Occurrences | null {
  return answer && 'occurrences' in answer ? answer.occurrences : null;
}

async function answerLeaf(search: Search, leaf: QueryLeaf) {
  const { transaction, held, view } = search;
  const { tagNames } = view;
  switch (leaf.kind) {
    case 'words': {
      const tags = leaf.field === null ? tagNames.filter((name) => findWords(leaf, foldForSearch(name))) : [];
      const tagged = tags.length > 0 ? await taggedDocuments(transaction, held, view, tags) : [];
      return answerWords(transaction, held, view, leaf, tagged);
    }
    case 'tag': {
      const tags = tagNames.filter((name) => meansTag(leaf, name));
      return answerFor(view.size, await taggedDocuments(transaction, held, view, tags));
    }
    case 'is':
      return answerIs(view, leaf);
    case 'lang':
      return answerLanguage(transaction, held, view, leaf);
    default:
      return answerFacts(transaction, held, view, leaf);
  }
}

function matching(
  answer: Uint8Array,
  { flags, size }: IndexView,
  isHere: (flags: number) => boolean,
): DocumentNumber[] {
  const documents: DocumentNumber[] = [];
  for (let document = 0; document < size; document++) {
    if (answer[document] !== NO && isHere(flags[document] ?? 0)) documents.push(document);
  }
  return documents;
}
