import { foldText } from '../search/fold';

/** A title as lists order it: folded, from its first letter or digit, numbers by their value. */
export function titleOrder(title: string): string {
  return foldText(title.slice(0, 200))
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\d+/g, (digits) => digits.padStart(10, '0'))
    .slice(0, 100);
}
