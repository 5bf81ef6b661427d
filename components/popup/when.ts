import { t, uiLanguage } from '../../utils/i18n';
import { wallTime } from '../../utils/model/moment';

const STEPS: ReadonlyArray<readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number]> = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** How long ago `time` was, as the UI language says it: "3 days ago", "刚刚". Both in ms since 1970. */
export function howLongAgo(time: number, now: number): string {
  const seconds = (time - now) / 1000;
  const step = STEPS.find(([, length]) => Math.abs(seconds) >= length);
  if (!step) return t('popupJustNow');
  return new Intl.RelativeTimeFormat(uiLanguage(), { numeric: 'auto' }).format(Math.trunc(seconds / step[1]), step[0]);
}

/** A moment with its time of day, in the reader's own zone. ms since 1970. */
export function exactTime(time: number): string {
  return new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** The day of an ISO 8601 time as its page names it, whatever day it is where the reader is; empty when it is no time. */
export function dayOf(iso: string): string {
  const time = wallTime(iso);
  if (Number.isNaN(time)) return '';
  return new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}
