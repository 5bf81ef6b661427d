import { expect, it } from 'vitest';
import { wallTime, zoneOf } from '../../utils/model/moment';

it.each([
  ['2021-03-31T23:25:00.000-05:00', -300],
  ['2021-03-31T01:25:00.000+05:30', 330],
  ['2021-03-31T11:25:00.000Z', 0],
])('%s is written %d minutes ahead of UTC, and its wall clock names the day of the page', (iso, minutes) => {
  expect(zoneOf(iso)).toBe(minutes);
  expect(new Date(wallTime(iso)).toISOString().slice(0, 16)).toBe(iso.slice(0, 16));
});

it('knows no wall clock of what is no moment', () => {
  expect(wallTime('yesterday')).toBeNaN();
});
