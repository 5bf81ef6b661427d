import type { Words } from './query';
import { FIELD_BITS, type Field, IN_TEXT, pairTerm } from './terms';
import type { Unit } from './units';

/** What is looked up in the index: a term, or all that begin with it. */
export interface Lookup {
  readonly term: string;
  readonly isPrefix: boolean;
}

/** How much more a word counts in a title, a site's name or an author's than once in the text. */
const FIELD_WEIGHTS = { title: 8, site: 3, author: 3 } as const;

/** The terms that an article with these words has all of. */
export function lookupsOf({ units, isPrefix }: Words): Lookup[] {
  const lookups = new Map<string, Lookup>();
  for (const [i, unit] of units.entries()) {
    const before = units[i - 1];
    const after = units[i + 1];
    const isOpen = isPrefix && !after;
    if (unit.isWord && before?.isWord && !isOpen) add(lookups, pairTerm(before.text, unit.text), false);
    if (unit.isWord) add(lookups, unit.text, isOpen);
    else if (before && unit.isJoined) add(lookups, before.text + unit.text, false);
    else if (!after?.isJoined) add(lookups, unit.text, false);
  }
  return [...lookups.values()];
}

function add(lookups: Map<string, Lookup>, term: string, isPrefix: boolean): void {
  lookups.set(`${term}${isPrefix ? '*' : ''}`, { term, isPrefix });
}

/** Whether having the terms is having the words: otherwise the text has to be looked at. */
export function isDecided({ units }: Words): boolean {
  const [first, second] = units;
  return units.length === 1 || (units.length === 2 && !first?.isWord && isJoinedCharacter(second));
}

function isJoinedCharacter(unit: Unit | undefined): boolean {
  return unit !== undefined && !unit.isWord && unit.isJoined;
}

/** What a term's byte in an article counts for when it is asked for in a field, or in any (null); 0 when it is not there. */
export function weightsIn(field: Field | null): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, mark) => {
    const inText = field === null || field === 'text' ? Math.floor(mark / IN_TEXT) : 0;
    const short = (['title', 'site', 'author'] as const).filter(
      (each) => (field === null || field === each) && mark & FIELD_BITS[each],
    );
    return short.reduce<number>((sum, each) => sum + FIELD_WEIGHTS[each], inText);
  });
}
