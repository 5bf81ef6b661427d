import { domainsOf } from '../../model/tracking-parameters';
import { isAddress } from './address';

/**
 * Hosts that exist to count a click and pay for it, each with all its subdomains. From the link domains that the affiliate
 * networks publish.
 */
const CLICK_TRACKERS: ReadonlySet<string> = new Set(
  [
    // China: Duomai, Yiqifa, Linktech, Chanet; the unions of JD, Taobao, Pinduoduo, Vipshop, Suning, Dangdang; SMZDM; NetEase's advert clicks.
    'duomai.com yiqifa.com linktech.cn chanet.com.cn union-click.jd.com u.jd.com s.click.taobao.com uland.taobao.com s.click.tmall.com',
    'p.pinduoduo.com jinbao.pinduoduo.com click.union.vip.com union.vip.com union.suning.com union.dangdang.com go.smzdm.com rd.da.netease.com da.kaola.com',
    's.click.aliexpress.com',
    // CJ.
    'anrdoezrs.net dpbolvw.net jdoqocy.com tkqlhce.com kqzyfj.com emjcd.com qksrv.net commission-junction.com',
    // Rakuten, Awin and its elders, ShareASale, Impact, Partnerize.
    'linksynergy.com awin1.com tidd.ly zenaps.com zanox.com shareasale.com shareasale-analytics.com shrsl.com sjv.io pxf.io 7eer.net evyy.net',
    'ojrq.net msafflnk.net prf.hn',
    // Skimlinks, Sovrn, Narrativ, Howl, rewardStyle.
    'redirectingat.com skimresources.com viglink.com shop-links.co howl.me howl.link narrativ.com bam-x.com rstyle.me shopstyle.it',
    // Pepperjam, AvantLink, FlexOffers, LinkConnector, TUNE.
    'pntra.com pntrac.com pntrs.com gopjn.com pjtra.com pjatr.com pepperjamnetwork.com avantlink.com flexlinkspro.com flexlinks.com',
    'linkconnector.com go2cloud.org',
    // Europe, Australia, Japan: Tradedoubler, Webgains, Webmasterplan, Effiliation, Admitad, Adtraction, Daisycon, Commission Factory, ValueCommerce, A8, Moshimo.
    'tradedoubler.com track.webgains.com webmasterplan.com effiliation.com admitad.com alitems.com adtraction.com daisycon.io ds1.nl cfjump.com',
    'valuecommerce.com px.a8.net af.moshimo.com hb.afl.rakuten.co.jp',
    // eBay, Geniuslink, Bizrate, Google's, Taboola's, Outbrain's and Criteo's advert clicks.
    'rover.ebay.com georiot.com rd.bizrate.com rd.connexity.net doubleclick.net googleadservices.com trc.taboola.com paid.outbrain.com cat.criteo.com',
  ]
    .join(' ')
    .split(' '),
);

/** Impact's links under a shop's own name: `goto.shop.example/c/1234/5678/90?u=…`. https://help.impact.com (Tracking link structure) */
const IMPACT_PATH = /^\/c\/\d{3,}\/\d{3,}\/\d{3,}(?:\/|$)/;

/** Parameters in which click trackers carry the shop's address, in lower case. */
const TARGET_PARAMETERS: ReadonlySet<string> = new Set(
  `url u murl ued destination dest to target ulp mpre adurl p urllink wgtarget pr return vc_url gr_url _td_deeplink deeplink redirect
  lp link t eurl pc m`.split(/\s+/),
);

/** Whether an address only counts a click for an affiliate network or an advert. */
export function isClickTracker(url: URL): boolean {
  if (domainsOf(url.hostname).some((domain) => CLICK_TRACKERS.has(domain))) return true;
  return IMPACT_PATH.test(url.pathname) && isAddress(url.searchParams.get('u'));
}

/** The shop's address that a click tracker carries, in a parameter or behind its own; null when there is none in it. */
export function trackedTarget(url: URL): string | null {
  for (const [name, value] of url.searchParams) {
    if (!TARGET_PARAMETERS.has(name.toLowerCase())) continue;
    if (isAddress(value)) return value;
    // ShareASale leaves the scheme out.
    if (name.toLowerCase() === 'urllink' && isAddress(`https://${value}`)) return `https://${value}`;
  }
  return targetInside(`${url.pathname}${url.search}`);
}

/** `…/destination:https%3A%2F%2Fshop.example%2F`, `…/dlg/https://shop.example/`, `…url(https://shop.example)`. */
function targetInside(text: string): string | null {
  const encoded = /https?%3A%2F%2F[^&/;)]+/i.exec(text)?.[0];
  const plain = /https?:\/\/[^)]+/i.exec(text)?.[0];
  for (const found of [encoded && decoded(encoded), plain]) if (isAddress(found)) return found;
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A partner's mark in a shop's own address. Shop → parameter; from the shops' partner programmes. */
const PARTNER_MARKS: readonly (readonly [domain: string, parameter: string])[] = [
  ['amazon.*', 'tag'],
  ['ebay.*', 'campid'],
  ['aliexpress.*', 'aff_fcid'],
];

/** Whether somebody is paid when a reader follows the link and buys. */
export function isAffiliateLink(href: string): boolean {
  if (!isAddress(href)) return false;
  const url = new URL(href);
  const domains = domainsOf(url.hostname);
  const isMarked = PARTNER_MARKS.some(([domain, name]) => domains.includes(domain) && url.searchParams.has(name));
  return isMarked || isClickTracker(url);
}
