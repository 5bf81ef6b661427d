import { reportError } from '../../../utils/errors';
import type { Library } from '../../../utils/model/library';
import type { Queue, QueueItem, QueueOutcome } from '../../../utils/model/queue';
import { isPassing, MOST_ATTEMPTS, readRetryAfter, restAfter } from '../../../utils/queue/retry';
import type { Turn } from '../../../utils/queue/run-schedule';
import { HOST_PAUSE, type Planned } from '../../../utils/queue/schedule';
import { saveArticle } from '../save';
import { type Failure, type Found, readOpenTab, readPage } from './read';

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
  const mark = await library.findSaved([item.url]);
  if (mark && !mark.deleted && mark.kind !== 'link') {
    if (item.tags.length > 0) await library.changeTags([mark.id], { add: item.tags });
    // Saved since it was put into the queue: by the queue itself, whose worker was stopped before it could say so.
    const status = mark.savedAt >= item.addedAt ? 'saved' : 'already-saved';
    const title = (await library.article(mark.id))?.title ?? '';
    return { outcome: { status, articleId: mark.id, title }, hostRestsUntil: null };
  }
  if (item.tabId === null) return save(library, queue, item, await readPage(item.url));
  const found = await readOpenTab(item.tabId, item.url);
  // The tab is closed, asleep or elsewhere: the page is fetched when its host's turn comes.
  if (!found) return { outcome: waitingAgain(0, false), hostRestsUntil: null };
  return save(library, queue, item, found);
}

async function save(library: Library, queue: Queue, item: QueueItem, found: Found): Promise<Ending> {
  const now = Date.now();
  const hostRestsUntil = found.asked ? now + HOST_PAUSE : null;
  if (!found.ok) return afterFailure(item, found, now);
  // Removed while its page was read: not wanted any more.
  if ((await queue.itemsOf([item.id])).length === 0) return { outcome: waitingAgain(0, false), hostRestsUntil };
  const { article } = found;
  const mode = (await library.findSaved([article.url, article.canonicalUrl]))?.kind === 'link' ? 'update' : 'add';
  const saved = await saveArticle(library, { article, mode, tags: item.tags, tabId: found.tabId });
  if (!saved.ok) {
    const problem = saved.error === 'quota-exceeded' ? 'no-room' : 'library';
    return { outcome: { status: 'failed', problem }, hostRestsUntil };
  }
  const { id: articleId, outcome, savedAt } = saved.value;
  const wasThere = outcome === 'already-saved' && savedAt < item.addedAt;
  if (outcome === 'already-saved' && item.tags.length > 0) await library.changeTags([articleId], { add: item.tags });
  const status = wasThere ? 'already-saved' : 'saved';
  return { outcome: { status, articleId, title: article.title }, hostRestsUntil };
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
