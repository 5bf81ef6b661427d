import { expect, it } from 'vitest';
import { firstPageAddresses } from '../../../utils/extraction/next-page/page-address';

it.each<[string, string[]]>([
  ['/ferry?id=7&page=2', ['/ferry?id=7']],
  ['/ferry/2/', ['/ferry', '/ferry']],
  ['/ferry_2.html', ['/ferry.html', '/ferry']],
  ['/ferry/seite-3', ['/ferry', '/ferry', '/ferry/seite', '/ferry/seite']],
  ['/ferry.html', []],
  ['/2', []],
])('the first page of %s may be %j', (address, first) => {
  const site = 'https://a.example';

  expect(firstPageAddresses(new URL(site + address))).toEqual(first.map((path) => site + path));
});
