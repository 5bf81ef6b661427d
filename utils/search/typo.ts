/** Words as short as this have too many others one letter away. */
const SHORTEST_FORGIVEN = 4;

/** True for a word in which a slip may be forgiven. Figures are meant as they are. */
export function mayBeTypo(word: string): boolean {
  return word.length >= SHORTEST_FORGIVEN && !/\p{N}/u.test(word);
}

/** True when one letter more, less or other, or two neighbours the other way round, make one word of the other. */
export function isOneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
