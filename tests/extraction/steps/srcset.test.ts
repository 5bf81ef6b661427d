import { expect, it } from 'vitest';
import { parseSrcset } from '../../../utils/extraction/steps/srcset';

it.each([
  ['a.jpg', [['a.jpg', 1000]]],
  [
    'a.jpg 1x, b.jpg 2x',
    [
      ['a.jpg', 1000],
      ['b.jpg', 2000],
    ],
  ],
  [
    'a.jpg 600w,\n b.jpg 1200w',
    [
      ['a.jpg', 600],
      ['b.jpg', 1200],
    ],
  ],
  [
    'https://a.example/w_600,h_400/a.jpg 600w, b.jpg 1.5x',
    [
      ['https://a.example/w_600,h_400/a.jpg', 600],
      ['b.jpg', 1500],
    ],
  ],
  ['', []],
  [' , ', []],
])('reads %j', (srcset, expected) => {
  expect(parseSrcset(srcset).map(({ url, size }) => [url, size])).toEqual(expected);
});
