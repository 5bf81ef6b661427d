import { expect, test } from 'vitest';
import { isOneEditApart, mayBeTypo } from '../../utils/search/typo';

test.each([
  ['coffee', 'cofee', true],
  ['cofee', 'coffee', true],
  ['coffee', 'coffes', true],
  ['coffee', 'ocffee', true],
  ['coffee', 'coffeee', true],
  ['xcoffee', 'coffee', true],
  ['coffee', 'coffee', false],
  ['coffee', 'cofe', false],
  ['coffee', 'cofef1', false],
  ['ab', 'ba', true],
  ['abcd', 'badc', false],
])('%s and %s are one slip apart: %s', (a, b, are) => {
  expect(isOneEditApart(a, b)).toBe(are);
});

test('short words and figures are meant as they are', () => {
  expect(['tide', 'ebb', '2026', 'mp3s'].map(mayBeTypo)).toEqual([true, false, false, false]);
});
