import type { QueryLeaf, SearchQuery } from './query';

/** What the index says of a document: it does not match, may match when its text is looked at, or matches. */
export const NO = 0;
/** See `NO`. */
export const MAYBE = 1;
/** See `NO`. */
export const YES = 2;

/** The answer for every document, from the answers to the leaves: an `and` is as sure as its least, an `or` as its most. */
export function evaluate(query: SearchQuery, answerTo: (leaf: QueryLeaf) => Uint8Array): Uint8Array {
  if (!('of' in query)) return answerTo(query);
  const [first, ...others] = query.of.map((each) => evaluate(each, answerTo));
  const answer = (first ?? new Uint8Array()).slice();
  if (query.kind === 'not') return inverted(answer);
  const combine = query.kind === 'and' ? leastInto : mostInto;
  for (const other of others) combine(answer, other);
  return answer;
}

/** The least of two answers, for each document, in place of the first. */
function leastInto(answer: Uint8Array, other: Uint8Array): void {
  for (let i = 0; i < answer.length; i++) {
    const value = other[i] ?? NO;
    if (value < (answer[i] ?? NO)) answer[i] = value;
  }
}

function mostInto(answer: Uint8Array, other: Uint8Array): void {
  for (let i = 0; i < answer.length; i++) {
    const value = other[i] ?? NO;
    if (value > (answer[i] ?? NO)) answer[i] = value;
  }
}

function inverted(answer: Uint8Array): Uint8Array {
  for (let i = 0; i < answer.length; i++) answer[i] = YES - (answer[i] ?? NO);
  return answer;
}

/** Whether one article matches, from whether it has each leaf. */
export function holds(query: SearchQuery, hasLeaf: (leaf: QueryLeaf) => boolean): boolean {
  if (!('of' in query)) return hasLeaf(query);
  if (query.kind === 'not') return !holds(query.of[0], hasLeaf);
  return query.kind === 'and'
    ? query.of.every((each) => holds(each, hasLeaf))
    : query.of.some((each) => holds(each, hasLeaf));
}
