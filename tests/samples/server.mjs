import { createServer } from 'node:http';
import { answerCdn } from './serve/cdn.mjs';
import { answerPage } from './serve/pages.mjs';

/**
 * One request as it arrived at either origin.
 * @typedef {object} SampleRequest
 * @property {string} method
 * @property {string} url Path and query, e.g. `/leak?by=img`.
 * @property {string} host Host and port it was sent to: tells the pages from the CDN.
 * @property {string | null} referrer
 * @property {string | null} cookie
 * @property {number} time ms since 1970.
 */

/**
 * A running sample site.
 * @typedef {object} SampleSite
 * @property {string} origin Where the pages are, without a slash at the end.
 * @property {string} cdnOrigin Where the pictures are: the same host on another port, so another origin.
 * @property {(path: string) => string} url The address of a path on `origin`.
 * @property {SampleRequest[]} requests Every request so far, of both origins, in order of arrival; empty it with `.length = 0`.
 * @property {(path: string, as: string | number | null) => void} setPage From now on `path` is answered as another path would be
 *   (`/changing-2.html`), leads to another when that begins with `>` (`>/archive/7`), or is refused with a status (`410`); null: as it was.
 * @property {(ms: number) => void} setDelay Every later answer waits this long, in ms.
 * @property {(offline: boolean) => void} setOffline While true every connection is cut, old ones included, and nothing is recorded.
 * @property {() => Promise<void>} close Cuts every connection and frees both ports.
 */

/**
 * Serves the sample news site and its picture CDN. What each address does is listed in `README.md`.
 *
 * Files name their origins as `https://samples.example`, `https://cdn.samples.example`, `https://www.cnbeta.com` and
 * `https://static.cnbetacdn.com`; they are rewritten to these two servers as they go out, so one file serves parsers and browsers.
 *
 * @param {{ port?: number, cdnPort?: number, host?: string }} [options] Ports 0 are chosen by the system.
 * @returns {Promise<SampleSite>} Rejects when a port is taken.
 */
export async function startSampleSite({ port = 0, cdnPort = 0, host = '127.0.0.1' } = {}) {
  /** @type {SampleRequest[]} */
  const requests = [];
  const state = { delay: 0, offline: false, origin: '', cdnOrigin: '' };
  /** @type {Map<string, string | number>} */
  const replaced = new Map();

  const pages = serve((question) => answerReplaced(question, state, replaced), state, requests);
  const cdn = serve((question) => answerCdn(question, state), state, requests);
  state.origin = await listen(pages, port, host);
  state.cdnOrigin = await listen(cdn, cdnPort, host).catch(async (error) => {
    await stop(pages);
    throw error;
  });

  return {
    origin: state.origin,
    cdnOrigin: state.cdnOrigin,
    url: (path) => new URL(path, state.origin).href,
    requests,
    setPage: (path, as) => {
      if (as === null) replaced.delete(path);
      else replaced.set(path, as);
    },
    setDelay: (ms) => {
      state.delay = ms;
    },
    setOffline: (offline) => {
      state.offline = offline;
      if (!offline) return;
      pages.closeAllConnections();
      cdn.closeAllConnections();
    },
    close: async () => {
      await Promise.all([stop(pages), stop(cdn)]);
    },
  };
}

/**
 * @param {import('./serve/answer.mjs').Question} question
 * @param {import('./serve/answer.mjs').Origins} origins
 * @param {ReadonlyMap<string, string | number>} replaced
 * @returns {Promise<import('./serve/answer.mjs').Answer>}
 */
async function answerReplaced(question, origins, replaced) {
  const as = replaced.get(question.to.pathname);
  if (as === undefined) return answerPage(question, origins);
  if (typeof as === 'number') return { status: as, headers: { 'Content-Type': 'text/html' }, body: '<p>No page.</p>' };
  if (as.startsWith('>')) return { status: 301, headers: { Location: as.slice(1) }, body: '' };
  return answerPage({ ...question, to: new URL(as, question.to) }, origins);
}

/**
 * @param {(question: import('./serve/answer.mjs').Question) => Promise<import('./serve/answer.mjs').Answer>} answer
 * @param {{ readonly delay: number, readonly offline: boolean }} state
 * @param {SampleRequest[]} requests
 */
function serve(answer, state, requests) {
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    const record = {
      method,
      url,
      host: headers.host ?? '',
      referrer: headers.referer ?? null,
      cookie: headers.cookie ?? null,
      time: Date.now(),
    };
    requests.push(record);

    const {
      status = 200,
      headers: sent,
      body,
      wait = 0,
    } = await answer({ ...record, to: new URL(url, 'http://host') });
    await pause(state.delay + wait);

    if (state.offline || response.destroyed) return void response.destroy();
    response.writeHead(status, { 'Cache-Control': 'no-store', ...sent });
    if (method === 'HEAD') return void response.end();
    if (typeof body !== 'function') return void response.end(body);
    body(response);
  });
  server.on('connection', (socket) => {
    if (state.offline) socket.destroy();
  });
  return server;
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string>} The origin.
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(`http://${host}:${address && typeof address === 'object' ? address.port : port}`);
    });
  });
}

/**
 * @param {import('node:http').Server} server
 * @returns {Promise<void>}
 */
function stop(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** @param {number} ms */
function pause(ms) {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined;
}
