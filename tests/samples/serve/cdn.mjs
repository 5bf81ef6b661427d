import { findFile, html, refuse } from './answer.mjs';

/** What `/huge.jpg` declares and sends, in bytes: 25 MB and one byte, so just more than is kept. */
export const HUGE_BYTES = 25 * 1024 * 1024 + 1;

/** How long `/slow/…` takes, in ms. */
export const SLOW_MS = 3000;

/** Pictures of the seed's site, which it gives to nobody who names a referrer. */
const WITHOUT_REFERRER = /^\/(?:thumb|article|side|face)\//;

/**
 * The picture CDN: no CORS headers unless said, and rules as real hosts have them. See `README.md` for the list.
 * @param {import('./answer.mjs').Question} question
 * @param {import('./answer.mjs').Origins} origins
 * @returns {Promise<import('./answer.mjs').Answer>}
 */
export async function answerCdn({ to, referrer, cookie }, origins) {
  const path = to.pathname;

  if (WITHOUT_REFERRER.test(path)) {
    return referrer === null ? picture(path) : refuse(403, 'Pictures are not for other sites.');
  }
  if (path.startsWith('/needs-referrer/')) {
    const known = referrer !== null && URL.canParse(referrer) && new URL(referrer).origin === origins.origin;
    return known ? picture(rest(path)) : refuse(403, 'Hotlinking is forbidden.');
  }
  if (path.startsWith('/needs-cookie/')) {
    const headers = { 'Access-Control-Allow-Origin': origins.origin, 'Access-Control-Allow-Credentials': 'true' };
    const answer = hasVisited(cookie) ? await picture(rest(path)) : refuse(403, 'Members only.');
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }
  if (path.startsWith('/with-cors/')) {
    const answer = await picture(rest(path));
    return { ...answer, headers: { ...answer.headers, 'Access-Control-Allow-Origin': '*' } };
  }
  if (path.startsWith('/slow/')) return { ...(await picture(rest(path))), wait: SLOW_MS };
  if (path === '/not-a-picture.jpg') return html('<!DOCTYPE html><title>Sign in</title><p>Please sign in.', origins);
  if (path === '/huge.jpg') {
    return { headers: { 'Content-Type': 'image/jpeg', 'Content-Length': String(HUGE_BYTES) }, body: sendHuge };
  }
  return picture(path);
}

/**
 * Whether a cookie header shows that the sample page with member pictures was open in this browser.
 * @param {string | null} cookie
 */
export function hasVisited(cookie) {
  return /(?:^|;\s*)member=1(?:;|$)/.test(cookie ?? '');
}

/**
 * @param {string} path
 * @returns {Promise<import('./answer.mjs').Answer>}
 */
async function picture(path) {
  const file = await findFile('cdn', path);
  return file ? { headers: { 'Content-Type': file.type }, body: file.bytes } : refuse(404, 'No such picture.');
}

/** @param {string} path `/rule/name.jpg` → `/name.jpg`. */
function rest(path) {
  return path.slice(path.indexOf('/', 1));
}

/** @param {import('node:http').ServerResponse} response */
function sendHuge(response) {
  const chunk = Buffer.alloc(256 * 1024, 0xff);
  let left = HUGE_BYTES;
  const write = () => {
    while (left > 0 && !response.destroyed) {
      const part = chunk.subarray(0, left);
      left -= part.length;
      if (!response.write(part)) return void response.once('drain', write);
    }
    response.end();
  };
  write();
}
