import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, extname, join, normalize, resolve, sep } from 'node:path';

/** A page to save, and how to take its server away. */
export interface ServedPage {
  readonly url: string;
  /** After this the page and its pictures can be had from nowhere. */
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

/**
 * The page to work on: the sample site's news page, an http(s) address as it is, or an .html file served from its folder,
 * so that the pictures beside it load.
 */
export async function servePage(page: string | undefined): Promise<ServedPage> {
  if (!page) return serveSample();
  if (/^https?:\/\//.test(page)) return { url: page, close: async () => undefined };
  return serveFile(resolve(page));
}

async function serveSample(): Promise<ServedPage> {
  const { startSampleSite } = await import('../samples/server.mjs');
  const site = await startSampleSite();
  return { url: site.url('/cnbeta/articles/tech/1109219.htm'), close: () => site.close() };
}

async function serveFile(file: string): Promise<ServedPage> {
  const folder = dirname(file);
  const server = createServer(async (request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const wanted = normalize(join(folder, decodeURIComponent(pathname)));
    const type = TYPES[extname(wanted).toLowerCase()];
    try {
      if (!type || !wanted.startsWith(folder + sep)) throw new Error('Not served');
      const body = await readFile(wanted);
      answer.writeHead(200, { 'content-type': type }).end(body);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/${encodeURIComponent(basename(file))}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
