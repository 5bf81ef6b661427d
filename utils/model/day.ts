/** A day of the reader's own calendar, as `2026-12-01`: alphabetical order is order in time, and travelling does not move it. */
export type Day = string;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of a moment (ms since 1970) where the reader is. */
export function dayOf(time: number): Day {
  const date = new Date(time);
  const two = (count: number) => String(count).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day so many days after another, or before it. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** How many days from one day to another; negative when that is past. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** True for text that is a day: anything from outside is asked first. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

/** The Sunday that ends the week of a day, weeks beginning on Monday (ISO 8601). */
export function endOfWeek(day: Day): Day {
  return addDays(day, (7 - new Date(Date.parse(day)).getUTCDay()) % 7);
}
