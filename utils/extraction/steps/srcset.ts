/** One candidate of a `srcset`: its url as written and a size for comparison: pixels of width, or density times 1,000. */
export interface SrcsetCandidate {
  readonly url: string;
  readonly size: number;
}

/** One candidate: a url (commas inside it are part of it), then an optional descriptor, then a comma or the end. */
const CANDIDATE = /[\s,]*(\S*[^\s,])(?:\s+([\d.]+)([wxh])(?:\s+[\d.]+[wxh])*)?\s*(?:,|$)/g;

/** Reads a `srcset` value as the HTML standard does, in the order of the attribute; what is malformed is skipped. */
export function parseSrcset(srcset: string): SrcsetCandidate[] {
  const candidates: SrcsetCandidate[] = [];
  for (const [, url, number, unit] of srcset.matchAll(CANDIDATE)) {
    if (!url) continue;
    const value = Number(number ?? 1);
    candidates.push({ url, size: unit === 'w' || unit === 'h' ? value : value * 1000 });
  }
  return candidates;
}
