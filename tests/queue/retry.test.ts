import { expect, test } from 'vitest';
import type { QueueProblem } from '../../utils/model/queue';
import { problemOfStatus, readRetryAfter, restAfter } from '../../utils/queue/retry';

test.each<[status: number, problem: QueueProblem]>([
  [404, 'gone'],
  [410, 'gone'],
  [401, 'refused'],
  [403, 'refused'],
  [451, 'refused'],
  [429, 'too-many-requests'],
  [408, 'server-error'],
  [500, 'server-error'],
  [503, 'server-error'],
])('%i means %s', (status, problem) => {
  expect(problemOfStatus(status)).toBe(problem);
});

test('each rest is longer, and the server’s word goes first', () => {
  expect([1, 2, 3].map((attempts) => restAfter(attempts, null))).toEqual([15_000, 60_000, 240_000]);
  expect(restAfter(1, 90_000)).toBe(90_000);
  expect(restAfter(1, 0)).toBe(1_000);
  expect(restAfter(1, 1e12)).toBe(86_400_000);
});

test('Retry-After is seconds or a date, and anything else nothing', () => {
  const now = Date.UTC(2026, 0, 1, 12);

  expect(readRetryAfter('120', now)).toBe(120_000);
  expect(readRetryAfter('Thu, 01 Jan 2026 12:01:00 GMT', now)).toBe(60_000);
  expect(readRetryAfter('Thu, 01 Jan 2026 11:00:00 GMT', now)).toBe(0);
  expect([null, '', 'soon', '-5', '1.5'].map((header) => readRetryAfter(header, now))).toEqual(Array(5).fill(null));
});
