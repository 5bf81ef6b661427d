import { diffArrays } from 'diff';
import { anchorsOf } from './anchors';

/** One place where two lists differ: what both have before it, what one has there and what the other has instead. */
export interface ListChange {
  readonly same: readonly string[];
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Additions and removals looked for between two anchors: the time that takes grows with their square, to some 20 ms. */
const MOST_EDITS = 400;

/** Where two lists differ, in order; what both end with is a change that is none. What differs too much is told as one change. */
export function diffLists(before: readonly string[], after: readonly string[]): ListChange[] {
  const { start, end } = sharedEnds(before, after);
  const removed = before.slice(start, before.length - end);
  const added = after.slice(start, after.length - end);
  // What both begin and end with costs the library far more than it costs here: https://github.com/kpdecker/jsdiff/issues/516
  const runs = diffArrays(removed, added, { maxEditLength: MOST_EDITS });
  return [
    { same: before.slice(0, start), removed: [], added: [] },
    ...(runs ? changesOf(runs) : [{ same: [], removed, added }]),
    { same: before.slice(before.length - end), removed: [], added: [] },
  ];
}

/** The same for items that rarely come twice by chance, paragraphs and sentences: lists of any length, in time that grows with it. */
export function diffLongLists(before: readonly string[], after: readonly string[]): ListChange[] {
  const changes: ListChange[] = [];
  let [i, j] = [0, 0];
  for (const [place, other] of [...anchorsOf(before, after), [before.length, after.length] as const]) {
    changes.push(...diffLists(before.slice(i, place), after.slice(j, other)));
    changes.push({ same: before.slice(place, place + 1), removed: [], added: [] });
    [i, j] = [place + 1, other + 1];
  }
  return changes;
}

function changesOf(runs: ReturnType<typeof diffArrays<string>>): ListChange[] {
  const changes: ListChange[] = [];
  for (const { added, removed, value } of runs) {
    const last = changes.at(-1);
    if (!last || !(added || removed)) changes.push({ same: [], removed: [], added: [], [kind(added, removed)]: value });
    else changes[changes.length - 1] = { ...last, [kind(added, removed)]: value };
  }
  return changes;
}

function kind(added: boolean, removed: boolean): keyof ListChange {
  return added ? 'added' : removed ? 'removed' : 'same';
}

function sharedEnds(before: readonly string[], after: readonly string[]): { start: number; end: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { start, end };
}
