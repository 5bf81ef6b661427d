import { expect, it } from 'vitest';
import { authorNames } from '../../../utils/extraction/metadata/authors';
import { reportersIn } from '../../../utils/extraction/metadata/chinese-authors';
import { isOrganisation } from '../../../utils/extraction/metadata/organisations';

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
  [
    ['Paul Frew, Home and Digital Security Expert & Gene Petrino, Home Expert Last Updated on Feb 27'],
    ['Paul Frew', 'Gene Petrino'],
  ],
  [['Shelby Loos, DVM. Reviewed by Molly Price, DVM'], ['Shelby Loos, DVM.']],
  [['Jane Doe, MD, John Roe, PhD'], ['Jane Doe, MD', 'John Roe, PhD']],
  [['Jane Doe, AP'], ['Jane Doe', 'AP']],
  [['Paramita (Guha) Ghosh'], ['Paramita Ghosh']],
  [['Sat, 20 Dec, 2025 - 06:36'], []],
  [['Jane Doe, John Roe, and Ann Poe'], ['Jane Doe', 'John Roe', 'Ann Poe']],
  [['Photos by Jane Doe'], ['Jane Doe']],
  [['未知', '原创'], []],
  [['责任编辑：林知远', '来源：某报'], []],
])('reads the names in %j', (said, names) => {
  expect(authorNames(said)).toEqual(names);
});

it.each([
  ['新京报讯（记者 陆一夫）11月25日，新京报记者登录拼多多', ['陆一夫']],
  ['本报讯 (记者 王小明 李雷) 昨日', ['王小明', '李雷']],
  ['据央视记者报道（图）', []],
])('finds the reporters of %j', (text, reporters) => {
  expect(reportersIn(text, text)).toEqual(reporters);
});

it.each([
  ['网易', '网易', true],
  ['新京报', null, true],
  ['Reuters', null, true],
  ['The Ferry Times', 'The Ferry Times', true],
  ['ACO Rankings Team', null, true],
  ['李雷', '网易', false],
  ['Jane Doe', 'The Ferry Times', false],
])('%j on %j is an organisation: %s', (name, site, is) => {
  expect(isOrganisation(name, site)).toBe(is);
});
