import { urlKey } from '../../model/canonical-url';
import type { LibraryError } from '../../model/library';
import type { QueueAddition, QueueEntry } from '../../model/queue';
import { ok, type Result } from '../../model/result';
import type { SavedMark } from '../../model/saved-article';
import { articleOf, markOf } from '../articles';
import type { QueueRow, WriteTransaction } from '../schema';
import { changeTags } from '../states';
import { type QueueContext, toldOf } from './context';

/** Addresses looked up and written in one transaction: 5,000 in one would keep a save waiting. */
const AT_ONCE = 500;

/** A row without the id that the database gives it. */
type NewRow = Omit<QueueRow, 'id'>;

/** An address with what it is compared by, and the article that it already is. */
interface Candidate {
  readonly entry: QueueEntry;
  readonly key: string;
  readonly saved: { readonly mark: SavedMark; readonly title: string } | null;
}

/** See `Queue.add`. Articles that are there already get the tags, too. */
export async function addEntries(
  context: QueueContext,
  entries: readonly QueueEntry[],
  tags: readonly string[],
): Promise<Result<QueueAddition, LibraryError>> {
  const total = { added: 0, repeated: 0, alreadySaved: 0 };
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const candidates = await lookUp(context, entries.slice(from, from + AT_ONCE));
    const written = await context.connection.write(['queue'], async (transaction) => {
      return ok(await putAll(transaction, candidates, tags, context.now()));
    });
    if (!written.ok) return written;
    total.added += written.value.added;
    total.repeated += written.value.repeated;
    total.alreadySaved += written.value.alreadySaved;
    const saved = candidates.flatMap((candidate) => candidate.saved?.mark.id ?? []);
    if (tags.length > 0 && saved.length > 0) await changeTags(context, saved, { add: tags });
  }
  return toldOf(context, ok(total));
}

/** What is in the library of these addresses. Of an article of which only the link was kept, the text is still wanted. */
function lookUp({ connection }: QueueContext, entries: readonly QueueEntry[]): Promise<Candidate[]> {
  return connection.read(['articles', 'states'], (transaction) =>
    Promise.all(
      entries.map(async (entry): Promise<Candidate> => {
        const key = urlKey(entry.url);
        const mark = await markOf(transaction, [key]);
        if (!mark || mark.deleted || mark.kind === 'link') return { entry, key, saved: null };
        const row = await transaction.objectStore('articles').get(mark.id);
        return { entry, key, saved: row ? { mark, title: articleOf(row).title } : null };
      }),
    ),
  );
}

async function putAll(
  transaction: WriteTransaction,
  candidates: readonly Candidate[],
  tags: readonly string[],
  now: number,
): Promise<QueueAddition> {
  const store = transaction.objectStore('queue');
  const once = firstOfEach(candidates);
  const known = await Promise.all(once.map(({ key }) => store.index('key').get(key)));
  const total = { added: 0, repeated: candidates.length - once.length, alreadySaved: 0 };
  const writes = once.map((candidate, i) => {
    const before = known[i];
    const row = rowOf(candidate, tags, now);
    if (candidate.saved) total.alreadySaved++;
    else if (before && isOpen(before)) total.repeated++;
    else total.added++;
    if (!before) return store.add(row as QueueRow);
    const isSettled = candidate.saved && before.articleId === candidate.saved.mark.id;
    return isSettled ? null : store.put(renewed(before, row));
  });
  await Promise.all(writes);
  return total;
}

function firstOfEach(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function isOpen({ status }: QueueRow): boolean {
  return status === 'waiting' || status === 'working';
}

/** An address that was added again: under way it goes on, with the tags of both; otherwise it begins anew at its old place. */
function renewed(before: QueueRow, row: NewRow): QueueRow {
  const tags = [...new Set([...before.tags, ...row.tags])];
  return isOpen(before) ? { ...before, tags } : { ...row, tags, id: before.id };
}

function rowOf({ entry, key, saved }: Candidate, tags: readonly string[], now: number): NewRow {
  return {
    key,
    url: entry.url,
    host: new URL(entry.url).host,
    title: saved?.title ?? entry.title ?? null,
    tabId: entry.tabId ?? null,
    tags,
    status: saved ? 'already-saved' : 'waiting',
    attempts: 0,
    notBefore: 0,
    problem: null,
    articleId: saved?.mark.id ?? null,
    addedAt: now,
    changedAt: now,
  };
}
