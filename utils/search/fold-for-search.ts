import { foldLetters } from './fold';
import { plainHan } from './han-variants';

/** Text as it is searched: letters folded, traditional characters as their simplified ones. Its table is the larger part of a search. */
export function foldForSearch(text: string): string {
  return plainHan(foldLetters(text));
}
