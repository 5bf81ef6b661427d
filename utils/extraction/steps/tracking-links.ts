import type { CleaningState } from '../cleaning';
import { httpUrl, unwrap, words } from '../dom';

/**
 * Hosts that exist to count a click and pay for it, each with all its subdomains. From the link domains that the affiliate
 * networks publish: Duomai, Yiqifa, Linktech, JD and Taobao unions; CJ, Rakuten, Awin, ShareASale, Impact, Partnerize,
 * Skimlinks, Sovrn, Pepperjam, Tradedoubler, Webgains, Admitad, FlexOffers, Howl; Google's and Taboola's ad clicks.
 */
const CLICK_TRACKERS = new Set(
  `duomai.com yiqifa.com linktech.cn chanet.com.cn union-click.jd.com u.jd.com s.click.taobao.com uland.taobao.com s.click.tmall.com
  anrdoezrs.net dpbolvw.net jdoqocy.com tkqlhce.com kqzyfj.com emjcd.com qksrv.net linksynergy.com awin1.com tidd.ly
  shareasale.com shrsl.com sjv.io pxf.io 7eer.net evyy.net ojrq.net prf.hn redirectingat.com skimresources.com
  viglink.com pntra.com pntrac.com pntrs.com gopjn.com pjtra.com pjatr.com tradedoubler.com track.webgains.com zanox.com
  webmasterplan.com effiliation.com admitad.com alitems.com flexlinkspro.com flexlinks.com howl.me shop-links.co
  rstyle.me avantlink.com rover.ebay.com doubleclick.net googleadservices.com trc.taboola.com paid.outbrain.com
  commission-junction.com linkconnector.com adtraction.com daisycon.io ds1.nl`.split(/\s+/),
);

/** Pages that only forward to the address they carry. Host and path → the parameter that holds it. */
const FORWARDERS: readonly (readonly [address: RegExp, parameter: string])[] = [
  [/^(?:www\.)?google\.[a-z.]+\/url$/, 'url'],
  [/^(?:www\.)?google\.[a-z.]+\/url$/, 'q'],
  [/^lm?\.(?:facebook|instagram)\.com\/(?:l\.php)?$/, 'u'],
  [/^(?:www\.)?youtube\.com\/redirect$/, 'q'],
  [/^t\.umblr\.com\/redirect$/, 'z'],
  [/^link\.(?:zhihu|csdn|juejin)\.(?:com|net|cn)\/$/, 'target'],
  [/^(?:www\.)?jianshu\.com\/go-wild$/, 'url'],
  [/^weibo\.cn\/sinaurl$/, 'u'],
  [/^(?:www\.)?douban\.com\/link2\/$/, 'url'],
  [/^steamcommunity\.com\/linkfilter\/$/, 'url'],
];

/** Parameters in which click trackers carry the shop's address. */
const TARGET_PARAMETERS = [
  'url',
  'u',
  'murl',
  'ued',
  'destination',
  'dest',
  'to',
  'target',
  'ulp',
  'mpre',
  'adurl',
  'p',
];

/**
 * Takes planted shop links and click counters out of the text: a link that carries the address it leads to goes there
 * directly, any other becomes plain words. Nothing of the text is lost, and each one is noted.
 */
export function unwrapTrackingLinks(body: HTMLElement, state: CleaningState): void {
  for (const link of body.querySelectorAll('a[href]')) {
    const url = httpUrl(link.getAttribute('href'), state.baseUrl);
    if (!url) continue;
    const parsed = new URL(url);
    const forwarded = forwardedTo(parsed);
    if (!forwarded && !isClickTracker(parsed.hostname)) continue;
    const target = forwarded ?? wrappedTarget(parsed);
    state.receipt.push({ step: 'unwrap-tracking-links', reason: 'tracking-link', text: words(link.textContent), url });
    if (target) link.setAttribute('href', target);
    else unwrap(link);
  }
}

/** Whether a host, or one it is part of, is a known click counter. */
export function isClickTracker(hostname: string): boolean {
  const labels = hostname.split('.');
  return labels.some((_, index) => CLICK_TRACKERS.has(labels.slice(index).join('.')));
}

function forwardedTo(url: URL): string | null {
  const address = `${url.hostname}${url.pathname}`;
  for (const [pattern, parameter] of FORWARDERS) {
    if (pattern.test(address)) {
      const target = absolute(url.searchParams.get(parameter));
      if (target) return target;
    }
  }
  return null;
}

function wrappedTarget(url: URL): string | null {
  for (const parameter of TARGET_PARAMETERS) {
    const target = absolute(url.searchParams.get(parameter));
    if (target && !isClickTracker(new URL(target).hostname)) return target;
  }
  return null;
}

function absolute(value: string | null): string | null {
  return value && /^https?:\/\//i.test(value) ? httpUrl(value, value) : null;
}
