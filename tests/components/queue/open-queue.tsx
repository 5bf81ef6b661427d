import '../../../components/theme/reset.css';
import '../../../components/theme/tokens.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { QueueScreen } from '../../../components/queue/QueueScreen';
import type { OpenTabs, QueuePorts } from '../../../components/queue/queue-ports';
import { openQueue } from '../../../utils/library/queue/queue';
import type { Queue, QueueOutcome } from '../../../utils/model/queue';
import { freshName } from '../../library/support';

interface Options {
  queue?: Queue;
  ports?: Partial<QueuePorts>;
  /** What the browser shows of open tabs without access, and with it. */
  tabs?: OpenTabs;
  tabsWithAccess?: OpenTabs;
  access?: boolean;
  width?: number;
}

const NO_TABS: OpenTabs = { pages: [], unseen: 0 };

/** Draws the queue page over a real queue of the test's own, until the test is over. */
export async function openQueuePage({
  queue = freshQueue(),
  ports: own,
  tabs = NO_TABS,
  tabsWithAccess = tabs,
  access: granted = true,
  width = 800,
}: Options = {}) {
  await page.viewport(width, 800);
  const asked: string[] = [];
  const access = signal(granted);
  const isOnline = signal(true);
  const ports: QueuePorts = {
    queue,
    uiLanguage: 'en',
    work: () => void asked.push('work'),
    readTabs: async () => (access.value ? tabsWithAccess : tabs),
    askedTabs: null,
    hasNoLinks: false,
    access,
    async requestAccess() {
      asked.push('access');
      access.value = true;
      return true;
    },
    isOnline,
    knownTags: async () => ['sea', 'moon'],
    articleUrl: (id) => `library.html#/article/${id}`,
    openLibrary: () => void asked.push('library'),
    ...own,
  };
  const root = document.body.appendChild(document.createElement('div'));
  render(<QueueScreen ports={ports} />, root);
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  return { root, asked, queue, access, isOnline };
}

/** A queue in a library of the test's own. */
export function freshQueue(): Queue {
  return openQueue({ name: freshName() });
}

/** A queue with an address for each outcome, the working and the waiting one included. */
export async function queueOf(
  outcomes: Readonly<Record<string, QueueOutcome | 'waiting' | 'working'>>,
): Promise<Queue> {
  const queue = freshQueue();
  await queue.add(Object.keys(outcomes).map((path) => ({ url: `https://news.example/${path}` })));
  for (const [i, outcome] of Object.values(outcomes).entries()) {
    if (outcome === 'waiting') continue;
    await queue.take(i + 1);
    if (outcome !== 'working') await queue.settle(i + 1, outcome, null);
  }
  return queue;
}

/** What the rows in the document say, from top to bottom: title and where it stands. */
export function rowsOf(root: ParentNode): string[] {
  return [...root.querySelectorAll<HTMLElement>('li[data-index]')]
    .sort((one, other) => Number(one.dataset.index) - Number(other.dataset.index))
    .map((row) => `${row.querySelector('[data-title]')?.textContent}: ${row.querySelector('p > span')?.textContent}`);
}
