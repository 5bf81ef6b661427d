import { expect, it } from 'vitest';
import { authorNames } from '../../../utils/extraction/metadata/authors';

it.each([
  [['By Jane Doe'], ['Jane Doe']],
  [['By Jane Doe and John Roe, Staff Writer'], ['Jane Doe', 'John Roe']],
  [['Von Jana Müller und Jan Maier'], ['Jana Müller', 'Jan Maier']],
  [['Jane Doe | Mar 31, 2021'], ['Jane Doe']],
  [['作者：王小明'], ['王小明']],
  [['记者 王小明、李大力'], ['王小明', '李大力']],
  [['https://a.example/jane', 'Jane Doe'], ['Jane Doe']],
  [['Doe, Jane'], ['Doe, Jane']],
  [['Jane Doe', 'jane doe'], ['Jane Doe']],
  [['admin', 'Staff', '@jane', ''], []],
  [['Byron Ivory'], ['Byron Ivory']],
])('reads the names in %j', (said, names) => {
  expect(authorNames(said)).toEqual(names);
});
