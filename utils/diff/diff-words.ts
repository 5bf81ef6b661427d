import { diffLists, diffLongLists, type ListChange } from './diff-lists';
import { sentencesOf, wordsOf } from './pieces';

/** A stretch of a paragraph that both texts have, or that only one has. */
export interface DiffSpan {
  readonly is: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Characters of two paragraphs that are looked at word by word at once; longer ones sentence by sentence first. */
const LONG = 4_000;

/** What was put in the place of what, and what both have before it. */
interface Change {
  readonly same: string;
  readonly removed: string;
  readonly added: string;
}

/** What differs between two paragraphs, word by word, as people would mark it: no lone article or comma stays between two changes. */
export function diffWords(before: string, after: string): DiffSpan[] {
  const isLong = before.length + after.length > LONG;
  return spansOf(tidy(isLong ? wordsWithin(diffSentences(before, after)) : changedWords(before, after)));
}

function changedWords(before: string, after: string): Change[] {
  return diffLists(wordsOf(before), wordsOf(after)).map(asText);
}

function diffSentences(before: string, after: string): Change[] {
  return diffLongLists(sentencesOf(before), sentencesOf(after)).map(asText);
}

function asText({ same, removed, added }: ListChange): Change {
  return { same: same.join(''), removed: removed.join(''), added: added.join('') };
}

/** The changes in words of those in sentences. */
function wordsWithin(changes: readonly Change[]): Change[] {
  return changes.flatMap((change) => {
    const { same, removed, added } = change;
    if (!removed || !added) return [change];
    const [first, ...rest] = changedWords(removed, added);
    return first ? [{ ...first, same: same + first.same }, ...rest] : [change];
  });
}

/**
 * Joins two changes when what both texts have between them is no longer than either: Neil Fraser's semantic cleanup
 * (https://neil.fraser.name/writing/diff/, "Semantic Cleanup").
 */
function tidy(changes: readonly Change[]): Change[] {
  const done: Change[] = [];
  for (const change of changes) {
    let next = change;
    for (let last = done.at(-1); last && isOneWith(last, next); last = done.at(-1)) {
      done.pop();
      const removed = last.removed + next.same + next.removed;
      next = { same: last.same, removed, added: last.added + next.same + next.added };
    }
    done.push(next);
  }
  return done;
}

function isOneWith(last: Change, next: Change): boolean {
  const size = ({ removed, added }: Change) => Math.max(removed.length, added.length);
  return size(last) > 0 && size(next) > 0 && next.same.length <= Math.min(size(last), size(next));
}

/** The stretches of all changes, neighbours of one kind as one. */
function spansOf(changes: readonly Change[]): DiffSpan[] {
  const spans: DiffSpan[] = [];
  for (const change of changes) {
    for (const is of ['same', 'removed', 'added'] as const) {
      const last = spans.at(-1);
      if (last?.is === is) spans[spans.length - 1] = { is, text: last.text + change[is] };
      else if (change[is]) spans.push({ is, text: change[is] });
    }
  }
  return spans;
}
