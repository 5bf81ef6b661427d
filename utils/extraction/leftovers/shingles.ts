/** Every run of three words of a text. */
export function shinglesOf(text: string): Set<string> {
  const found = new Set<string>();
  const tokens = tokensOf(text);
  for (let at = 0; at + 2 < tokens.length; at++) found.add(`${tokens[at]} ${tokens[at + 1]} ${tokens[at + 2]}`);
  return found;
}

/** The share of a text whose runs of three words are among those given, 0 to 1; a half where it has none. */
export function shareKnown(text: string, shingles: ReadonlySet<string>): number {
  const tokens = tokensOf(text);
  if (tokens.length < 3) return 0.5;
  let known = 0;
  for (let at = 0; at + 2 < tokens.length; at++)
    if (shingles.has(`${tokens[at]} ${tokens[at + 1]} ${tokens[at + 2]}`)) known += 1;
  return known / (tokens.length - 2);
}

function tokensOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? [];
}
