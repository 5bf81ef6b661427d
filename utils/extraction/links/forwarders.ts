import { domainsOf } from '../../model/tracking-parameters';
import { isAddress } from './address';

/** A page that only sends its visitors on. `path`: how its path begins; `parameters`: where the address stands, best first. */
interface Forwarder {
  readonly path: string;
  readonly parameters: readonly string[];
}

const at = (path: string, ...parameters: string[]): Forwarder => ({ path, parameters });

/**
 * Domain (with its subdomains) → the pages there that warn of, count or protect the way out. Each is seen in the links that the site's own
 * pages and apps write; `brave/adblock-lists` (`debounce.json`) and DrKain/tidy-url know many of them too.
 */
const FORWARDERS: ReadonlyMap<string, readonly Forwarder[]> = new Map(
  Object.entries({
    // Chinese networks.
    'link.zhihu.com': [at('/', 'target')],
    'link.csdn.net': [at('/', 'target')],
    'link.juejin.cn': [at('/', 'target')],
    'link.juejin.im': [at('/', 'target')],
    'jianshu.com': [at('/go-wild', 'url'), at('/go', 'to')],
    'weibo.cn': [at('/sinaurl', 'u', 'toasturl', 'url')],
    'weibo.com': [at('/sinaurl', 'u', 'toasturl', 'url')],
    'douban.com': [at('/link2', 'url')],
    'gitee.com': [at('/link', 'target')],
    'oschina.net': [at('/action/GoToLink', 'url')],
    'sspai.com': [at('/link', 'target')],
    'c.pc.qq.com': [at('/', 'pfurl', 'url')],
    'tieba.baidu.com': [at('/mo/q/checkurl', 'url')],
    'infoq.cn': [at('/link', 'target')],
    'leetcode.cn': [at('/link', 'target')],
    'afdian.com': [at('/link', 'target')],
    // Search engines.
    'google.*': [at('/url', 'url', 'q'), at('/scholar_url', 'url')],
    'duckduckgo.com': [at('/l/', 'uddg')],
    // Networks and forums.
    'l.facebook.com': [at('/', 'u')],
    'lm.facebook.com': [at('/', 'u')],
    'l.instagram.com': [at('/', 'u')],
    'l.messenger.com': [at('/', 'u')],
    'l.threads.com': [at('/', 'u')],
    'l.wl.co': [at('/l', 'u')],
    'youtube.com': [at('/redirect', 'q')],
    'out.reddit.com': [at('/', 'url')],
    't.umblr.com': [at('/redirect', 'z')],
    'linkedin.com': [at('/redir/', 'url'), at('/safety/go', 'url')],
    'steamcommunity.com': [at('/linkfilter', 'url', 'u')],
    'vk.com': [at('/away.php', 'to')],
    'ok.ru': [at('/dk', 'st.link')],
    't.me': [at('/iv', 'url')],
    'medium.com': [at('/r/', 'url')],
    'disq.us': [at('/url', 'url')],
    'slack-redir.net': [at('/link', 'url')],
    'gate.sc': [at('/', 'url')],
    'exit.sc': [at('/', 'url')],
    'curseforge.com': [at('/linkout', 'remoteUrl')],
    // Mail guards.
    'safelinks.protection.outlook.com': [at('/', 'url')],
    'linkprotect.cudasvc.com': [at('/url', 'a')],
    'urlsand.esvalabs.com': [at('/', 'u')],
    // Press releases.
    'cts.businesswire.com': [at('/ct/CT', 'url')],
    'c212.net': [at('/c/link', 'u')],
  }),
);

/** Those that write the address in a way of their own. */
const DECODERS: ReadonlyMap<string, (url: URL) => string | null> = new Map(
  Object.entries({
    // Everything after the question mark is the address.
    'href.li': wholeQuery,
    'anonym.to': wholeQuery,
    'anonym.es': wholeQuery,
    'nullrefer.com': wholeQuery,
    'deviantart.com': (url) => (url.pathname === '/users/outgoing' ? wholeQuery(url) : null),
    'pixiv.net': (url) => (url.pathname === '/jump.php' ? wholeQuery(url) : null),
    'bing.com': bingTarget,
    'r.search.yahoo.com': (url) => decoded(/\/RU=([^/]+)/.exec(url.pathname)?.[1]),
    'urldefense.proofpoint.com': proofpointTarget,
    'urldefense.com': proofpointTarget,
    'streaklinks.com': (url) => decoded(/^\/[^/]+\/(.+)$/.exec(url.pathname)?.[1]),
  }),
);

/** Where a page that only sends its visitors on leads to; null when `url` is none, or its target is not written in it. */
export function forwardedTo(url: URL): string | null {
  for (const domain of domainsOf(url.hostname)) {
    const own = DECODERS.get(domain)?.(url);
    if (isAddress(own)) return own;
    for (const { path, parameters } of FORWARDERS.get(domain) ?? []) {
      if (!url.pathname.startsWith(path)) continue;
      const target = parameters.map((name) => url.searchParams.get(name)).find(isAddress);
      if (target) return domain === 'disq.us' ? withoutSignature(target) : target;
    }
  }
  return null;
}

function wholeQuery({ search }: URL): string | null {
  return decoded(search.slice(1));
}

/** `u=a1` and the address in base64 without padding, as Bing's result pages write it. */
function bingTarget(url: URL): string | null {
  const packed = url.pathname === '/ck/a' ? url.searchParams.get('u') : null;
  if (!packed?.startsWith('a1')) return null;
  try {
    return atob(packed.slice(2).replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null;
  }
}

/**
 * Proofpoint's second version writes `%` as `-` and `/` as `_`; its third puts the address between `__`, with characters that it took out
 * replaced by `*`: what has one cannot be told and stays. https://help.proofpoint.com (URL Decoder API)
 */
function proofpointTarget(url: URL): string | null {
  if (url.pathname === '/v2/url') return decoded(url.searchParams.get('u')?.replaceAll('-', '%').replaceAll('_', '/'));
  const third = /^\/v3\/__(https?:\/{1,2}[^*]+)__;/.exec(`${url.pathname}${url.search}`)?.[1];
  return third?.replace(/^(https?:)\/(?!\/)/, '$1//') ?? null;
}

/** Disqus signs the address behind a colon. */
function withoutSignature(target: string): string {
  return target.replace(/:[\w-]{20,}$/, '');
}

function decoded(text: string | undefined): string | null {
  if (!text) return null;
  if (isAddress(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
