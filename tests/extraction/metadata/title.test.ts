import { expect, it } from 'vitest';
import { withoutSite } from '../../../utils/extraction/metadata/title';

it.each([
  ['A story - The Times', 'The Times', null, 'A story'],
  ['A story | News | a.example', null, null, 'A story'],
  ['The Times: A story', 'The Times', 'A story', 'A story'],
  ['A story – with a dash', 'The Times', null, 'A story – with a dash'],
  ['标题！真的？ - 新媒体 - cnBeta.COM', 'cnBeta.COM', null, '标题！真的？'],
  ['标题_新闻_网易', '网易', null, '标题'],
  ['标题-新华网', null, null, '标题'],
  ['Spider-Man: a story', 'The Times', null, 'Spider-Man: a story'],
  ['A story - The Times', null, 'A story', 'A story'],
])('takes the site out of %j', (title, site, heading, expected) => {
  expect(withoutSite(title, site, heading, 'www.a.example')).toBe(expected);
});
