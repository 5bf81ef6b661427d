import { browser } from '#imports';
import { linksInSelection } from '../../../utils/capture/selection-links';
import { reportError } from '../../../utils/errors';
import type { MessageKey } from '../../../utils/i18n';
import type { Library } from '../../../utils/model/library';
import type { Queue, QueueEntry } from '../../../utils/model/queue';
import { hasHostAccess } from '../../../utils/surfaces/host-access';
import { NO_LINKS, openQueuePage } from '../../../utils/surfaces/queue-page';
import { readTabs, type TabScope } from '../../../utils/surfaces/tabs';
import { workOffQueue } from './work';

/** Entries of the context menu that save many pages: what they are offered on and what they are called. */
export const QUEUE_ENTRIES = [
  { id: 'save-links', contexts: ['selection'], title: 'menuSaveLinks' },
  { id: 'save-selected-tabs', contexts: ['action'], title: 'menuSaveSelectedTabs' },
  { id: 'save-all-tabs', contexts: ['action'], title: 'menuSaveAllTabs' },
  { id: 'open-queue', contexts: ['action'], title: 'menuOpenQueue' },
] as const satisfies readonly { id: string; contexts: readonly string[]; title: MessageKey }[];

/** What the browser tells of a click on an entry. */
interface Click {
  readonly menuItemId: string | number;
  readonly frameId?: number;
}

/** Answers the entries that save many pages: what they concern goes into the queue, whose page is shown. */
export function answerQueueMenus(library: Library, queue: Queue): void {
  browser.contextMenus.onClicked.addListener((click, tab) => {
    const answer = answerClick(library, queue, click, tab ?? {});
    answer.catch((error) => reportError('queue menu', error));
  });
}

async function answerClick(
  library: Library,
  queue: Queue,
  { menuItemId, frameId }: Click,
  { id, windowId }: { readonly id?: number; readonly windowId?: number },
): Promise<void> {
  if (menuItemId === 'open-queue') await openQueuePage();
  else if (menuItemId === 'save-links' && id !== undefined) await addLinks(library, queue, id, frameId);
  else if (menuItemId === 'save-selected-tabs') await addTabs(library, queue, 'selected', windowId);
  else if (menuItemId === 'save-all-tabs') await addTabs(library, queue, 'window', windowId);
}

async function addLinks(library: Library, queue: Queue, tabId: number, frameId?: number): Promise<void> {
  const links = await linksInSelection(tabId, frameId);
  await addAndShow(library, queue, links, links.length === 0 ? NO_LINKS : undefined);
}

/** Tabs that cannot be seen are asked for on the page: only a page can ask for access. */
async function addTabs(library: Library, queue: Queue, scope: TabScope, windowId = -1): Promise<void> {
  const [{ pages, unseen }, seesAll] = await Promise.all([
    readTabs(scope, windowId < 0 ? undefined : windowId),
    hasHostAccess(),
  ]);
  await addAndShow(library, queue, pages, unseen > 0 && !seesAll ? { scope, windowId } : undefined);
}

async function addAndShow(
  library: Library,
  queue: Queue,
  entries: readonly QueueEntry[],
  told?: Parameters<typeof openQueuePage>[0],
): Promise<void> {
  if (entries.length > 0) await queue.add(entries);
  await openQueuePage(told);
  await workOffQueue(library, queue);
}
