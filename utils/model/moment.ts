/** Minutes ahead of UTC of the zone in which an ISO 8601 moment is written; 0 for `Z` and for none. */
export function zoneOf(iso: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(iso) ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0;
}

/**
 * The wall clock that an ISO 8601 moment was written by, in ms since 1970 as if it were UTC's: formatted in UTC it names the day
 * that the page names, wherever the reader is. `NaN` when it is no moment.
 */
export function wallTime(iso: string): number {
  return Date.parse(iso) + zoneOf(iso) * 60_000;
}
