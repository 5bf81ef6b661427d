import { t } from '../../utils/i18n';
import type { Day } from '../../utils/model/day';

/** How a row says its dates and shares; made once for a language, since `Intl` formats are slow to make. */
export interface RowWords {
  /** "3 days ago", "just now". ms since 1970. */
  ago(time: number, now: number): string;
  /** The day and time in the reader's zone. ms since 1970. */
  exactly(time: number): string;
  /** The day alone. ms since 1970. */
  day(time: number): string;
  /** "today", "in 3 days". */
  inDays(count: number): string;
  /** A day of the calendar in full. */
  wholeDay(day: Day): string;
  /** A share from 0 to 1 in whole percent. */
  percent(share: number): string;
  number(count: number): string;
}

const STEPS: ReadonlyArray<readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number]> = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const made = new Map<string, RowWords>();

/** The words of `language` (BCP 47). */
export function rowWords(language: string): RowWords {
  const words = made.get(language) ?? makeWords(language);
  made.set(language, words);
  return words;
}

function makeWords(language: string): RowWords {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const calendar = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const number = new Intl.NumberFormat(language);
  return {
    ago(time, now) {
      const seconds = (time - now) / 1000;
      const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
      return step ? relative.format(Math.trunc(seconds / step[1]), step[0]) : t('libraryJustNow');
    },
    exactly: (time) => moment.format(time),
    day: (time) => date.format(time),
    inDays: (count) => relative.format(count, 'day'),
    wholeDay: (day) => calendar.format(Date.parse(day)),
    percent: (share) => percent.format(share),
    number: (count) => number.format(count),
  };
}
