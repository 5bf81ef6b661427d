import { ok } from '../model/result';
import { EARLIEST, tick, wallTime } from './clock';
import type { LibraryContext } from './context';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How far the careful clock goes in a day: a clock that is wrong by years takes five days to cost anything. */
const MOST_A_DAY_MS = 7 * DAY_MS;

/** Looks that are closer than this are of one day. */
const SAME_DAY_MS = 20 * 60 * 60 * 1000;

/**
 * The moment by which things are removed because they are old: the wall clock's, but no more than a week further than on the day
 * of the look before. A clock that jumps ahead thus removes nothing at once, and after a long absence all goes some days later.
 * Ms since 1970.
 */
export async function carefulNow({ connection }: LibraryContext, now: number): Promise<number> {
  const [careful, looked] = await connection.read(['meta'], async (transaction) => {
    const meta = transaction.objectStore('meta');
    return Promise.all([meta.get('careful'), meta.get('looked')]);
  });
  if (!careful || !looked) return now;
  const passed = now - wallTime(looked.time);
  return Math.min(now, wallTime(careful.time) + (passed >= 0 && passed < SAME_DAY_MS ? passed : MOST_A_DAY_MS));
}

/** Remembers a look that went by `careful` (see `carefulNow`) while the wall clock said `now`. */
export async function keepCarefulNow({ connection }: LibraryContext, careful: number, now: number): Promise<void> {
  await connection.write(['meta'], async (transaction) => {
    const meta = transaction.objectStore('meta');
    const row = (ms: number) => ({ device: '', time: tick(EARLIEST, ms) });
    await Promise.all([meta.put(row(careful), 'careful'), meta.put(row(now), 'looked')]);
    return ok(undefined);
  });
}
