import { countText, type TextCounts } from '../model/reading-time';
import { diffLongLists, type ListChange } from './diff-lists';
import { type DiffSpan, diffWords } from './diff-words';
import { pairParagraphs } from './pair-paragraphs';
import { paragraphsOf } from './pieces';

/** A paragraph of two texts. One that was `moved` stands in the place it left, as removed, and where it is now, as added. */
export type DiffBlock =
  | { readonly is: 'same'; readonly text: string }
  | { readonly is: 'added' | 'removed'; readonly text: string; readonly moved: boolean }
  | { readonly is: 'changed'; readonly spans: readonly DiffSpan[] };

/** What differs between two texts. */
export interface TextDiff {
  /** In reading order, what went before what came. */
  readonly blocks: readonly DiffBlock[];
  /** What came and what went; paragraphs that only moved are neither. */
  readonly added: TextCounts;
  readonly removed: TextCounts;
  /** Characters that only one of the texts has, as a share of both, 0 to 1. */
  readonly share: number;
}

/** What differs between two plain texts whose paragraphs are parted by blank lines, by paragraph and within them by word. */
export function diffTexts(before: string, after: string): TextDiff {
  const changes = diffLongLists(paragraphsOf(before), paragraphsOf(after));
  const moved = movedAmong(changes);
  return measured(
    changes.flatMap(({ same, removed, added }): DiffBlock[] => [
      ...same.map((text) => ({ is: 'same', text }) as const),
      ...blocksOf(removed, added, moved),
    ]),
  );
}

/** Paragraphs that were taken away in one place and stand word for word in another. */
function movedAmong(changes: readonly ListChange[]): ReadonlySet<string> {
  const added = new Set(changes.flatMap((change) => change.added));
  return new Set(changes.flatMap(({ removed }) => removed.filter((text) => added.has(text))));
}

/** The blocks of one place, in which some paragraphs took the place of others. */
function blocksOf(before: readonly string[], after: readonly string[], moved: ReadonlySet<string>): DiffBlock[] {
  const whole = (is: 'added' | 'removed', text: string) => ({ is, text, moved: moved.has(text) }) as const;
  return pairParagraphs(before, after).flatMap(({ before: one, after: other }): DiffBlock[] => {
    if (one !== null && other !== null && !moved.has(one) && !moved.has(other))
      return [{ is: 'changed', spans: diffWords(one, other) }];
    return [...(one === null ? [] : [whole('removed', one)]), ...(other === null ? [] : [whole('added', other)])];
  });
}

function measured(blocks: readonly DiffBlock[]): TextDiff {
  const only = { same: '', added: '', removed: '' };
  for (const block of blocks) {
    if (block.is === 'changed') for (const { is, text } of block.spans) only[is] += `${text} `;
    else only[block.is !== 'same' && block.moved ? 'same' : block.is] += `${block.text} `;
  }
  const length = (text: string) => text.replace(/\s+/g, '').length;
  const differing = length(only.added) + length(only.removed);
  const all = differing + 2 * length(only.same);
  return {
    blocks,
    added: countText(only.added),
    removed: countText(only.removed),
    share: all === 0 ? 0 : differing / all,
  };
}
