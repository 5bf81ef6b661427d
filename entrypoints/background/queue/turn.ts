import { reportError } from '../../../utils/errors';
import type { Library } from '../../../utils/model/library';
import type { Queue, QueueItem, QueueOutcome } from '../../../utils/model/queue';
import { isPassing, MOST_ATTEMPTS, readRetryAfter, restAfter } from '../../../utils/queue/retry';
import type { Turn } from '../../../utils/queue/run-schedule';
import { HOST_PAUSE, type Planned } from '../../../utils/queue/schedule';
import { saveArticle } from '../save';
import { type Failure, readOpenTab, readPage, type Success } from './read';

/** Nothing came of a turn. */
const NOTHING: Turn = { again: null, hostRestsUntil: null };

/** How a turn ended for its item, and until when the host is left alone. */
interface Ending {
  readonly outcome: QueueOutcome;
  readonly hostRestsUntil: number | null;
}

/** Takes an item up, reads its page and saves its article, and writes down how that ended. `lookAgain`: what waits is to be asked for anew. */
export async function takeTurn(library: Library, queue: Queue, id: number, lookAgain: () => void): Promise<Turn> {
  try {
    const item = await queue.take(id);
    if (!item) return NOTHING;
    const { outcome, hostRestsUntil } = await endingOf(library, queue, item);
    await queue.settle(id, outcome, hostRestsUntil);
    if (outcome.status === 'failed' && outcome.problem === 'no-room') await queue.setPaused(true);
    if (outcome.status !== 'waiting') return { again: null, hostRestsUntil };
    if (!navigator.onLine) lookAgain();
    return { again: plannedAgain(item, outcome), hostRestsUntil };
  } catch (error) {
    reportError('an address of the queue', error);
    await queue.settle(id, { status: 'failed', problem: 'library' }, null).catch(() => undefined);
    return NOTHING;
  }
}

function plannedAgain(item: QueueItem, outcome: Extract<QueueOutcome, { status: 'waiting' }>): Planned {
  const isTab = outcome.keepsTab && item.tabId !== null;
  return { id: item.id, host: isTab ? null : item.host, notBefore: outcome.notBefore };
}

async function endingOf(library: Library, queue: Queue, item: QueueItem): Promise<Ending> {
  const known = await savedBefore(library, item);
  if (known) return { outcome: known, hostRestsUntil: null };
  const found = item.tabId === null ? await readPage(item.url) : await readOpenTab(item.tabId, item.url);
  // The tab is closed, asleep or elsewhere: the page is fetched when its host's turn comes.
  if (!found) return { outcome: waitingAgain(0, false), hostRestsUntil: null };
  const now = Date.now();
  if (!found.ok) return afterFailure(item, found, now);
  const hostRestsUntil = found.asked ? now + HOST_PAUSE : null;
  // Removed while its page was read: not wanted any more.
  const isWanted = (await queue.itemsOf([item.id])).length > 0;
  return { outcome: isWanted ? await save(library, item, found) : waitingAgain(0, false), hostRestsUntil };
}

/** The article that the item's page is in the library already, which gets the item's tags; null when it is not, or only its link is. */
async function savedBefore(library: Library, item: QueueItem): Promise<QueueOutcome | null> {
  const mark = await library.findSaved([item.url]);
  if (!mark || mark.deleted || mark.kind === 'link') return null;
  if (item.tags.length > 0) await library.changeTags([mark.id], { add: item.tags });
  const title = (await library.article(mark.id))?.title ?? '';
  return { status: statusOf(mark.savedAt, item), articleId: mark.id, title };
}

/** What was saved since the item was added, the queue has saved: its worker was stopped before it could say so. */
function statusOf(savedAt: number, { addedAt }: QueueItem): 'saved' | 'already-saved' {
  return savedAt >= addedAt ? 'saved' : 'already-saved';
}

async function save(library: Library, item: QueueItem, { article, tabId }: Success): Promise<QueueOutcome> {
  const known = await library.findSaved([article.url, article.canonicalUrl]);
  const mode = known?.kind === 'link' ? 'update' : 'add';
  const saved = await saveArticle(library, { article, mode, tags: item.tags, tabId });
  if (!saved.ok) return { status: 'failed', problem: saved.error === 'quota-exceeded' ? 'no-room' : 'library' };
  const { id: articleId, outcome, savedAt } = saved.value;
  const wasThere = outcome === 'already-saved';
  if (wasThere && item.tags.length > 0) await library.changeTags([articleId], { add: item.tags });
  return { status: wasThere ? statusOf(savedAt, item) : 'saved', articleId, title: article.title };
}

function afterFailure(item: QueueItem, failure: Failure, now: number): Ending {
  const { problem, asked } = failure;
  const pause = asked ? now + HOST_PAUSE : null;
  if (problem === 'page-unreachable' && !navigator.onLine)
    return { outcome: { ...waitingAgain(now, true), isCounted: false }, hostRestsUntil: null };
  if (!isPassing(problem) || item.attempts >= MOST_ATTEMPTS)
    return { outcome: { status: 'failed', problem }, hostRestsUntil: pause };
  const asksForRest = readRetryAfter(failure.retryAfter, now);
  const notBefore = now + restAfter(item.attempts, asksForRest);
  const isHostBusy = problem === 'too-many-requests' || asksForRest !== null;
  return {
    outcome: { ...waitingAgain(notBefore, true), problem },
    hostRestsUntil: isHostBusy ? notBefore : pause,
  };
}

function waitingAgain(notBefore: number, isCounted: boolean): Extract<QueueOutcome, { status: 'waiting' }> {
  return { status: 'waiting', notBefore, problem: null, isCounted, keepsTab: false };
}
