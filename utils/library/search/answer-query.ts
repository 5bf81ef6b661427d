import type { Day } from '../../model/day';
import type { Shelf } from '../../model/library';
import { type Answers, evaluate, NO } from '../../search/evaluate';
import { findWords } from '../../search/find-words';
import { foldForSearch } from '../../search/fold-for-search';
import { leavesOf, type QueryLeaf, type SearchQuery, type Words, wordsOf } from '../../search/query';
import type { DocumentNumber, ReadTransaction } from '../schema';
import { answerFacts, answerFor, answerIs, answerLanguage, isAbout, meansTag } from './answer-filters';
import { answerWords, type Occurrences, type WordsAnswers } from './answer-words';
import { articlesAtHost, articlesReadBy } from './filter-articles';
import type { HeldIndex } from './held-index';
import type { IndexView } from './index-view';
import { documentsOf, taggedDocuments } from './tagged-documents';

/** What the index says of a query. */
export interface QueryAnswer {
  /** The documents that match or, as the answer to the query says, may; in no order. */
  readonly documents: readonly DocumentNumber[];
  /** The answers to a leaf. */
  answersTo(leaf: QueryLeaf): Answers;
  /** The answers to the query, wherever documents stand. */
  readonly answers: Answers;
  /** How often documents have the words that are asked for. */
  readonly occurrences: ReadonlyMap<Words, Occurrences>;
}

/** What every part of a search works with. */
export interface Search {
  readonly transaction: ReadTransaction;
  readonly held: HeldIndex;
  readonly view: IndexView;
  readonly today: Day;
}

/** Asks the index. A query that says where articles stand (`is:`) looks there rather than on the shelf. */
export async function answerQuery(search: Search, query: SearchQuery, shelf: Shelf): Promise<QueryAnswer> {
  const leaves = [...new Set(leavesOf(query, true))];
  const each = await Promise.all(leaves.map((leaf) => answerLeaf(search, leaf)));
  const known = new Map<QueryLeaf, LeafAnswers>(leaves.map((leaf, i) => [leaf, each[i] ?? NOTHING]));
  const answersTo = (leaf: QueryLeaf) => known.get(leaf) ?? NOTHING;
  const answers = evaluate(query, answersTo);
  const occurrences = wordsOf(query).flatMap((words) => {
    const found = answersTo(words);
    return found.occurrences ? [[words, found.occurrences] as const] : [];
  });
  const documents = matching(answers, search.view, isAbout(query, shelf));
  return { documents, answersTo, answers, occurrences: new Map(occurrences) };
}

/** As `WordsAnswers`, or as other leaves are answered. */
type LeafAnswers = Answers & Partial<WordsAnswers>;

const NOTHING: LeafAnswers = { of: () => NO, documents: [] };

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
      return answerFor(await taggedDocuments(transaction, held, view, tags));
    }
    case 'is':
      return answerIs(view, leaf);
    case 'readBy':
      return answerFor(
        await documentsOf(transaction, held, view, await articlesReadBy(transaction, leaf, search.today)),
      );
    case 'host':
      return answerFor(await documentsOf(transaction, held, view, await articlesAtHost(transaction, leaf)));
    case 'lang':
      return answerLanguage(transaction, held, view, leaf);
    default:
      return answerFacts(transaction, held, view, leaf);
  }
}

function matching(answers: Answers, { flags, size }: IndexView, isHere: (flags: number) => boolean): DocumentNumber[] {
  const candidates = answers.documents ?? Array.from({ length: size }, (_, document) => document);
  return candidates.filter((document) => isHere(flags[document] ?? 0) && answers.of(document) !== NO);
}
