import type { ArticleTerms } from './terms';

/*
 * The terms of one article as a string that can be searched without taking it apart: for each, a line feed, the term, a tab
 * and a character whose code is the term's byte. No term has a line feed or a tab.
 */

/** Packs an article's terms. */
export function packTerms(terms: ArticleTerms['terms']): string {
  let packed = '';
  for (const [term, mark] of terms) packed += `\n${term}\t${String.fromCharCode(mark)}`;
  return packed;
}

/** Tells the byte of a term in packed terms; of each that begins with it, for a prefix. */
export function findPacked(packed: string, term: string, isPrefix: boolean, visit: (mark: number) => void): void {
  if (!isPrefix) {
    const at = packed.indexOf(`\n${term}\t`);
    if (at >= 0) visit(packed.charCodeAt(at + term.length + 2));
    return;
  }
  const start = `\n${term}`;
  for (let at = packed.indexOf(start); at >= 0; at = packed.indexOf(start, at + 1)) {
    visit(packed.charCodeAt(packed.indexOf('\t', at) + 1));
  }
}

/** Tells every term with its byte. */
export function eachPacked(packed: string, visit: (term: string, mark: number) => void): void {
  for (let at = 0; at < packed.length; ) {
    const tab = packed.indexOf('\t', at);
    visit(packed.slice(at + 1, tab), packed.charCodeAt(tab + 1));
    at = tab + 2;
  }
}
