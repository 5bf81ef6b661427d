import { isTrackingParameter } from './tracking-parameters';

/** Fragments that choose the page in a single-page app (`#!/news/1`, `#/news/1`); all others only choose a place in it. */
const ROUTE_FRAGMENT = /^#!?\/|^#!./;

/**
 * The page's address as it should be kept: an absolute http(s) url without tracking parameters and without its fragment,
 * unless the fragment is a single-page app's route. All else stands as it was. What is no http(s) url comes back as it is.
 */
export function cleanUrl(url: string): string {
  const parsed = parseHttp(url);
  if (!parsed) return url.trim();
  parsed.search = keptParameters(parsed).join('&');
  if (!ROUTE_FRAGMENT.test(parsed.hash)) parsed.hash = '';
  return parsed.href;
}

/**
 * A link's address without tracking parameters, neither in its query nor as its whole fragment (`#xtor=…`); all else stands as it was
 * written, the fragment too. What has none, or is no http(s) url, comes back as it is.
 */
export function withoutTracking(url: string): string {
  if (!/[?#]/.test(url)) return url;
  const parsed = parseHttp(url);
  if (!parsed) return url;
  const given = parsed.search.slice(1).split('&');
  const kept = keptParameters(parsed);
  const isTracked = given.some((parameter) => parameter !== '' && isTracking(parameter, parsed.hostname));
  const fragment = parsed.hash.slice(1).split('&');
  const isTrackingFragment = fragment.every((part) => part.includes('=') && isTracking(part, parsed.hostname));
  if (isTracked) parsed.search = kept.join('&');
  if (isTrackingFragment) parsed.hash = '';
  return isTracked || isTrackingFragment ? parsed.href : url;
}

/**
 * What two addresses of the same article share: compare keys, never show or fetch them. Folds http and https, `www.`,
 * `m.`, `mobile.`, `amp.` hosts, AMP paths, parameters and caches, trailing slashes, index files, parameter order and percent-encoding.
 * It errs on the side of two keys for one article: path and parameters keep their case and every unknown parameter counts.
 */
export function urlKey(url: string): string {
  const parsed = parseHttp(unwrapAmpCache(cleanUrl(url)));
  if (!parsed) return url.trim();
  const parameters = keptParameters(parsed)
    .filter((parameter) => !isAmpParameter(parameter))
    .map(sameEncoding)
    .sort();
  const query = parameters.length > 0 ? `?${parameters.join('&')}` : '';
  return `${foldHost(parsed)}${foldPath(parsed.pathname)}${query}${sameEncoding(parsed.hash)}`;
}

/**
 * The article's own address: the first of `candidates` (`rel=canonical`, `og:url`, best first, absolute or relative) that
 * can be believed, otherwise the page's own clean address. Believed is what is http(s), of the same site, and as deep as
 * the page: many sites name their home page or a section as the canonical address of everything.
 */
export function trustedCanonical(pageUrl: string, candidates: readonly string[]): string {
  const page = parseHttp(cleanUrl(pageUrl));
  if (!page) return pageUrl.trim();
  for (const candidate of candidates) {
    const resolved = resolve(candidate, page.href);
    if (resolved && isBelievable(page, resolved)) return cleanUrl(resolved.href);
  }
  return page.href;
}

function isBelievable(page: URL, candidate: URL): boolean {
  if (siteOf(page.hostname) !== siteOf(candidate.hostname)) return false;
  if (urlKey(candidate.href) === urlKey(page.href)) return true;
  if (ROUTE_FRAGMENT.test(page.hash)) return false;
  const pageDepth = segments(page).length;
  const depth = segments(candidate).length;
  const identifies = (url: URL) => /\d{3,}|[^/]{24,}|\.s?html?$/i.test(url.pathname) || keptParameters(url).length > 0;
  if (depth === 0) return pageDepth === 0 && identifies(candidate);
  const isSamePath = foldPath(page.pathname) === foldPath(candidate.pathname);
  if (isSamePath) return identifies(candidate) || !keptParameters(page).some(namesAnArticle);
  if (page.search && !identifies(candidate)) return false;
  const isSectionRoot = page.pathname.startsWith(`${candidate.pathname.replace(/\/$/, '')}/`) && !identifies(candidate);
  return !isSectionRoot;
}

/** Whether a parameter chooses the article (`id=7`, `story=tide-tables`, `x=48213`) rather than how it is shown (`v=2`, `view=full`). */
function namesAnArticle(parameter: string): boolean {
  const [name = '', value = ''] = parameter.split('=', 2);
  return /(?:^|[a-z_-])(?:id|no|num)$|^(?:p|q|a|n|t|article|story|post|news|doc|item|page|slug|title|url|key)$/i.test(
    name,
  )
    ? value !== ''
    : /\d{3,}|[^/]{24,}/.test(value);
}

function parseHttp(url: string): URL | null {
  return resolve(url);
}

function resolve(url: string, base?: string): URL | null {
  try {
    const parsed = new URL(url.trim(), base);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : null;
  } catch {
    return null;
  }
}

/** Parameters as they are written, so that what stays is not re-encoded. */
function keptParameters({ search, hostname }: URL): string[] {
  if (search.length < 2) return [];
  return search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isTracking(parameter, hostname));
}

function isTracking(parameter: string, host: string): boolean {
  const [name = '', value = ''] = parameter.split('=', 2);
  return isTrackingParameter(decode(name), value, host);
}

function isAmpParameter(parameter: string): boolean {
  const [name = '', value = ''] = parameter.toLowerCase().split('=', 2);
  if (/^amp(?:_js_v|_gsa|_r|_tf)?$/.test(name)) return true;
  return name === 'outputtype' && value === 'amp';
}

/**
 * The publisher's address behind Google's AMP viewer (`google.<tld>/amp/s/…`) and caches (`<host>.cdn.ampproject.org/c/s/…`).
 * Url format: https://developers.google.com/amp/cache/overview#amp-cache-url-format
 */
function unwrapAmpCache(url: string): string {
  const parsed = parseHttp(url);
  if (!parsed) return url;
  const isViewer = /^(?:www\.)?google\.[a-z.]{2,6}$/.test(parsed.hostname) && parsed.pathname.startsWith('/amp/');
  const isCache = parsed.hostname === 'cdn.ampproject.org' || parsed.hostname.endsWith('.cdn.ampproject.org');
  if (!isViewer && !isCache) return url;
  const path = /^\/(?:amp|[a-z])\/(s\/)?(.+)$/.exec(parsed.pathname);
  if (!path?.[2]?.split('/', 1)[0]?.includes('.')) return url;
  return `${path[1] ? 'https' : 'http'}://${path[2]}${parsed.search}`;
}

/** Ports other than a scheme's own stay: they are other sites. */
function foldHost(url: URL): string {
  let host = url.hostname.replace(/\.$/, '');
  for (const prefix of ['www', 'm', 'mobile', 'amp', 'wap', '3g']) {
    const rest = host.startsWith(`${prefix}.`) ? host.slice(prefix.length + 1) : '';
    // `m.com` is a site of its own: something with a dot must remain.
    if (rest.includes('.')) host = rest;
  }
  return url.port ? `${host}:${url.port}` : host;
}

function foldPath(path: string): string {
  return (
    sameEncoding(path)
      .replace(/\/{2,}/g, '/')
      .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '/')
      .replace(/\.amp(?=\.html?$)/i, '')
      .replace(/\.amp$/i, '')
      .replace(/(?<=.)\/amp(?=\/?$)/i, '')
      .replace(/^\/amp(?=\/.)/i, '')
      .replace(/\/+$/, '') || '/'
  );
}

/** Unreserved characters bare, all others encoded with capital hex digits, whichever way the page wrote them (RFC 3986 §6.2.2). */
function sameEncoding(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const decoded = decode(run);
    if (decoded === run) return run.toUpperCase();
    return [...decoded].map((character) => encodeURIComponent(character)).join('');
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function segments(url: URL): string[] {
  return url.pathname.split('/').filter((segment) => segment !== '' && !/^(?:index|default)\.\w+$/i.test(segment));
}

/** Second-level labels under which countries register names (`co.uk`, `com.cn`), so that the site is one label more. */
const SHARED_SUFFIX = /^(?:com|co|net|org|gov|edu|ac|or|ne|go|gob|nom|in|web|biz|info|me|ltd|plc|sch|mil)\.[a-z]{2}$/;

/** Hosts on which every subdomain is somebody else's site. */
const SHARED_HOSTS =
  /(?:^|\.)(?:blogspot\.[a-z.]+|wordpress\.com|substack\.com|medium\.com|tumblr\.com|github\.io|gitlab\.io|pages\.dev|netlify\.app|vercel\.app|livejournal\.com|hatenablog\.com|typepad\.com|ghost\.io)$/;

/** Whether two http(s) addresses are of one site, whatever its hosts are called; false when one of them is none. */
export function isSameSite(one: string, other: string): boolean {
  const sites = [one, other].map((url) => parseHttp(url)).map((url) => url && siteOf(url.hostname));
  return Boolean(sites[0]) && sites[0] === sites[1];
}

/** Whether an http(s) address is its site's front page, that of a language (`/en/`, `/zh-cn`) included. */
export function isFrontPage(url: string): boolean {
  const parsed = parseHttp(cleanUrl(url));
  if (parsed?.search !== '' || parsed.hash !== '') return false;
  return /^(?:[a-z]{2}(?:[-_][a-z]{2,4})?)?$/i.test(segments(parsed).join('/'));
}

/** Whether an http(s) address is of a section that another address is in: `/news/` of `/news/2026/tide.html`. */
export function isSectionOf(section: string, url: string): boolean {
  const [above, below] = [parseHttp(section), parseHttp(url)].map((parsed) => parsed && segments(parsed));
  return Boolean(above && below && above.length < below.length && above.every((part, i) => part === below[i]));
}

/** A host's registrable part, as well as it can be told without the Public Suffix List. */
function siteOf(host: string): string {
  if (/^[\d.]+$|^\[/.test(host)) return host;
  const labels = host.replace(/\.$/, '').split('.');
  const take = SHARED_HOSTS.test(host) || SHARED_SUFFIX.test(labels.slice(-2).join('.')) ? 3 : 2;
  return labels
    .slice(-take)
    .join('.')
    .replace(/^www\./, '');
}
