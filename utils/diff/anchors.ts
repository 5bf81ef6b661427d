/** A place in two lists where both have the same. */
export type Anchor = readonly [before: number, after: number];

/**
 * Items that two lists have once each and in the same order, as many as there can be: what stands between them can be compared on its
 * own, so that the work grows with the lists and not with its square (Bram Cohen's patience diff, https://bramcohen.livejournal.com/73318.html).
 */
export function anchorsOf(before: readonly string[], after: readonly string[]): Anchor[] {
  const places = placesOfUnique(after);
  const shared = [...placesOfUnique(before)].flatMap(([item, place]): Anchor[] => {
    const other = places.get(item);
    return other === undefined ? [] : [[place, other]];
  });
  return longestAscending(shared);
}

function placesOfUnique(items: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  items.forEach((item, place) => {
    if (places.has(item)) repeated.add(item);
    places.set(item, place);
  });
  for (const item of repeated) places.delete(item);
  return places;
}

/** The most anchors, of some in the order of their first places, whose second places ascend too. */
function longestAscending(anchors: readonly Anchor[]): Anchor[] {
  /** The last anchors of the best chains of 1, 2, 3… anchors, each with the one before it. */
  const ends: Chain[] = [];
  for (const anchor of anchors) {
    const length = firstFrom(ends, anchor[1]);
    ends[length] = { anchor, previous: ends[length - 1] ?? null };
  }
  const chain: Anchor[] = [];
  for (let link: Chain | null = ends.at(-1) ?? null; link; link = link.previous) chain.push(link.anchor);
  return chain.reverse();
}

interface Chain {
  readonly anchor: Anchor;
  readonly previous: Chain | null;
}

/** The first of the chains that ends at or after a place; as many as there are when none does. */
function firstFrom(ends: readonly Chain[], place: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.anchor[1] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
