import { httpUrl, words } from '../dom';

/** The value of `data-offprint-embed`, by which the extractor knows frames that are part of the article. */
export const EMBED_MARK = 'offprint-embedded-page';

/** Elements that stand for a frame until a script of the page puts it there → the frame's address. */
const STAND_INS: readonly (readonly [selector: string, address: (element: Element) => string | null])[] = [
  ['lite-youtube[videoid]', (e) => `https://www.youtube.com/watch?v=${idOf(e, 'videoid')}`],
  ['amp-youtube[data-videoid]', (e) => `https://www.youtube.com/watch?v=${idOf(e, 'data-videoid')}`],
  ['lite-vimeo[videoid]', (e) => `https://vimeo.com/${idOf(e, 'videoid')}`],
  ['amp-vimeo[data-videoid]', (e) => `https://vimeo.com/${idOf(e, 'data-videoid')}`],
  ['amp-twitter[data-tweetid]', (e) => `https://twitter.com/i/status/${idOf(e, 'data-tweetid')}`],
  ['amp-instagram[data-shortcode]', (e) => `https://www.instagram.com/p/${idOf(e, 'data-shortcode')}/`],
  ['amp-iframe[src]', (e) => e.getAttribute('src')],
  ['div.fb-post[data-href]', (e) => e.getAttribute('data-href')],
  ['div.fb-video[data-href]', (e) => e.getAttribute('data-href')],
  ['blockquote.instagram-media[data-instgrm-permalink]', (e) => e.getAttribute('data-instgrm-permalink')],
  ['div.infogram-embed[data-id]', (e) => `https://infogram.com/${idOf(e, 'data-id')}`],
  ['div.flourish-embed[data-src]', (e) => `https://public.flourish.studio/${e.getAttribute('data-src')}/`],
  ['script[src*="//gist.github.com/"]', (e) => e.getAttribute('src')?.replace(/\.js(?=$|\?)/, '') ?? null],
];

/** Attributes in which frames that load late keep their address. */
const LATE_ADDRESSES = ['data-src', 'data-lazy-src', 'data-litespeed-src', 'data-original'];

/**
 * Makes frames of what stands for embedded posts and films, and marks those that lead somewhere a reader may want to go, so that the
 * extractor keeps them. A post that is quoted with its words stays a quote.
 */
export function markEmbeds(root: Document | Element): void {
  for (const [selector, address] of STAND_INS) {
    for (const element of root.querySelectorAll(selector)) {
      const url = address(element);
      if (url && pageOf(url)) element.replaceWith(frameOf(element, url));
    }
  }
  for (const frame of root.querySelectorAll('iframe')) {
    const late = LATE_ADDRESSES.map((name) => frame.getAttribute(name)).find((address) => address !== null);
    const own = frame.getAttribute('src');
    const src = (!own || /^about:/i.test(own)) && late ? late : own;
    if (!src || !pageOf(src)) continue;
    frame.setAttribute('src', src);
    frame.setAttribute('data-offprint-embed', EMBED_MARK);
  }
}

/** Gives each post that is quoted with its words the link to itself: after blocks are judged, for a lone link looks like a leftover. */
export function linkQuotedPosts(root: Element): void {
  for (const quote of root.querySelectorAll('blockquote[cite]')) linkQuotedPost(quote);
}

function idOf(element: Element, attribute: string): string {
  return encodeURIComponent(element.getAttribute(attribute) ?? '');
}

function frameOf(element: Element, url: string): Element {
  const frame = element.ownerDocument.createElement('iframe');
  frame.setAttribute('src', url);
  const own = element.getAttribute('playlabel') ?? element.getAttribute('data-title') ?? element.getAttribute('title');
  // Instagram's last link says whose post it is.
  const last = element.localName === 'blockquote' ? [...element.querySelectorAll('a')].at(-1)?.textContent : null;
  const title = words(own ?? last).slice(0, 200);
  if (title !== '') frame.setAttribute('title', title);
  return frame;
}

function linkQuotedPost(quote: Element): void {
  const cite = quote.getAttribute('cite') ?? '';
  const page = /^https?:/i.test(cite) ? pageOf(cite) : null;
  if (!page || [...quote.querySelectorAll('a')].some((link) => link.getAttribute('href') === cite)) return;
  const link = quote.ownerDocument.createElement('a');
  link.setAttribute('href', cite);
  link.append(new URL(cite).hostname.replace(/^www\./, ''));
  const paragraph = quote.ownerDocument.createElement('p');
  paragraph.append(link);
  quote.append(paragraph);
}

/** A frame's address, absolute or without its scheme → the page on which a reader finds the same; null for every other frame. */
export function pageOf(src: string): string | null {
  const address = httpUrl(src, 'https://no.base.example/');
  if (!address) return null;
  const url = new URL(address);
  for (const [host, page] of PAGES) if (host.test(url.hostname)) return page(url);
  return null;
}

const part = (url: URL, pattern: RegExp) => pattern.exec(url.pathname)?.[1];
const asItIs = (url: URL) => url.href;

/** Hosts whose frames are part of an article, and how each one's page is told from its frame. All other frames are adverts, counters, widgets. */
const PAGES: readonly (readonly [host: RegExp, page: (url: URL) => string | null])[] = [
  [/(?:^|\.)(?:youtube|youtube-nocookie)\.com$|^youtu\.be$/, youTubePage],
  [/(?:^|\.)vimeo\.com$/, (url) => page('https://vimeo.com/', part(url, /^\/video\/(\d+)/)) ?? url.href],
  [
    /(?:^|\.)dailymotion\.com$/,
    (url) => page('https://www.dailymotion.com/video/', part(url, /\/video\/(\w+)/)) ?? url.href,
  ],
  [/(?:^|\.)bilibili\.com$/, biliBiliPage],
  [/^v\.qq\.com$/, (url) => page('https://v.qq.com/x/page/', url.searchParams.get('vid'), '.html') ?? url.href],
  [/^player\.youku\.com$/, (url) => page('https://v.youku.com/v_show/id_', part(url, /^\/embed\/([\w=]+)/), '.html')],
  [/^(?:platform\.)?(?:twitter|x)\.com$/, tweetPage],
  [
    /(?:^|\.)instagram\.com$/,
    (url) => page('https://www.instagram.com/p/', part(url, /^\/(?:p|reel|tv)\/([\w-]+)/), '/'),
  ],
  [/(?:^|\.)facebook\.com$/, facebookPage],
  [/(?:^|\.)tiktok\.com$/, (url) => (/\/video\/|^\/embed\//.test(url.pathname) ? url.href : null)],
  [/(?:^|\.)spotify\.com$/, (url) => url.href.replace(/\/embed(?:-podcast)?(?=\/)/, '')],
  [/(?:^|\.)codepen\.io$/, (url) => url.href.replace(/\/embed(?:\/preview)?(?=\/)/, '/pen')],
  [
    /^(?:www|maps)\.google\.[a-z.]+$/,
    (url) => (/^\/maps|^\/$/.test(url.pathname) && /map/.test(url.href) ? mapPage(url) : null),
  ],
  [/(?:^|\.)openstreetmap\.org$/, openStreetMapPage],
  [/(?:^|\.)weibo\.com$/, (url) => (/^\/(?:tv|\d{5,})\//.test(url.pathname) ? url.href : null)],
  [
    /(?:^|\.)(?:youku\.com|ixigua\.com|twitch\.tv|ted\.com|soundcloud\.com|archive\.org|captivate\.fm|podcasts\.apple\.com)$/,
    asItIs,
  ],
  [/(?:^|\.)(?:datawrapper\.de|dwcdn\.net|infogram\.com|flourish\.studio|codesandbox\.io|jsfiddle\.net)$/, asItIs],
  [/^gist\.github\.com$/, asItIs],
];

function page(prefix: string, id: string | null | undefined, suffix = ''): string | null {
  return id ? `${prefix}${id}${suffix}` : null;
}

function youTubePage(url: URL): string {
  const id = part(url, /^\/embed\/([\w-]{6,})/);
  const list = url.searchParams.get('list');
  if (!id) return url.href;
  if (id === 'videoseries') return page('https://www.youtube.com/playlist?list=', list) ?? url.href;
  return `https://www.youtube.com/watch?v=${id}`;
}

function biliBiliPage(url: URL): string | null {
  if (!url.hostname.startsWith('player.')) return url.href;
  const bvid = url.searchParams.get('bvid');
  return (
    page('https://www.bilibili.com/video/', bvid) ??
    page('https://www.bilibili.com/video/av', url.searchParams.get('aid'))
  );
}

function tweetPage(url: URL): string | null {
  if (/\/status\/\d+/.test(url.pathname)) return url.href;
  return url.pathname === '/embed/Tweet.html'
    ? page('https://twitter.com/i/status/', url.searchParams.get('id'))
    : null;
}

/** Plugins for posts and films carry their address; those for buttons and fan boxes are no part of an article. */
function facebookPage(url: URL): string | null {
  if (/^\/plugins\/(?:post|video)/.test(url.pathname)) return url.searchParams.get('href');
  return /\/(?:posts|videos|watch|permalink|reel)\b/.test(url.pathname) ? url.href : null;
}

function mapPage(url: URL): string {
  const place = url.searchParams.get('q');
  return place ? `https://www.google.com/maps?q=${encodeURIComponent(place)}` : url.href;
}

function openStreetMapPage(url: URL): string {
  const [latitude, longitude] = url.searchParams.get('marker')?.split(',').map(Number) ?? [];
  if (!latitude || !longitude) return url.href;
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}`;
}
