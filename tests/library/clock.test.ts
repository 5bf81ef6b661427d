import { expect, test } from 'vitest';
import { EARLIEST, isHybridTime, MAX_DRIFT_MS, tick, wallTime, witness } from '../../utils/library/clock';
import { random } from './random';

test('times are as wide as each other and in alphabetical order whatever the wall clock does', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const { integer, pick } = random(seed);
    let now = integer(2_000_000_000_000);
    let last = EARLIEST;

    for (let step = 0; step < 200; step++) {
      now = Math.max(0, now + pick([0, 0, 1, 5_000, -1, -86_400_000 * 400]));
      const next = tick(last, now);

      expect(next > last && next.length === last.length && isHybridTime(next)).toBe(true);
      expect(wallTime(next)).toBeGreaterThanOrEqual(now);
      last = next;
    }
  }
});

test('more changes in one millisecond than the counter holds go on in the next', () => {
  let last = tick(EARLIEST, 1_000);

  for (let i = 0; i < 70_000; i++) {
    const next = tick(last, 1_000);
    if (next <= last) expect.fail(`${next} does not follow ${last}`);
    last = next;
  }

  expect(wallTime(last)).toBe(1_001);
});

test('a clock that has seen a later time goes on after it', () => {
  const seen = tick(EARLIEST, 5_000);

  const next = tick(witness(tick(EARLIEST, 1_000), seen, 1_000), 1_000);

  expect(next > seen).toBe(true);
  expect(witness(next, seen, 1_000)).toBe(next);
});

test('a clock does not follow a time that is absurdly far ahead', () => {
  const now = 1_000_000;
  const last = tick(EARLIEST, now);
  const absurd = ['fffffffffffe-ffff', tick(EARLIEST, now + MAX_DRIFT_MS + 1), 'zzzz', ''];

  expect(absurd.map((seen) => witness(last, seen, now))).toEqual(absurd.map(() => last));
  expect(witness(last, tick(EARLIEST, now + MAX_DRIFT_MS), now)).not.toBe(last);
});

test('only what the clock writes is a time', () => {
  expect(isHybridTime(tick(EARLIEST, Date.now()))).toBe(true);
  expect(['', '0', 'fffffffffffe-0000', '00000000000A-0000', '000000000000-00000'].filter(isHybridTime)).toEqual([]);
});
