/** Hosts that are asked at the same time. */
const HOSTS_AT_ONCE = 4;

/**
 * Does the work for every item, one at a time for each host (`hostOf`) and for some hosts side by side, until `signal` aborts: work that
 * has begun then ends, no other begins.
 */
export async function eachPolitely<Item>(
  items: readonly Item[],
  hostOf: (item: Item) => string,
  work: (item: Item) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const queues = [...Map.groupBy(items, hostOf).values()].values();
  const workOff = async () => {
    // All take from one iterator, so that each queue is worked off once.
    for (const queue of queues) for (const item of queue) if (!signal.aborted) await work(item);
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, workOff));
}
