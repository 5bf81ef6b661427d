import type { QueueProblem } from '../model/queue';

/** How often an address is taken up before it counts as failed. */
export const MOST_ATTEMPTS = 4;

/** Rest after the first attempt; four times as long after each further one (15 s, 1 min, 4 min). */
const FIRST_REST = 15_000;

/** The longest rest that a server may ask for, in ms. */
const LONGEST_REST = 24 * 60 * 60 * 1000;

/** What may be otherwise the next time without anybody doing anything. */
const PASSING: ReadonlySet<QueueProblem> = new Set(['server-error', 'too-many-requests', 'page-unreachable']);

/** Whether the problem may go away by itself. */
export function isPassing(problem: QueueProblem): boolean {
  return PASSING.has(problem);
}

/** What a server's answer other than a page means for whoever wants the page. */
export function problemOfStatus(status: number): QueueProblem {
  if (status === 404 || status === 410) return 'gone';
  if (status === 429) return 'too-many-requests';
  return status >= 500 || status === 408 || status === 425 ? 'server-error' : 'refused';
}

/** How long to leave an address alone after its attempt number `attempts` (from 1), in ms; what the server asked for goes first. */
export function restAfter(attempts: number, retryAfter: number | null): number {
  if (retryAfter !== null) return Math.min(Math.max(retryAfter, 1_000), LONGEST_REST);
  return FIRST_REST * 4 ** (attempts - 1);
}

/** What a `Retry-After` header asks for, in ms from `now` (ms since 1970): seconds or a date (RFC 9110 §10.2.3); null when it says nothing. */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const date = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
