import { expect, test } from 'vitest';
import { parseQuery } from '../../utils/search/parse-query';
import type { SearchQuery } from '../../utils/search/query';

/** A query as short text: words by their units, `*` behind one that is still typed. */
function told(query: SearchQuery | null): string {
  if (!query) return '-';
  if ('of' in query) return `${query.kind}(${query.of.map(told).join(' ')})`;
  switch (query.kind) {
    case 'words':
      return `${query.field ? `${query.field}:` : ''}${query.units.map(({ text, isJoined }) => (isJoined ? '+' : '') + text).join('_')}${query.isPrefix ? '*' : ''}`;
    case 'is':
      return `is:${query.what}`;
    case 'tag':
      return `tag:${query.tag}${query.isPrefix ? '*' : ''}`;
    case 'lang':
      return `lang:${query.lang}`;
    case 'minutes':
      return `minutes:${query.least}-${query.most}`;
    case 'readBy':
      return `readBy:${query.until}`;
    case 'host':
      return `host:${query.host}${query.isPrefix ? '*' : ''}`;
    default:
      return `dated:${query.from}-${query.before}`;
  }
}

const day = (year: number, month = 1, date = 1) => new Date(year, month - 1, date).getTime();

test.each([
  ['', '-'],
  ['  !? ', '-'],
  ['Tide', 'tide*'],
  ['Tide ', 'tide'],
  ['a', 'a'],
  ['Ébb and FLOW', 'and(ebb and flow*)'],
  ['covid-19 report', 'and(covid_19 report*)'],
  ["l'école", 'l_ecole*'],
  ['默认', '默_+认'],
  ['臺灣 iPhone手機', 'and(台_+湾 iphone_手_+机)'],
  ['"high tide" ebb ', 'and(high_tide ebb)'],
  ['“high tide', 'high_tide*'],
  ['「大灯」', '大_+灯'],
  ['tide -ebb', 'and(tide not(ebb*))'],
  ['-"low tide"', 'not(low_tide)'],
  ['sea OR moon tide ', 'and(or(sea moon) tide)'],
  ['OR tide', 'tide*'],
  ['sea OR', 'sea'],
  ['title:Tide site:"The News" author:ada ', 'and(title:tide site:the_news author:ada)'],
  ['标题:潮 ', '标_+题_潮'],
  ['https://news.example/a ', 'https_news_example_a'],
  ['is:archived -is:favorite', 'and(is:archived not(is:favourite))'],
  ['is:nothing tide ', 'tide'],
  ['tag:sea/tides', 'tag:sea/tides*'],
  ['tag:"deep sea" lang:zh-CN ', 'and(tag:deep sea lang:zh-cn)'],
  ['tag:', '-'],
  ['minutes:<10', 'minutes:0-9'],
  ['minutes:>=5 ', 'minutes:5-Infinity'],
  ['minutes:5-10', 'minutes:5-10'],
  ['minutes：＜１０', 'minutes:0-9'],
  ['after:2025', `dated:${day(2025)}-Infinity`],
  ['before:2025-03', `dated:-Infinity-${day(2025, 3)}`],
  ['is:due is:overdue', 'and(readBy:0 readBy:-1)'],
  ['readby:tomorrow -readby:all', 'and(readBy:1 not(readBy:null))'],
  ['readby:2026-12-01 readby:2026-02-30 readby:to', 'readBy:2026-12-01'],
  ['site:www.news.example ', 'or(site:www_news_example host:news.example)'],
  ['site:news.ex', 'or(site:news_ex* host:news.ex*)'],
  ['site:"a.b c"', 'site:a_b_c'],
  ['before:2025-3-9 after:x', `dated:-Infinity-${day(2025, 3, 9)}`],
])('%s means %s', (typed, meant) => {
  expect(told(parseQuery(typed))).toBe(meant);
});
