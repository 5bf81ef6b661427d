import { expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, endOfWeek, isDay } from '../../utils/model/day';

test('a day is that of the reader, whatever the hour', () => {
  expect(dayOf(new Date(2026, 10, 24, 0, 0, 1).getTime())).toBe('2026-11-24');
  expect(dayOf(new Date(2026, 10, 24, 23, 59, 59).getTime())).toBe('2026-11-24');
});

test('days are counted over the ends of months, years and February', () => {
  expect([addDays('2026-12-31', 1), addDays('2028-03-01', -1)]).toEqual(['2027-01-01', '2028-02-29']);
  expect([daysBetween('2026-12-31', '2027-01-02'), daysBetween('2026-03-30', '2026-03-28')]).toEqual([2, -2]);
});

test.each([
  ['2026-11-23', '2026-11-29'],
  ['2026-11-28', '2026-11-29'],
  ['2026-11-29', '2026-11-29'],
])('the week of %s ends on %s', (day, sunday) => {
  expect(endOfWeek(day)).toBe(sunday);
});

test.each(['2026-02-29', '2026-13-01', '2026-1-1', 'today', ''])('%s is no day', (text) => {
  expect(isDay(text)).toBe(false);
});
