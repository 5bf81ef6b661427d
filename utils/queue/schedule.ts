/**
 * Pages fetched at the same time, of different hosts. Each is also parsed, which two cores do not do faster for more of them, and the
 * reader's own browsing goes on meanwhile.
 */
export const AT_ONCE = 4;

/**
 * How long a host is left alone after a request, one at a time: what Scrapy sets in new projects since 2.13
 * (CONCURRENT_REQUESTS_PER_DOMAIN = 1, DOWNLOAD_DELAY = 1; https://docs.scrapy.org/en/latest/news.html), because
 * news sites refuse readers who ask for more than a person could open. In ms.
 */
export const HOST_PAUSE = 1_000;

/** What the schedule has to know of an item. */
export interface Planned {
  readonly id: number;
  /** Null for what is read without asking its host: an open tab. */
  readonly host: string | null;
  /** ms since 1970. */
  readonly notBefore: number;
}

/** What is going on while the next step is chosen. */
export interface Going {
  readonly count: number;
  readonly hosts: ReadonlySet<string>;
  /** Until when hosts are left alone, ms since 1970. */
  readonly restUntil: ReadonlyMap<string, number>;
}

/** The item to begin now, or else when there may be one, ms since 1970; both null when only the end of something under way can tell. */
export interface Step {
  readonly start: Planned | null;
  readonly wakeAt: number | null;
}

/** The first item in the order of `plan` that may begin at `now`: few at once, one for each host, and after that host's pause. */
export function nextStep(plan: Iterable<Planned>, going: Going, now: number): Step {
  if (going.count >= AT_ONCE) return { start: null, wakeAt: null };
  let wakeAt: number | null = null;
  for (const item of plan) {
    if (item.host !== null && going.hosts.has(item.host)) continue;
    const from = startOf(item, going.restUntil);
    if (from <= now) return { start: item, wakeAt: null };
    wakeAt = Math.min(wakeAt ?? from, from);
  }
  return { start: null, wakeAt };
}

function startOf({ host, notBefore }: Planned, restUntil: ReadonlyMap<string, number>): number {
  return Math.max(notBefore, host === null ? 0 : (restUntil.get(host) ?? 0));
}
