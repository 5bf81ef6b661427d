import { expect, it } from 'vitest';
import { isBetterHeading, whole, withoutDate, withoutSite } from '../../../utils/extraction/metadata/title';

it.each([
  ['A story - The Times', 'The Times', null, 'A story'],
  ['A story | News | a.example', null, null, 'A story'],
  ['The Times: A story', 'The Times', 'A story', 'A story'],
  ['A story – with a dash', 'The Times', null, 'A story – with a dash'],
  ['标题！真的？ - 新媒体 - cnBeta.COM', 'cnBeta.COM', null, '标题！真的？'],
  ['标题_新闻_网易', '网易', null, '标题'],
  ['标题-新华网', null, null, '标题'],
  ['这是一个长标题_新闻频道_某某网', null, null, '这是一个长标题'],
  ['Spider-Man: a story', 'The Times', null, 'Spider-Man: a story'],
  ['A story - The Times', null, 'A story', 'A story'],
])('takes the site out of %j', (title, site, heading, expected) => {
  expect(withoutSite(title, site, heading, 'www.a.example')).toBe(expected);
});

it.each([
  ['他说', '他说"不"_某网', '他说"不"_某网'],
  ['He said', 'He said so - The Times', 'He said'],
  ['A story', 'Another', 'A story'],
])('%j is whole as the title %j has it', (title, documentTitle, expected) => {
  expect(whole(title, documentTitle)).toBe(expected);
});

it.each([
  ['The story of a boat', 'Boat story | Boats, harbours, ferries', true],
  ['8 recent trends in photography', 'Recent trends in photography', true],
  ['Islands: A story', 'A story', false],
  ['Weather', 'The ferry leaves at six', false],
])('a heading %j stands for %j: %s', (heading, title, better) => {
  expect(isBetterHeading(heading, title)).toBe(better);
});

it.each([
  ['Dec 18 2025 The ferry', 'The ferry'],
  ['18 December 2025 · The ferry', 'The ferry'],
  ['2025-12-18', '2025-12-18'],
  ['December in the harbour', 'December in the harbour'],
])('takes the day from before %j', (heading, expected) => {
  expect(withoutDate(heading)).toBe(expected);
});
