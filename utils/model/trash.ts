const DAY_MS = 24 * 60 * 60 * 1000;

/** For how many days the trash keeps an article. */
export const TRASH_DAYS = 30;

/** The same in ms. */
export const TRASH_MS = TRASH_DAYS * DAY_MS;

/**
 * For how many days an article stays in the trash yet, 0 for one that goes at the next look through it. At most `TRASH_DAYS`,
 * also when the clock was wrong when it came there. Both in ms since 1970.
 */
export function daysLeftInTrash(deletedAt: number, now: number): number {
  return Math.max(0, Math.min(TRASH_DAYS, Math.ceil((deletedAt + TRASH_MS - now) / DAY_MS)));
}
