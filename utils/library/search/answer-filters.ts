import type { Shelf } from '../../model/library';
import { type Answers, NO, YES } from '../../search/evaluate';
import { foldText } from '../../search/fold';
import { weightsIn } from '../../search/lookups';
import {
  type Dated,
  type InLanguage,
  type Is,
  leavesOf,
  type Minutes,
  type SearchQuery,
  type Tagged,
} from '../../search/query';
import { languageTerm } from '../../search/terms';
import type { DocumentNumber, FactsRow, ReadTransaction } from '../schema';
import { occurrencesOf } from './answer-words';
import { CHUNK, chunkOf } from './chunks';
import { FLAGS } from './flags';
import type { HeldIndex } from './held-index';
import { type IndexView, readFacts } from './index-view';

/** The answer to where articles stand. */
export function answerIs({ flags }: IndexView, { what }: Is): Answers {
  return answerWhere((document) => isThere(flags[document] ?? 0, what));
}

/** Whether a document with these flags stands on a shelf. */
export function isThere(flags: number, shelf: Shelf): boolean {
  if (!(flags & FLAGS.alive)) return false;
  if (shelf === 'trash') return (flags & FLAGS.trash) !== 0;
  if (flags & FLAGS.trash) return false;
  if (shelf === 'archived') return (flags & FLAGS.archived) !== 0;
  if (shelf === 'favourite') return (flags & FLAGS.favourite) !== 0;
  if (shelf === 'queue') return (flags & (FLAGS.dated | FLAGS.archived)) === FLAGS.dated;
  return shelf === 'all' || !(flags & FLAGS.archived);
}

/**
 * Whether a search of a shelf is about an article with these flags. One that says where articles stand (`is:`) looks there rather than on the
 * shelf, and at what is in the trash if it speaks of that.
 */
export function isAbout(query: SearchQuery, shelf: Shelf): (flags: number) => boolean {
  const places = leavesOf(query, true).filter((leaf) => leaf.kind === 'is');
  if (places.length === 0) return (flags) => isThere(flags, shelf);
  const spansTrash = places.some(({ what }) => what === 'trash');
  return (flags) => isThere(flags, 'all') || (spansTrash && isThere(flags, 'trash'));
}

/** The answer to a day or a length. */
export async function answerFacts(
  transaction: ReadTransaction,
  held: HeldIndex,
  view: IndexView,
  filter: Dated | Minutes,
): Promise<Answers> {
  const all = Array.from({ length: view.size }, (_, document) => document);
  const facts = await readFacts(transaction, held, view, all);
  return answerWhere((document) => {
    const row = facts.get(chunkOf(document));
    return row !== undefined && meets(factsAt(row, document % CHUNK), filter);
  });
}

function factsAt({ minutes, publishedAt, savedAt }: FactsRow, at: number): Facts {
  return { minutes: minutes[at] ?? 0, publishedAt: publishedAt[at] ?? Number.NaN, savedAt: savedAt[at] ?? 0 };
}

/** What days and lengths are asked of; moments in ms since 1970, `publishedAt` `NaN` when unknown. */
export interface Facts {
  readonly minutes: number;
  readonly publishedAt: number;
  readonly savedAt: number;
}

/** Whether an article has a day or a length; one that was published nobody knows when has the day on which it was saved. */
export function meets({ minutes, publishedAt, savedAt }: Facts, filter: Dated | Minutes): boolean {
  if (filter.kind === 'minutes') return minutes >= filter.least && minutes <= filter.most;
  const time = Number.isNaN(publishedAt) ? savedAt : publishedAt;
  return time >= filter.from && time < filter.before;
}

/** The answer to a language. */
export async function answerLanguage(
  transaction: ReadTransaction,
  held: HeldIndex,
  view: IndexView,
  { lang }: InLanguage,
): Promise<Answers> {
  const lookup = { term: languageTerm(lang), isPrefix: false };
  const { counts, documents } = await occurrencesOf(transaction, held, view, lookup, weightsIn(null));
  return { of: (document) => (counts[document] ? YES : NO), documents };
}

/** Whether a filter means a tag: it, one below it, or one that begins with it while it is typed. */
export function meansTag({ tag, isPrefix }: Tagged, name: string): boolean {
  const folded = foldText(name);
  return folded === tag || folded.startsWith(`${tag}/`) || (isPrefix && folded.startsWith(tag));
}

/** Yes for some documents. */
export function answerFor(documents: readonly DocumentNumber[]): Answers {
  const all = new Set(documents);
  return { of: (document) => (all.has(document) ? YES : NO), documents: [...all] };
}

function answerWhere(isMet: (document: DocumentNumber) => boolean): Answers {
  return { of: (document) => (isMet(document) ? YES : NO), documents: null };
}
