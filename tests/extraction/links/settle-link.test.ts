import { describe, expect, it } from 'vitest';
import { settleLink } from '../../../utils/extraction/links/settle-link';

const TARGET = 'https://b.example/read?id=7';
const ENCODED = encodeURIComponent(TARGET);

describe('forwarders', () => {
  it.each([
    `https://link.zhihu.com/?target=${ENCODED}`,
    `https://link.csdn.net/?target=${ENCODED}`,
    `https://link.juejin.cn/?target=${ENCODED}`,
    `https://www.jianshu.com/go-wild?ac=2&url=${ENCODED}`,
    `https://links.jianshu.com/go?to=${ENCODED}`,
    `https://weibo.cn/sinaurl?f=w&u=${ENCODED}`,
    `https://www.douban.com/link2/?url=${ENCODED}`,
    `https://www.google.com/url?sa=t&url=${ENCODED}&ved=1`,
    `https://www.google.co.uk/url?q=${ENCODED}`,
    `https://l.facebook.com/l.php?u=${ENCODED}&h=AT0`,
    `https://www.youtube.com/redirect?event=video_description&q=${ENCODED}`,
    `https://out.reddit.com/t3_x?url=${ENCODED}&token=1`,
    `https://steamcommunity.com/linkfilter/?u=${ENCODED}`,
    `https://gate.sc?url=${ENCODED}`,
    `https://href.li/?${TARGET}`,
    `https://anonym.to/?${TARGET}`,
    `https://www.pixiv.net/jump.php?${ENCODED}`,
    `https://duckduckgo.com/l/?uddg=${ENCODED}&rut=1`,
    `https://www.bing.com/ck/a?!&&p=1&u=a1${btoa(TARGET).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}&ntb=1`,
    `https://eur01.safelinks.protection.outlook.com/?url=${ENCODED}&data=05`,
    `https://slack-redir.net/link?url=${ENCODED}`,
    `https://vk.com/away.php?to=${ENCODED}`,
    `https://disq.us/url?url=${encodeURIComponent(`${TARGET}:abcdefghijklmnopqrstuvwx`)}&cuid=1`,
    `https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=${ENCODED}/RK=2/RS=x`,
    `https://urldefense.com/v3/__${TARGET}__;!!abc$`,
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__b.example_read-3Fid-3D7&d=D',
    `https://linkprotect.cudasvc.com/url?a=${ENCODED}&c=E`,
    `https://cts.businesswire.com/ct/CT?id=smartlink&url=${ENCODED}`,
  ])('lead to the address they carry: %s', (url) => {
    expect(settleLink(url)).toEqual({ href: TARGET, reason: 'tracking-link' });
  });

  it('are followed one behind the other, and the target loses its tracking parameters', () => {
    const inner = `https://www.google.com/url?q=${encodeURIComponent(`${TARGET}&utm_source=x`)}`;

    expect(settleLink(`https://link.zhihu.com/?target=${encodeURIComponent(inner)}`)?.href).toBe(TARGET);
  });

  it.each([
    'https://www.google.com/search?q=https%3A%2F%2Fb.example%2F',
    'https://www.youtube.com/watch?v=abcdefghijk',
    'https://link.zhihu.com/?target=javascript%3Aalert(1)',
    'https://evil-google.com/url?q=https%3A%2F%2Fb.example%2F',
    'https://translate.google.com/translate?u=https%3A%2F%2Fb.example%2F',
  ])('are not seen in %s', (url) => {
    expect(settleLink(url)).toBeNull();
  });

  it('without end leave the link as it is', () => {
    let url = TARGET;
    for (let hop = 0; hop < 7; hop++) url = `https://link.zhihu.com/?target=${encodeURIComponent(url)}`;

    expect(settleLink(url)).toBeNull();
  });
});

describe('shortened addresses', () => {
  it('are resolved where the link says itself where it leads', () => {
    expect(settleLink('https://t.cn/A6x', () => ['网页链接', TARGET])?.href).toBe(TARGET);
  });

  it.each([['网页链接'], ['https://b.example/rea…'], ['https://t.cn/A6x']])(
    'stay where the link only says %s',
    (said) => {
      expect(settleLink('https://t.cn/A6x', () => [said])).toBeNull();
    },
  );
});

describe('affiliate links', () => {
  it.each([
    `https://c.duomai.com/track.php?site_id=1&t=${ENCODED}`,
    `https://www.awin1.com/cread.php?awinmid=1&ued=${ENCODED}`,
    `https://www.anrdoezrs.net/links/1/type/dlg/sid/x/${TARGET}`,
    `https://www.dpbolvw.net/click-1-2?url=${ENCODED}`,
    `https://go.redirectingat.com/?id=1X2&url=${ENCODED}`,
    `https://redirect.viglink.com/?key=1&u=${ENCODED}`,
    `https://click.linksynergy.com/deeplink?id=1&mid=2&murl=${ENCODED}`,
    `https://shop.pxf.io/c/123/456/789?u=${ENCODED}`,
    `https://goto.shop.example/c/1234/5678/9012?u=${ENCODED}`,
    'https://shareasale.com/r.cfm?b=1&u=2&urllink=b.example%2Fread%3Fid%3D7',
    `https://prf.hn/click/camref:1/destination:${ENCODED}`,
    `https://clk.tradedoubler.com/click?p(1)a(2)url(${TARGET})`,
    `https://rover.ebay.com/rover/1/1-2-3-4/1?campid=1&mpre=${ENCODED}`,
  ])('lead to the shop they carry: %s', (url) => {
    expect(settleLink(url)).toEqual({ href: TARGET, reason: 'tracking-link' });
  });

  it.each([
    'https://c.duomai.com/track.php?k=yUSQzU',
    'https://u.jd.com/abc',
    'https://union-click.jd.com/jdc?e=1',
    'https://s.click.taobao.com/t?e=1',
    'https://s.click.aliexpress.com/e/_abc',
    'https://www.tkqlhce.com/click-1-2',
  ])('become words where only the network knows the shop: %s', (url) => {
    expect(settleLink(url)).toEqual({ href: null, reason: 'tracking-link' });
  });
});

describe('tracking parameters', () => {
  it.each([
    ['https://a.example/x?utm_source=t&id=3#part', 'https://a.example/x?id=3#part'],
    ['https://a.example/x?fbclid=1', 'https://a.example/x'],
    ['https://a.example/x#xtor=RSS-1', 'https://a.example/x'],
    ['https://www.amazon.co.uk/dp/B0?tag=a-21&linkCode=ll1&ascsubtag=z&th=1', 'https://www.amazon.co.uk/dp/B0?th=1'],
    ['https://www.ebay.de/itm/1?campid=5&mkevt=1', 'https://www.ebay.de/itm/1'],
    ['https://youtu.be/abcdefghijk?si=x&t=30', 'https://youtu.be/abcdefghijk?t=30'],
    ['https://x.com/a/status/1?s=20&t=abc', 'https://x.com/a/status/1'],
    ['https://www.bilibili.com/video/BV1?p=2&vd_source=1', 'https://www.bilibili.com/video/BV1?p=2'],
    [
      'https://mp.weixin.qq.com/s?__biz=M&mid=1&idx=1&sn=2&scene=21#wechat_redirect',
      'https://mp.weixin.qq.com/s?__biz=M&mid=1&idx=1&sn=2#wechat_redirect',
    ],
  ])('go from %s', (url, expected) => {
    expect(settleLink(url)).toEqual({ href: expected, reason: 'tracking-parameters' });
  });

  it.each([
    'https://a.example/x?tag=harbour&s=20&t=abc&ref=1&from=archive#section=2',
    'https://a.example/?q=a%20b&c=%e4',
    'https://www.youtube.com/watch?v=abcdefghijk&list=PL1&t=30',
  ])('are not seen in %s', (url) => {
    expect(settleLink(url)).toBeNull();
  });
});

it.each([
  'https://link.zhihu.com/?target=https%3A%2F%2Fwww.amazon.com%2Fdp%2FB0%3Ftag%3Dx',
  'https://go.redirectingat.com/?url=https%3A%2F%2Fa.example%2F%3Futm_source%3D1%26z%3D%2520',
])('settling what was settled changes nothing: %s', (url) => {
  const once = settleLink(url)?.href ?? '';

  expect(once).not.toBe('');
  expect(settleLink(once)).toBeNull();
});
