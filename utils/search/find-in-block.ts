import { type Block, LONG } from './blocks';
import type { Lookup } from './lookups';
import { readPostings } from './postings';
import { MOST_SHARED } from './term-list';

/**
 * Tells the postings of everything that is looked up in a block. It walks over the joined terms as they are: to take them apart, thousands
 * of strings for one that is asked for, took longer than all the rest of a search.
 */
export function findInBlock(
  { terms, lengths, longer, bytes, base }: Block,
  { term, isPrefix }: Lookup,
  visit: (document: number, mark: number) => void,
): void {
  let begun = 0;
  let long = 0;
  let at = 0;
  let shared = 0;
  // How much of what is looked up the term before begins with: all terms so far are before it, or begin with it.
  let matched = 0;
  for (let i = 0; i < lengths.length; i++) {
    const start = at;
    while (at < terms.length && terms.charCodeAt(at) > MOST_SHARED) at++;
    const length = lengths[i] ?? 0;
    const end = begun + (length < LONG ? length : (longer[long++] ?? 0));
    if (shared <= matched) {
      matched = shared;
      while (matched < term.length && start + matched - shared < at) {
        if (terms.charCodeAt(start + matched - shared) !== term.charCodeAt(matched)) break;
        matched++;
      }
      const next = start + matched - shared;
      const isWhole = next === at;
      if (matched < term.length && !isWhole && terms.charCodeAt(next) > term.charCodeAt(matched)) return;
      if (matched === term.length && !isWhole && !isPrefix) return;
    }
    if (matched === term.length) readPostings(bytes, begun, end, base, visit);
    begun = end;
    shared = terms.charCodeAt(at++);
  }
}
