/*
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009) with two changes. Lengths count against
 * a fixed usual one, so that a score does not depend on what was deleted but is still in a segment; and they count less than
 * usual (b), because a long report on a matter is no worse an answer than a short one. A word's occurrences are counted with
 * weights for the fields (`lookups.ts`).
 */
const K1 = 1.2;
const B = 0.4;
const USUAL_LENGTH = 700;

/** How much more an article of just now counts than an old one, and after how long half of that is gone. */
const RECENCY = 0.25;
const HALF_LIFE_DAYS = 30;

/** What one kind of words is worth that `having` of `all` documents have. */
export function rarity(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

/** What so many (weighted) occurrences in a text of so many units add to its score, for words of a rarity. */
export function occurrenceScore(occurrences: number, length: number, worth: number): number {
  if (occurrences === 0) return 0;
  const norm = K1 * (1 - B + (B * length) / USUAL_LENGTH);
  return (worth * occurrences * (K1 + 1)) / (occurrences + norm);
}

/** By the day on which an article was saved, what its score is multiplied by on the day `today`; days count from 1970. */
export function recencyFactors(today: number): (day: number) => number {
  const known = new Float64Array(today + 1);
  return (day) => {
    const at = Math.min(day, today);
    known[at] ||= 1 + RECENCY * 0.5 ** ((today - at) / HALF_LIFE_DAYS);
    return known[at] ?? 1;
  };
}
