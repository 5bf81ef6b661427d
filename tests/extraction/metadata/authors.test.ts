import { expect, it } from 'vitest';
import { arePublishers, authorNames, reportersIn } from '../../../utils/extraction/metadata/authors';

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

it.each([
  ['新京报讯（记者 陆一夫）11月25日，新京报记者登录拼多多', ['陆一夫']],
  ['本报讯 (记者 王小明 李雷) 昨日', ['王小明', '李雷']],
  ['据央视记者报道（图）', []],
])('finds the reporters of %j', (text, reporters) => {
  expect(reportersIn(text)).toEqual(reporters);
});

it.each([
  [['网易'], '网易', true],
  [['新京报'], null, true],
  [['李雷'], '网易', false],
  [['cnBeta'], 'cnBeta.COM', false],
])('%j on %j are publishers: %s', (authors, site, are) => {
  expect(arePublishers(authors, site)).toBe(are);
});
