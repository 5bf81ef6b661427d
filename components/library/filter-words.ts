import { t } from '../../utils/i18n';
import type { ReadBy, SearchQuery } from '../../utils/search/query';
import { filterValue, readFilter } from '../../utils/search/split-filters';
import { SHELF_NAMES } from './shelf-names';

/** What a filter says, in the reader's words and language. */
export function filterWords(filter: string, language: string): string {
  const query = readFilter(filter);
  if (query?.kind === 'not') return t('libraryFilterNot', wordsFor(query.of[0], filterValue(filter), language));
  return query ? wordsFor(query, filterValue(filter), language) : filter;
}

function wordsFor(query: SearchQuery, value: string, language: string): string {
  switch (query.kind) {
    case 'is':
      return t(SHELF_NAMES[query.what]);
    case 'readBy':
      return readByWords(query, language);
    case 'minutes':
      return minuteWords(query);
    case 'lang':
      return new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(query.lang) ?? value;
    case 'dated':
      return t(query.before === Number.POSITIVE_INFINITY ? 'libraryFilterFrom' : 'libraryFilterBefore', value);
    default:
      return value;
  }
}

function readByWords({ until }: ReadBy, language: string): string {
  if (until === null) return t('libraryShelfQueue');
  if (typeof until === 'string') return t('libraryReadByDay', dayWords(until, language));
  if (until < 0) return t('libraryOverdue');
  return until === 0 ? t('libraryFilterDue') : until === 1 ? t('libraryFilterTomorrow') : t('libraryFilterWeek');
}

function minuteWords({ least, most }: { least: number; most: number }): string {
  if (least === 0) return t('libraryUnderMinutes', most + 1);
  if (most === Number.POSITIVE_INFINITY) return t('libraryOverMinutes', least - 1);
  return t('libraryBetweenMinutes', least, most);
}

/** A day without its year where that is this one's. */
export function dayWords(day: string, language: string, today = new Date()): string {
  const isThisYear = day.startsWith(`${today.getFullYear()}-`);
  const year = isThisYear ? undefined : 'numeric';
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year,
    timeZone: 'UTC',
  });
  return format.format(Date.parse(day));
}
