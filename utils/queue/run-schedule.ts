import { nextStep, type Planned } from './schedule';

/** How an item's turn ended. */
export interface Turn {
  /** The item again, if it has to be tried again. */
  readonly again: Planned | null;
  /** Until when its host is left alone, ms since 1970; null when the host was not asked. */
  readonly hostRestsUntil: number | null;
}

/** What running a schedule needs of the world. */
export interface SchedulePorts {
  /** Everything that waits, in order, and the hosts that are left alone; asked at the beginning and whenever it has changed. */
  plan(): Promise<{ readonly items: readonly Planned[]; readonly restUntil: ReadonlyMap<string, number> }>;
  /** Does an item; never rejects. */
  work(item: Planned): Promise<Turn>;
  /** ms since 1970. */
  now(): number;
  /** Calls back after `ms`; the answer takes that back. */
  after(ms: number, callback: () => void): () => void;
}

/** A schedule that is being run. */
export interface Running {
  /** Resolves with when the next item may begin, ms since 1970, once nothing is to be done for some time; null when nothing waits. */
  readonly ended: Promise<number | null>;
  /** Says that what waits has changed. */
  lookAgain(): void;
}

/** Runs a schedule until there is nothing to do for `patience` ms. Nothing is begun twice, as nothing is planned twice. */
export function runSchedule(ports: SchedulePorts, patience: number): Running {
  const plan = new Map<number, Planned>();
  const going = new Map<number, string | null>();
  let restUntil = new Map<string, number>();
  let isStale = true;
  let wake = () => {};

  async function readPlan() {
    isStale = false;
    const read = await ports.plan();
    restUntil = new Map(read.restUntil);
    plan.clear();
    for (const item of read.items) if (!going.has(item.id)) plan.set(item.id, item);
  }

  async function begin(item: Planned) {
    plan.delete(item.id);
    going.set(item.id, item.host);
    const { again, hostRestsUntil } = await ports.work(item);
    going.delete(item.id);
    if (again) plan.set(again.id, again);
    if (item.host !== null && hostRestsUntil !== null) restUntil.set(item.host, hostRestsUntil);
    wake();
  }

  function rest(until: number | null): Promise<void> {
    return new Promise((resolve) => {
      const takeBack = until === null ? null : ports.after(Math.max(0, until - ports.now()), () => wake());
      wake = () => {
        takeBack?.();
        resolve();
      };
    });
  }

  async function run(): Promise<number | null> {
    for (;;) {
      while (isStale) await readPlan();
      const hosts = new Set([...going.values()].filter((host) => host !== null));
      const { start, wakeAt } = nextStep(plan.values(), { count: going.size, hosts, restUntil }, ports.now());
      if (start) void begin(start);
      else if (going.size === 0 && (wakeAt === null || wakeAt - ports.now() > patience)) return wakeAt;
      else await rest(wakeAt);
    }
  }

  return {
    ended: run(),
    lookAgain() {
      isStale = true;
      wake();
    },
  };
}
