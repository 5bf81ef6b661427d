/*
 * Sorted terms as one string: each begins with what it shares with the one before it, which is told by a control character
 * (code 0 to 31) for so many characters. No term has one, so that it also parts them.
 */

/** As much as one control character tells. */
export const MOST_SHARED = 31;

/** What a term after another adds to the string. */
export function termSuffix(before: string, term: string): string {
  const most = Math.min(MOST_SHARED, before.length, term.length);
  let shared = 0;
  while (shared < most && before.charCodeAt(shared) === term.charCodeAt(shared)) shared++;
  return String.fromCharCode(shared) + term.slice(shared);
}

/** The terms of a string that begins with the first of them. */
export function readTerms(joined: string): string[] {
  const terms: string[] = [];
  let shared = '';
  let from = 0;
  for (let at = 0; at <= joined.length; at++) {
    const code = at < joined.length ? joined.charCodeAt(at) : 0;
    if (code > MOST_SHARED) continue;
    const term = shared + joined.slice(from, at);
    terms.push(term);
    shared = term.slice(0, code);
    from = at + 1;
  }
  return terms;
}

/** The first term of a string of them. */
export function firstOfTerms(joined: string): string {
  let end = 0;
  while (end < joined.length && joined.charCodeAt(end) > MOST_SHARED) end++;
  return joined.slice(0, end);
}
