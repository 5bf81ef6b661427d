import { expect, test } from 'vitest';
import { filterPiece, joinFilters, splitFilters, withRenamedTag } from '../../utils/search/split-filters';

test.each([
  ['tide', [], 'tide'],
  ['tide  high ', [], 'tide  high '],
  ['tag:sea', [], 'tag:sea'],
  ['tag:sea ', ['tag:sea'], ''],
  ['high tag:"deep sea" tide', ['tag:"deep sea"'], 'high tide'],
  ['minutes:<5 tide ', ['minutes:<5'], 'tide '],
  ['-is:archived readby:week title:Tide ', ['-is:archived', 'readby:week'], 'title:Tide '],
  ['tag:sea OR tag:moon tag:sand ', ['tag:sand'], 'tag:sea OR tag:moon '],
  ['is:nothing minutes: tag:sea tag:sea ', ['tag:sea'], 'is:nothing minutes: '],
  ['"tag:sea" ', [], '"tag:sea" '],
  ['标签 tag:海 潮', ['tag:海'], '标签 潮'],
])('%s: the filters are taken out', (search, filters, words) => {
  expect(splitFilters(search)).toEqual({ filters, words });
});

test('what was taken apart and put together again is taken apart in the same way', () => {
  for (const search of ['a tag:b c', 'tag:"x y" minutes:<5 ', 'tag:a OR tag:b tag:c d']) {
    const split = splitFilters(search);

    expect(splitFilters(joinFilters(split))).toEqual(split);
  }
});

test('a filter is written so that it reads back', () => {
  expect([filterPiece('tag', 'sea/tides'), filterPiece('tag', 'deep "sea"')]).toEqual([
    'tag:sea/tides',
    'tag:"deep sea"',
  ]);
});

test.each([
  ['tag:sea ', 'tag:"deep sea" '],
  ['-tag:Sea OR tag:sea/tides moon', '-tag:"deep sea" OR tag:"deep sea/tides" moon '],
  ['tag:season sea', 'tag:season sea'],
])('%s follows a tag that is renamed', (search, renamed) => {
  expect(withRenamedTag(search, 'sea', 'deep sea')).toBe(renamed);
});
