import { isDay } from '../model/day';
import type { Is, ReadBy, SearchQuery } from './query';

type FilterParser = (value: string, isLast: boolean) => SearchQuery | null;

const SHELVES: Readonly<Record<string, Is['what']>> = {
  unread: 'unread',
  archived: 'archived',
  favourite: 'favourite',
  favorite: 'favourite',
  trash: 'trash',
};

/** Days of the queue by name; numbers count from today. */
const QUEUE_DAYS: Readonly<Record<string, ReadBy['until']>> = {
  overdue: -1,
  today: 0,
  tomorrow: 1,
  week: 7,
  all: null,
};

/** Filters by name; each is given its folded value and whether that is still being typed. */
const FILTERS: ReadonlyMap<string, FilterParser> = new Map<string, FilterParser>([
  ['is', standing],
  ['readby', readBy],
  ['tag', (tag, isPrefix) => (tag === '' ? null : { kind: 'tag', tag, isPrefix })],
  ['lang', (lang) => (/^[a-z]{2,3}(?:-[a-z0-9]+)*$/.test(lang) ? { kind: 'lang', lang } : null)],
  ['before', (value) => dated(value, (day) => ({ from: Number.NEGATIVE_INFINITY, before: day }))],
  ['after', (value) => dated(value, (day) => ({ from: day, before: Number.POSITIVE_INFINITY }))],
  ['minutes', minutes],
]);

/** True for the name of a filter. */
export function isFilter(name: string): boolean {
  return FILTERS.has(name);
}

/** What a filter asks for; null when its value says nothing. */
export function parseFilter(name: string, value: string, isLast: boolean): SearchQuery | null {
  return FILTERS.get(name)?.(value, isLast) ?? null;
}

/** A shelf, or what of the queue is due. */
function standing(value: string): SearchQuery | null {
  if (value === 'queued') return readBy('all');
  if (value === 'due' || value === 'overdue') return readBy(value === 'due' ? 'today' : value);
  return Object.hasOwn(SHELVES, value) ? { kind: 'is', what: SHELVES[value] ?? 'unread' } : null;
}

/** `today`, which counts what is overdue, `tomorrow`, `week`, `overdue`, `all` or a day. */
function readBy(value: string): SearchQuery | null {
  if (Object.hasOwn(QUEUE_DAYS, value)) return { kind: 'readBy', until: QUEUE_DAYS[value] ?? null };
  return isDay(value) ? { kind: 'readBy', until: value } : null;
}

/** A year, month or day, by the reader's own calendar: `after:` it from its beginning on, `before:` it until then. */
function dated(value: string, span: (day: number) => { from: number; before: number }): SearchQuery | null {
  const [, year, month = '1', day = '1'] = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(value) ?? [];
  if (year === undefined) return null;
  return { kind: 'dated', ...span(new Date(Number(year), Number(month) - 1, Number(day)).getTime()) };
}

/** `<10`, `<=10`, `>10`, `>=10`, `5-10` or `10`. */
function minutes(value: string): SearchQuery | null {
  const [, sign = '', first, second] = /^([<>]=?)?(\d{1,5})(?:-(\d{1,5}))?$/.exec(value) ?? [];
  if (first === undefined) return null;
  const least = Number(first);
  const most = second === undefined ? least : Number(second);
  if (sign === '') return { kind: 'minutes', least, most };
  const step = sign.endsWith('=') ? 0 : 1;
  return sign.startsWith('<')
    ? { kind: 'minutes', least: 0, most: most - step }
    : { kind: 'minutes', least: least + step, most: Number.POSITIVE_INFINITY };
}
