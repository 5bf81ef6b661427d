import type { Room } from '../model/room';

/** Asks the browser how much room there is. Some ms with a small library, more with a large one: not before a first paint. */
export async function readRoom(): Promise<Room> {
  const [isPersistent, { usage, quota }] = await Promise.all([
    navigator.storage.persisted(),
    navigator.storage.estimate(),
  ]);
  const usedBytes = usage ?? 0;
  return { isPersistent, usedBytes, leftBytes: quota === undefined ? null : Math.max(0, quota - usedBytes) };
}
