import { computed, createModel, signal } from '@preact/signals';
import type { DiffBlock, TextDiff } from '../../utils/diff/diff-texts';
import { reportError } from '../../utils/errors';

/** How far the comparison is. */
export type DiffScreen = 'loading' | 'failed' | 'same' | 'diff';

/** A part of what is shown: a place where the texts differ, counted from 0, or paragraphs between two such that are the same. */
export type DiffPart =
  | { readonly place: number; readonly block: Exclude<DiffBlock, { is: 'same' }> }
  | { readonly place: null; readonly texts: readonly string[] };

/** What differs between two texts, worked out once it is shown, and the place that the reader is at. */
export const TextDiffModel = createModel((before: string, after: string) => {
  const diff = signal<TextDiff | null>(null);
  const failed = signal(false);
  /** The place that was jumped to last, counted from 0; null for none yet. */
  const at = signal<number | null>(null);
  const parts = computed(() => partsOf(diff.value?.blocks ?? []));
  const count = computed(() => parts.value.filter(({ place }) => place !== null).length);
  const screen = computed<DiffScreen>(() => {
    if (failed.value) return 'failed';
    if (!diff.value) return 'loading';
    return count.value === 0 ? 'same' : 'diff';
  });

  return {
    diff,
    at,
    parts,
    count,
    screen,
    async compare(): Promise<void> {
      try {
        // The comparison comes with a library that nobody needs who only reads.
        const { diffTexts } = await import('../../utils/diff/diff-texts');
        await painted();
        diff.value = diffTexts(before, after);
      } catch (error) {
        reportError('comparing texts', error);
        failed.value = true;
      }
    },
    /** Goes on by so many places, round the ends. */
    move(step: 1 | -1): void {
      const all = count.peek();
      const from = at.peek() ?? (step === 1 ? -1 : 0);
      if (all > 0) at.value = (from + step + all) % all;
    },
  };
});

/** Resolves once what is on the screen has been painted: a long comparison would keep it from saying that it is under way. */
function painted(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}

function partsOf(blocks: readonly DiffBlock[]): DiffPart[] {
  const parts: DiffPart[] = [];
  let place = 0;
  for (const block of blocks) {
    const last = parts.at(-1);
    if (block.is !== 'same') parts.push({ place: place++, block });
    else if (last?.place === null) parts[parts.length - 1] = { place: null, texts: [...last.texts, block.text] };
    else parts.push({ place: null, texts: [block.text] });
  }
  return parts;
}
