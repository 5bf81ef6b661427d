/** Numbers that look random and are the same for the same seed, so that a failure can be had again (mulberry32). */
export function random(seed: number) {
  let state = seed;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const integer = (below: number) => Math.floor(next() * below);
  return {
    /** From 0 to less than 1. */
    fraction: next,
    /** A whole number from 0 to less than `below`. */
    integer,
    pick: <T>(choices: readonly [T, ...T[]]): T => choices[integer(choices.length)] ?? choices[0],
  };
}
