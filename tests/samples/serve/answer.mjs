import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What is asked of a sample server.
 * @typedef {object} Question
 * @property {string} method
 * @property {URL} to The address asked for; its origin means nothing.
 * @property {string | null} referrer
 * @property {string | null} cookie
 */

/**
 * What it answers. `wait` is in ms; a `body` function writes and ends the response itself.
 * @typedef {object} Answer
 * @property {number} [status] 200 when left out.
 * @property {Record<string, string>} headers
 * @property {string | Buffer | ((response: import('node:http').ServerResponse) => void)} body
 * @property {number} [wait]
 */

/**
 * The two origins of a running site.
 * @typedef {{ readonly origin: string, readonly cdnOrigin: string }} Origins
 */

/** The folder that holds the samples, with a slash at the end. */
export const SAMPLES = fileURLToPath(new URL('../', import.meta.url));

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.pdf': 'application/pdf',
};

/**
 * A file below a folder of the samples with its media type, or null when there is none: also for a path that leaves the folder.
 * @param {string} folder Relative to the samples.
 * @param {string} path As in an address, percent-encoded.
 * @returns {Promise<{ bytes: Buffer, type: string } | null>}
 */
export async function findFile(folder, path) {
  const root = join(SAMPLES, folder);
  const file = normalize(join(root, decode(path)));
  if (!file.startsWith(`${root}/`)) return null;
  const bytes = await readFile(file).catch(() => null);
  return bytes && { bytes, type: TYPES[extname(file)] ?? 'application/octet-stream' };
}

/**
 * An HTML page whose sample addresses lead to the running servers.
 * @param {string} page
 * @param {Origins} origins
 * @param {{ status?: number, headers?: Record<string, string> }} [more]
 * @returns {Answer}
 */
export function html(page, origins, { status = 200, headers = {} } = {}) {
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers }, body: localise(page, origins) };
}

/**
 * A refusal in plain text.
 * @param {number} status
 * @param {string} words
 * @returns {Answer}
 */
export function refuse(status, words) {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: `${words}\n` };
}

/**
 * Text whose sample addresses lead to the running servers.
 * @param {string} text
 * @param {Origins} origins
 */
export function localise(text, { origin, cdnOrigin }) {
  return text
    .replaceAll('https://static.cnbetacdn.com', cdnOrigin)
    .replaceAll('https://www.cnbeta.com', `${origin}/cnbeta`)
    .replaceAll('https://cdn.samples.example', cdnOrigin)
    .replaceAll('https://samples.example', origin);
}

/** @param {string} path */
function decode(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
