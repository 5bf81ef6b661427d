import { wordsOf } from './pieces';

/** A paragraph that was replaced by one like it, or that only one text has. */
export interface Pair {
  readonly before: string | null;
  readonly after: string | null;
}

/** Share of the words of two paragraphs that both must have to be told as one that was changed. */
const ALIKE = 0.5;

/** Pairs of paragraphs compared at once; more are halved first, so that the work grows no faster than the texts. */
const MOST_PAIRS = 10_000;

/**
 * Which of the paragraphs that stood in one place became which of those that stand there now, in order. Of all ways to pair them it
 * takes the one that keeps most words together.
 */
export function pairParagraphs(before: readonly string[], after: readonly string[]): Pair[] {
  if (before.length * after.length <= MOST_PAIRS) return pairFew(before, after);
  const [half, other] = [before.length >> 1, after.length >> 1];
  return [
    ...pairParagraphs(before.slice(0, half), after.slice(0, other)),
    ...pairParagraphs(before.slice(half), after.slice(other)),
  ];
}

function pairFew(before: readonly string[], after: readonly string[]): Pair[] {
  const kept = keptWords(before, after);
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    const [one, other] = [before[i] ?? '', after[j] ?? ''];
    const pairing = kept.likeness(i, j);
    if (pairing > 0 && kept.from(i, j) === pairing + kept.from(i + 1, j + 1)) {
      pairs.push({ before: one, after: other });
      [i, j] = [i + 1, j + 1];
    } else if (kept.from(i + 1, j) >= kept.from(i, j + 1)) {
      pairs.push({ before: one, after: null });
      i += 1;
    } else {
      pairs.push({ before: null, after: other });
      j += 1;
    }
  }
  const rest = before.slice(i).map((text): Pair => ({ before: text, after: null }));
  return [...pairs, ...rest, ...after.slice(j).map((text): Pair => ({ before: null, after: text }))];
}

/** How many words two paragraphs share when they are alike, and the most that all from two places on can share. */
function keptWords(before: readonly string[], after: readonly string[]) {
  const words = [before.map(countWords), after.map(countWords)] as const;
  const width = after.length + 1;
  const alike = new Float64Array((before.length + 1) * width);
  const best = new Float64Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const at = i * width + j;
      alike[at] = likeness(words[0][i], words[1][j]);
      const paired = alike[at] === 0 ? 0 : (alike[at] ?? 0) + (best[at + width + 1] ?? 0);
      best[at] = Math.max(paired, best[at + width] ?? 0, best[at + 1] ?? 0);
    }
  }
  const read = (of: Float64Array) => (i: number, j: number) => of[i * width + j] ?? 0;
  return { likeness: read(alike), from: read(best) };
}

interface WordCounts {
  readonly total: number;
  readonly counts: ReadonlyMap<string, number>;
}

function countWords(text: string): WordCounts {
  const words = wordsOf(text).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { total: words.length, counts };
}

/** Words that both have; 0 when they are not alike (Dice's coefficient). */
function likeness(one: WordCounts | undefined, other: WordCounts | undefined): number {
  if (!one || !other) return 0;
  const all = one.total + other.total;
  if (2 * Math.min(one.total, other.total) < ALIKE * all) return 0;
  let shared = 0;
  for (const [word, count] of one.counts) shared += Math.min(count, other.counts.get(word) ?? 0);
  return 2 * shared >= ALIKE * all ? shared : 0;
}
