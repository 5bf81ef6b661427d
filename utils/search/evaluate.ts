import type { QueryLeaf, SearchQuery } from './query';

/** What the index says of a document: it does not match, may match when its text is looked at, or matches. */
export const NO = 0;
/** See `NO`. */
export const MAYBE = 1;
/** See `NO`. */
export const YES = 2;

/** One of `NO`, `MAYBE` and `YES`. */
export type Answer = typeof NO | typeof MAYBE | typeof YES;

/** What the index says of all documents. */
export interface Answers {
  of(document: number): Answer;
  /** No others than these may match, each named once; null when that takes a look at every document. */
  readonly documents: readonly number[] | null;
}

/** The answers to a query, from those to its leaves: an `and` is as sure as its least, an `or` as its most. */
export function evaluate(query: SearchQuery, answersTo: (leaf: QueryLeaf) => Answers): Answers {
  if (!('of' in query)) return answersTo(query);
  const each = query.of.map((part) => evaluate(part, answersTo));
  if (query.kind === 'not') return negated(each);
  return query.kind === 'and' ? allOf(each) : anyOf(each);
}

function negated([first]: readonly Answers[]): Answers {
  return { of: (document) => (YES - (first?.of(document) ?? NO)) as Answer, documents: null };
}

function allOf(each: readonly Answers[]): Answers {
  const known = each.flatMap(({ documents }) => (documents ? [documents] : []));
  return {
    of(document) {
      let least: Answer = YES;
      for (const answers of each) {
        const answer = answers.of(document);
        if (answer < least) least = answer;
        if (least === NO) break;
      }
      return least;
    },
    documents: known.sort((a, b) => a.length - b.length)[0] ?? null,
  };
}

function anyOf(each: readonly Answers[]): Answers {
  const known = each.map(({ documents }) => documents);
  return {
    of(document) {
      let most: Answer = NO;
      for (const answers of each) {
        const answer = answers.of(document);
        if (answer > most) most = answer;
        if (most === YES) break;
      }
      return most;
    },
    documents: known.every((documents) => documents !== null) ? [...new Set(known.flat())] : null,
  };
}

/** Whether one article matches, from whether it has each leaf. */
export function holds(query: SearchQuery, hasLeaf: (leaf: QueryLeaf) => boolean): boolean {
  if (!('of' in query)) return hasLeaf(query);
  if (query.kind === 'not') return !holds(query.of[0], hasLeaf);
  return query.kind === 'and'
    ? query.of.every((each) => holds(each, hasLeaf))
    : query.of.some((each) => holds(each, hasLeaf));
}
