import { amplify } from './amp.mjs';
import { findFile, html, refuse } from './answer.mjs';
import { archiveArticle, longArticle } from './archive.mjs';
import { hasVisited } from './cdn.mjs';
import { manyElements } from './many-elements.mjs';

/** As strict as a careful site is: no string becomes a script or markup, and nothing but pictures and one style leaves. */
const STRICT_POLICY =
  "default-src 'none'; img-src 'self'; style-src 'nonce-sample'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** A transparent GIF, so that a leak through a picture is an answered request like any other. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** What a loaded script proves. */
const PROOF = "(globalThis.__pwned??=[]).push('script');";

/**
 * The pages: files of `site/` and `hostile/`, and the addresses that do more than serve a file. See `README.md` for the list.
 * @param {import('./answer.mjs').Question} question
 * @param {import('./answer.mjs').Origins} origins
 * @returns {Promise<import('./answer.mjs').Answer>}
 */
export async function answerPage({ to, cookie }, origins) {
  const path = to.pathname;

  const numbered = /^\/archive\/(\d{1,6})$/.exec(path);
  if (numbered) return html(archiveArticle(Number(numbered[1])), origins);
  if (path === '/long') return html(longArticle(200_000), origins);
  if (path === '/moved') return { status: 301, headers: { Location: '/long-read' }, body: '' };
  if (path === '/go')
    return { status: 302, headers: { Location: '/tracked?utm_source=go&utm_medium=redirect' }, body: '' };
  const busy = /^\/busy\/(\d{1,6})$/.exec(path);
  if (busy) return answerBusy(Number(busy[1]), cookie, origins);
  if (path === '/broken') return { ...refuse(503, 'Out of order.'), headers: { 'Retry-After': '1' } };
  if (path === '/refused') return refuse(403, 'Not for you.');
  if (path === '/elsewhere') {
    const there = origins.origin.replace('//127.0.0.1', '//localhost');
    return { status: 302, headers: { Location: `${there}/long-read` }, body: '' };
  }
  if (path === '/amp') return page('/long-read.html', origins, { transform: amplify });
  if (path === '/changing') {
    return page(to.searchParams.get('v') === '2' ? '/changing-2.html' : '/changing.html', origins);
  }
  if (path === '/strict-csp') {
    return page('/strict-csp.html', origins, { headers: { 'Content-Security-Policy': STRICT_POLICY } });
  }
  if (path === '/gb18030') {
    const file = await findFile('site', '/gb18030.html');
    return { headers: { 'Content-Type': 'text/html; charset=GB18030' }, body: file?.bytes ?? '' };
  }
  if (path === '/pictures') {
    return page('/pictures.html', origins, {
      headers: { 'Set-Cookie': 'member=1; Path=/; SameSite=Strict; HttpOnly' },
    });
  }
  if (path.startsWith('/pictures/members/') && !hasVisited(cookie)) return refuse(403, 'Members only.');
  if (path === '/leak') return { headers: { 'Content-Type': 'image/gif' }, body: PIXEL };
  if (path === '/leak.js') return { headers: { 'Content-Type': 'text/javascript' }, body: PROOF };
  if (path === '/hostile/many-elements') return html(manyElements(200_000), origins);
  if (path.startsWith('/hostile/'))
    return page(`${path.slice('/hostile'.length)}.html`, origins, { folder: 'hostile' });
  return page(path === '/' ? '/index.html' : path, origins);
}

/**
 * @param {string} path
 * @param {import('./answer.mjs').Origins} origins
 * @param {{ folder?: string, headers?: Record<string, string>, transform?: (page: string) => string }} [how]
 * @returns {Promise<import('./answer.mjs').Answer>}
 */
async function page(path, origins, { folder = 'site', headers = {}, transform = (text) => text } = {}) {
  const file = (await findFile(folder, path)) ?? (await findFile(folder, `${path}.html`));
  if (!file) return missing(origins);
  if (!file.type.startsWith('text/html'))
    return { headers: { 'Content-Type': file.type, ...headers }, body: file.bytes };
  return html(transform(file.bytes.toString('utf8')), origins, { headers });
}

/**
 * An article for whoever has been asked to wait and comes again.
 * @param {number} n
 * @param {string | null} cookie
 * @param {import('./answer.mjs').Origins} origins
 */
function answerBusy(n, cookie, origins) {
  if (cookie?.includes(`waited-${n}=1`)) return html(archiveArticle(n), origins);
  const headers = { 'Retry-After': '2', 'Set-Cookie': `waited-${n}=1; Path=/` };
  return { ...refuse(429, 'Too many requests.'), headers };
}

/** @param {import('./answer.mjs').Origins} origins */
async function missing(origins) {
  const file = await findFile('site', '/not-found.html');
  return html(file?.bytes.toString('utf8') ?? 'Not found', origins, { status: 404 });
}
