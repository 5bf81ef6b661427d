import { ok } from '../model/result';
import { EARLIEST, tick, wallTime } from './clock';
import type { LibraryContext } from './context';

/** How far the careful clock goes in one run. With one a day, a clock that is wrong by years takes five days to cost anything. */
const MOST_A_RUN_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * The moment by which things are removed because they are old: the wall clock's, but no more than a week after the run before.
 * A clock that jumps ahead thus removes nothing at once, and after a long absence all goes some days later. Ms since 1970.
 */
export async function carefulNow({ connection }: LibraryContext, now: number): Promise<number> {
  const before = await connection.read(['meta'], (transaction) => transaction.objectStore('meta').get('careful'));
  return before ? Math.min(now, wallTime(before.time) + MOST_A_RUN_MS) : now;
}

/** Counts a run, of which there is one a day, that goes by this moment (see `carefulNow`). */
export async function keepCarefulNow({ connection }: LibraryContext, ms: number): Promise<void> {
  await connection.write(['meta'], async (transaction) => {
    await transaction.objectStore('meta').put({ device: '', time: tick(EARLIEST, ms) }, 'careful');
    return ok(undefined);
  });
}
