import type { DeviceId, HybridTime, Stamped } from '../model/stamped';
import type { Mark } from './held';
import type { WriteTransaction } from './schema';

/*
 * A hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014): wall time in ms while that advances, a counter
 * where it does not. As text: 12 hex digits of ms since 1970, `-`, 4 hex digits of counter, so that alphabetical order is
 * order in time.
 */

/** The first time of all. */
export const EARLIEST: HybridTime = '000000000000-0000';

/** The last ms of the year 9999: what claims to be later is no time, and there is always room after what is one. */
const LATEST_MS = 253_402_300_799_999;

const MAX_COUNTER = 0xffff;

/** How far ahead of this device's wall clock another library's time may be before the clock stops following it. */
export const MAX_DRIFT_MS = 24 * 60 * 60 * 1000;

/** True for text that is a time of this clock; anything from outside is asked first. */
export function isHybridTime(text: string): boolean {
  return /^[0-9a-f]{12}-[0-9a-f]{4}$/.test(text) && wallTime(text) <= LATEST_MS;
}

/** The wall-clock part, ms since 1970. */
export function wallTime(time: HybridTime): number {
  return Number.parseInt(time.slice(0, 12), 16);
}

/** The time that follows `last` at the wall-clock moment `now` (ms since 1970): always later than `last`, even if `now` is not. */
export function tick(last: HybridTime, now: number): HybridTime {
  const ms = wallTime(last);
  if (now > ms) return write(now, 0);
  const counter = Number.parseInt(last.slice(13), 16);
  return counter < MAX_COUNTER ? write(ms, counter + 1) : write(ms + 1, 0);
}

/**
 * The clock after it has seen another library's time: never behind it, so that what is done next is later than what was
 * merged, except for times more than `MAX_DRIFT_MS` ahead, which come from a wrong clock and would spoil this one for good.
 */
export function witness(last: HybridTime, seen: HybridTime, now: number): HybridTime {
  if (!isHybridTime(seen) || wallTime(seen) > now + MAX_DRIFT_MS) return last;
  return seen > last ? seen : last;
}

/** Gives out stamps within one write transaction. */
export interface Clock {
  /**
   * A stamp later than every one this device has given out, and later than `previous`, the stamp it replaces: so that a
   * change made here wins even over a value that a wrong clock had dated into the future.
   */
  stamp<T>(value: T, previous?: Stamped<unknown>): Stamped<T>;
  /** Remembers how far it came, also as the time of a change to what is named; await it before the transaction ends. */
  keep(...changed: readonly Mark[]): Promise<unknown>;
}

/**
 * Reads the clock inside a transaction that writes `meta`. Such transactions run one after the other in all contexts, so no
 * two of them give out the same time. Makes the device's id on first use.
 */
export async function openClock(transaction: WriteTransaction, now: number): Promise<Clock> {
  const meta = transaction.objectStore('meta');
  const stored = await meta.get('clock');
  const device: DeviceId = stored?.device ?? crypto.randomUUID();
  let time = stored?.time ?? EARLIEST;
  return {
    stamp(value, previous) {
      time = tick(time, now);
      const replaced = previous?.time ?? EARLIEST;
      return { value, time: time > replaced ? time : tick(replaced, now), device };
    },
    keep(...changed) {
      return Promise.all((['clock', ...changed] as const).map((key) => meta.put({ device, time }, key)));
    },
  };
}

function write(ms: number, counter: number): HybridTime {
  return `${ms.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}`;
}
