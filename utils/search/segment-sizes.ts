/** How many segments of about one size there may be before they become one: more make searches slower, fewer cost more merging. */
const MOST_ALIKE = 8;

/** What `mergeDue` asks of a segment. */
export interface SizedSegment {
  /** How many documents it was made of. */
  readonly size: number;
}

/**
 * The newest segments that are to become one, as a range of the list, which is in the order of documents; null when none are.
 * Segments of one level hold up to `MOST_ALIKE` times as many documents as those of the level below, so that each document is
 * merged once a level. With `tidy`, as when nothing else is to be done, all but the segments that are larger than everything after them become one.
 */
export function mergeDue<T extends SizedSegment>(segments: readonly T[], smallest: number, tidy: boolean): T[] | null {
  const level = ({ size }: T) =>
    Math.floor(Math.log(Math.max(size, smallest) / smallest) / Math.log(MOST_ALIKE) + 1e-9);
  for (let from = segments.length - 1; from >= 0; from--) {
    const rest = segments.slice(from);
    const top = Math.max(...rest.map(level));
    const before = segments[from - 1];
    const isEnough = rest.filter((each) => level(each) === top).length >= MOST_ALIKE;
    if (isEnough && (!before || level(before) > top)) return rest;
  }
  return tidy ? tail(segments) : null;
}

function tail<T extends SizedSegment>(segments: readonly T[]): T[] | null {
  for (let from = 0; from < segments.length - 1; from++) {
    const after = segments.slice(from + 1).reduce((sum, { size }) => sum + size, 0);
    if ((segments[from]?.size ?? 0) < after * 2) return segments.slice(from);
  }
  return null;
}
