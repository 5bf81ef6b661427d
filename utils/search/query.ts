import type { Day } from '../model/day';
import type { Field } from './terms';
import type { Unit } from './units';

/** Units that must follow one another in one field. */
export interface Words {
  readonly kind: 'words';
  /** Null for any field. */
  readonly field: Field | null;
  readonly units: readonly Unit[];
  /** The last unit is a word that is still being typed: what begins with it counts. */
  readonly isPrefix: boolean;
}

/** Where an article stands. */
export interface Is {
  readonly kind: 'is';
  readonly what: 'unread' | 'archived' | 'favourite' | 'trash';
}

/** Articles with a tag, or with one below it (`sea/tides` for `sea`). */
export interface Tagged {
  readonly kind: 'tag';
  /** Folded. */
  readonly tag: string;
  /** It is still being typed: tags that begin with it count. */
  readonly isPrefix: boolean;
}

/** Articles in a language, whatever the region. */
export interface InLanguage {
  readonly kind: 'lang';
  readonly lang: string;
}

/** Articles published (or, where that is unknown, saved) from a moment on, or before another; ms since 1970. */
export interface Dated {
  readonly kind: 'dated';
  readonly from: number;
  readonly before: number;
}

/** Articles of so many minutes, both ends included. */
export interface Minutes {
  readonly kind: 'minutes';
  readonly least: number;
  readonly most: number;
}

/** Articles of the queue: those that are to be read until a day, one so many days from today, or any (null). */
export interface ReadBy {
  readonly kind: 'readBy';
  readonly until: Day | number | null;
}

/** Articles that were read at an address of a host. */
export interface AtHost {
  readonly kind: 'host';
  readonly host: string;
  /** It is still being typed: hosts that begin with it count. */
  readonly isPrefix: boolean;
}

/** What is asked of an article by itself. */
export type QueryLeaf = Words | Is | Tagged | InLanguage | Dated | Minutes | ReadBy | AtHost;

/** A search as a tree. */
export type SearchQuery =
  | QueryLeaf
  | { readonly kind: 'and' | 'or'; readonly of: readonly SearchQuery[] }
  | { readonly kind: 'not'; readonly of: readonly [SearchQuery] };

/** Every leaf of a query, with those below a `not` or without them. */
export function leavesOf(query: SearchQuery, withNegated: boolean): QueryLeaf[] {
  if (!('of' in query)) return [query];
  if (query.kind === 'not' && !withNegated) return [];
  return query.of.flatMap((each) => leavesOf(each, withNegated));
}

/** The words that an article found has: what its snippet shows and its text marks. */
export function wordsOf(query: SearchQuery): Words[] {
  return leavesOf(query, false).filter((leaf) => leaf.kind === 'words');
}

/** A word as short as this is whole: nearly every article has words that begin with any one letter. */
export const SHORTEST_PREFIX = 2;
