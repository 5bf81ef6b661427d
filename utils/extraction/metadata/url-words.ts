import type { Facts } from './facts';

/** What the address alone tells: the day in paths such as `/2021/03/31/`, and the site. */
export function readUrl(url: string): Facts {
  try {
    const { hostname, pathname } = new URL(url);
    const day = /\/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=\D|$)/.exec(pathname);
    return {
      siteName: hostname.replace(/^www\./, ''),
      published: day ? `${day[1]}-${day[2]}-${day[3]}` : undefined,
    };
  } catch {
    return {};
  }
}
