import { describe, expect, it } from 'vitest';
import { cleanContent } from '../../../utils/extraction/content';
import { unfoldPromo } from '../../../utils/extraction/unfold-promo';
import { parse } from '../support';

function clean(html: string, lang: string | null = null) {
  return cleanContent(parse(html).body, { baseUrl: 'https://a.example/', title: '', lang });
}

const SENTENCE = '<p>The harbour office counted every rope on the quay.</p>';

describe('a promotion is folded where it stands, told, and left out of the text', () => {
  it.each([
    ['[广告]活动入口：领取红包', 'promo-label'],
    ['【推广】新用户专享', 'promo-label'],
    ['Sponsored: <a href="https://shop.example/">Ropes for less</a>', 'promo-label'],
    ['We may earn a commission when you buy through links in this article.', 'affiliate-disclosure'],
    ['广告声明：文内含有的对外跳转链接用于传递更多信息，结果仅供参考。', 'affiliate-disclosure'],
    ['Wir erhalten für Käufe über Affiliate-Links in diesem Text eine Provision.', 'affiliate-disclosure'],
    ['<a href="https://www.amazon.com/dp/B0?tag=x-20">Buy the rope at Amazon</a>', 'affiliate-links'],
    [
      '<a href="https://u.jd.com/a">京东购买</a>｜<a href="https://s.click.taobao.com/a">天猫购买</a>',
      'affiliate-links',
    ],
  ])('%s', (promo, reason) => {
    const { content, text, receipt } = clean(`${SENTENCE}<p>${promo}</p>${SENTENCE}`);

    expect(content).toMatch(
      /^<p>[^<]+<\/p><details><summary>Promotional content<\/summary><p>.+<\/p><\/details><p>[^<]+<\/p>$/,
    );
    expect(text.split('\n\n')).toHaveLength(2);
    expect(receipt[0]).toEqual({ step: 'fold-promos', reason, text: parse(promo).body.textContent });
  });
});

it.each([
  'Advertising: how a town sold its ropes',
  '广告：第三季度收入同比增长百分之五。',
  'Amazon cut the commissions that publishers get for affiliate sales.',
  'See <a href="https://www.amazon.com/dp/B0?tag=x-20">the rope</a> that the office bought.',
  '<a href="https://b.example/">Only a link</a>',
  '<a href="https://c.duomai.com/x"><img src="/a.jpg" alt=""></a>',
  '[Correction] The rope was blue.',
  'No affiliate links, no sponsors: we bought every rope ourselves.',
])('what is no promotion stays: %s', (paragraph) => {
  expect(clean(`${SENTENCE}<p>${paragraph}</p>`).content).not.toContain('<details>');
});

it('each promotion has a fold of its own, with its line in the language of the article', () => {
  const { content } = clean('<p>一。</p><p>[广告]一</p><p>【推广】二</p><p>二。</p>', 'zh-CN');

  expect(content).toBe(
    '<p>一。</p><details><summary>推广内容</summary><p>[广告]一</p></details>' +
      '<details><summary>推广内容</summary><p>【推广】二</p></details><p>二。</p>',
  );
});

it('cleaning folded promotion again changes nothing', () => {
  const once = clean(`${SENTENCE}<p>[AD] Ropes</p><p><a href="https://u.jd.com/a">Ropes</a></p>${SENTENCE}`);

  const twice = clean(once.content);

  expect(twice.content).toBe(once.content);
  expect(twice.text).toBe(once.text);
  expect(twice.receipt).toEqual([]);
});

it('each promotion can be put back where it stood', () => {
  const { content, receipt } = clean(`${SENTENCE}<p>[AD] Ropes</p><p>[AD] Knots</p>${SENTENCE}`);
  const { body } = parse(content);

  const unfolded = receipt.map((entry) => unfoldPromo(body, entry));

  expect(unfolded).toEqual([true, true]);
  expect(body.innerHTML).toBe(`${SENTENCE}<p>[AD] Ropes</p><p>[AD] Knots</p>${SENTENCE}`);
});
