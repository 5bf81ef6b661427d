import { expect, test } from 'vitest';
import { runSchedule, type Turn } from '../../utils/queue/run-schedule';
import { AT_ONCE, HOST_PAUSE, type Planned } from '../../utils/queue/schedule';

/** A visit to a host, in ms of the made-up time. */
interface Visit {
  readonly id: number;
  readonly host: string | null;
  readonly from: number;
  readonly to: number;
}

/** A time that jumps to the next moment at which something is due, as soon as everything else has come to rest. */
function madeUpTime() {
  let now = 0;
  const due = new Set<{ at: number; callback: () => void }>();
  const after = (ms: number, callback: () => void) => {
    const timer = { at: now + ms, callback };
    due.add(timer);
    return () => void due.delete(timer);
  };
  async function until(ended: Promise<unknown>): Promise<void> {
    let isOver = false;
    void ended.then(() => (isOver = true));
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve));
      const next = [...due].sort((one, other) => one.at - other.at)[0];
      if (!next || isOver) continue;
      due.delete(next);
      now = Math.max(now, next.at);
      next.callback();
    }
  }
  return { now: () => now, after, until, sleep: (ms: number) => new Promise<void>((done) => after(ms, done)) };
}

/** Runs the items, each taking 300 ms, in made-up time; `turn` may say otherwise how one ends. */
async function run(items: readonly Planned[], turn?: (item: Planned, now: number) => Turn | null) {
  const time = madeUpTime();
  const visits: Visit[] = [];
  const ports = {
    now: time.now,
    after: time.after,
    plan: async () => ({ items, restUntil: new Map<string, number>() }),
    async work(item: Planned) {
      const from = time.now();
      await time.sleep(300);
      visits.push({ id: item.id, host: item.host, from, to: time.now() });
      return turn?.(item, time.now()) ?? { again: null, hostRestsUntil: time.now() + HOST_PAUSE };
    },
  };
  const running = runSchedule(ports, 30_000);
  await time.until(running.ended);
  return { visits, wakeAt: await running.ended, end: time.now() };
}

const itemsOf = (hosts: readonly (string | null)[]): Planned[] =>
  hosts.map((host, i) => ({ id: i + 1, host, notBefore: 0 }));

const mostAtOnce = (visits: readonly Visit[]) =>
  Math.max(...visits.map(({ from }) => visits.filter((other) => other.from <= from && from < other.to).length));

test('one host is asked for one page at a time, with a pause after each', async () => {
  const { visits } = await run(itemsOf(Array(5).fill('a')));

  expect(visits.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
  expect(visits.slice(1).map(({ from }, i) => from - (visits[i]?.to ?? 0))).toEqual(Array(4).fill(HOST_PAUSE));
});

test('several hosts are asked at once, few at a time, and one that pauses holds up no other', async () => {
  const { visits } = await run(itemsOf([...'aaabcdefghij']));

  expect(mostAtOnce(visits)).toBe(AT_ONCE);
  const own = (host: string) => visits.filter((visit) => visit.host === host);
  for (const host of 'abcdefghij') expect(mostAtOnce(own(host))).toBe(1);
  expect(own('b')[0]?.from).toBe(0);
});

test('open tabs wait for nobody’s pause', async () => {
  const { visits } = await run(itemsOf(Array(8).fill(null)));

  expect(visits.map(({ from }) => from)).toEqual([0, 0, 0, 0, 300, 300, 300, 300]);
});

test('a host that asks for a rest is left alone for so long, and the others go on', async () => {
  let asked = 0;
  const { visits } = await run(itemsOf([...'aab']), (item, now) =>
    item.host === 'a' && asked++ === 0
      ? { again: { ...item, notBefore: now + 20_000 }, hostRestsUntil: now + 20_000 }
      : null,
  );

  const first = visits.filter(({ host }) => host === 'a');
  expect(first.map(({ from }) => from)).toEqual([0, 20_300, 21_600]);
  expect(visits.find(({ host }) => host === 'b')?.from).toBe(0);
});

test('for a long rest the run ends and says when to go on', async () => {
  const { wakeAt, end } = await run(itemsOf(['a']), (item, now) => ({
    again: { ...item, notBefore: now + 90_000 },
    hostRestsUntil: null,
  }));

  expect([end, wakeAt]).toEqual([300, 90_300]);
});

test('what comes while it runs is begun too, and nothing twice', async () => {
  const time = madeUpTime();
  const begun: number[] = [];
  const items = itemsOf(['a', 'b']);
  const running = runSchedule(
    {
      now: time.now,
      after: time.after,
      plan: async () => ({ items, restUntil: new Map() }),
      async work(item) {
        begun.push(item.id);
        if (item.id === 1) {
          items.push({ id: 3, host: 'c', notBefore: 0 });
          running.lookAgain();
        }
        await time.sleep(300);
        items.splice(items.indexOf(item), 1);
        return { again: null, hostRestsUntil: null };
      },
    },
    30_000,
  );
  await time.until(running.ended);

  expect(begun).toEqual([1, 2, 3]);
});
