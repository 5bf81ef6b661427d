import { batch, computed, createModel, effect, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import type { QueueChange, QueueItem } from '../../utils/model/queue';
import { coalesced } from '../library/coalesced';
import type { ListedQueue } from './queue-ports';

/** Which part of the list is shown. */
export type Shown = 'all' | 'open' | 'failed' | 'done';

/** How many items stand where. */
export type Counts = Readonly<Record<Shown, number>>;

/** The part of the list that an item belongs to besides `all`. */
export function partOf({ status }: QueueItem): Exclude<Shown, 'all'> {
  if (status === 'failed') return 'failed';
  return status === 'waiting' || status === 'working' ? 'open' : 'done';
}

/** What the queue page shows: the items, as they stand while the worker goes through them. Call `start` once. */
export const QueueModel = createModel((queue: Pick<ListedQueue, 'items' | 'itemsOf' | 'isPaused' | 'subscribe'>) => {
  /** Null until the queue has answered. */
  const items = signal<readonly QueueItem[] | null>(null);
  const isPaused = signal(false);
  const isUnavailable = signal(false);
  const shown = signal<Shown>('all');
  const lifetime = new AbortController();
  const changed = new Set<number>();

  const counts = computed<Counts>(() => {
    const found = { all: 0, open: 0, failed: 0, done: 0 };
    for (const item of items.value ?? []) {
      found.all++;
      found[partOf(item)]++;
    }
    return found;
  });
  const listed = computed(() =>
    shown.value === 'all' ? (items.value ?? []) : (items.value ?? []).filter((item) => partOf(item) === shown.value),
  );

  const readList = coalesced(async () => {
    changed.clear();
    try {
      const [all, paused] = await Promise.all([queue.items(), queue.isPaused()]);
      batch(() => {
        items.value = all;
        isPaused.value = paused;
        isUnavailable.value = false;
      });
    } catch (error) {
      reportError('the queue', error);
      isUnavailable.value = true;
    }
  });

  const readChanged = coalesced(async () => {
    const ids = [...changed];
    changed.clear();
    try {
      const found = new Map((await queue.itemsOf(ids)).map((item) => [item.id, item]));
      items.value = items.peek()?.map((item) => found.get(item.id) ?? item) ?? null;
    } catch (error) {
      reportError('items of the queue', error);
    }
  });

  function hear({ kind, ids }: QueueChange) {
    if (kind === 'list') return void readList();
    for (const id of ids) changed.add(id);
    void readChanged();
  }

  effect(() => () => lifetime.abort());

  return {
    items,
    isPaused,
    isUnavailable,
    shown,
    counts,
    listed,
    async start() {
      queue.subscribe(hear, lifetime.signal);
      await readList();
    },
    readList,
  };
});
