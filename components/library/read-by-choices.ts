import type { MessageKey } from '../../utils/i18n';
import { addDays, type Day, endOfWeek } from '../../utils/model/day';

/** A day that is offered. */
export interface DayChoice {
  readonly label: MessageKey;
  readonly day: Day;
}

/** Days that are offered today: each ends what it names, and none is offered under two names. */
export function dayChoices(today: Day): DayChoice[] {
  const sunday = endOfWeek(today);
  const choices: DayChoice[] = [
    { label: 'libraryReadByToday', day: today },
    { label: 'libraryReadByTomorrow', day: addDays(today, 1) },
    { label: 'libraryReadByWeekend', day: sunday },
    { label: 'libraryReadByNextWeek', day: addDays(sunday, 7) },
  ];
  return choices.filter(({ day }, at) => choices.findIndex((other) => other.day === day) === at);
}
