import { withoutTracking } from '../../model/canonical-url';
import { domainsOf } from '../../model/tracking-parameters';
import { httpUrl } from '../dom';
import { isAddress } from './address';
import { isClickTracker, trackedTarget } from './click-trackers';
import { forwardedTo } from './forwarders';

/** What becomes of a link's address. `href`: where it leads now; null when its words stand alone. */
export interface SettledLink {
  readonly href: string | null;
  readonly reason: 'tracking-link' | 'tracking-parameters';
}

/** Addresses that hide where they lead, and tell it nobody without a visit. */
const SHORTENERS: ReadonlySet<string> = new Set(
  't.cn t.co url.cn dwz.cn suo.im bit.ly tinyurl.com goo.gl ow.ly buff.ly lnkd.in fb.me dlvr.it is.gd'.split(' '),
);

/** More forwarders behind each other than this are left as they are. */
const MOST_HOPS = 5;

/**
 * Where a link leads when nobody counts the click: past forwarders and affiliate networks to the address that they carry, which loses its
 * tracking parameters. Null when there is nothing to change. No request is made. `words`: gives what of the link could name the target
 * of a shortened address (its text, its title). Settling what was settled changes nothing.
 */
export function settleLink(url: string, words: () => readonly string[] = () => []): SettledLink | null {
  let current = url;
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const parsed = new URL(current);
    const forwarded = forwardedTo(parsed) ?? expanded(parsed, words);
    const isTracker = !forwarded && isClickTracker(parsed);
    if (!forwarded && !isTracker) {
      const href = withoutTracking(current);
      if (href === url) return null;
      return { href, reason: hop === 0 ? 'tracking-parameters' : 'tracking-link' };
    }
    const next = httpUrl(forwarded ?? trackedTarget(parsed), current);
    if (!next || next === current) return { href: null, reason: 'tracking-link' };
    current = next;
  }
  return null;
}

/** An address that is cut short ends with dots. */
function expanded(url: URL, words: () => readonly string[]): string | null {
  if (!domainsOf(url.hostname).some((domain) => SHORTENERS.has(domain))) return null;
  const said = words()
    .map((text) => text.trim())
    .filter((text) => isAddress(text) && !/\s|(?:…|\.\.)$/.test(text));
  return said.find((text) => new URL(text).hostname !== url.hostname) ?? null;
}
