import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extractLinkedPage, readLinkedPage } from '../../utils/capture/fetch-page';
import { linkArticle } from '../../utils/extraction/link-article';

/** `/to?<address>` leads there; `/busy` asks to wait; every other address answers with a page. */
let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const [path, to] = url.split('?', 2);
    if (path === '/busy') response.writeHead(429, { 'Retry-After': '7' }).end();
    else if (path === '/to') response.writeHead(302, { Location: decodeURIComponent(to ?? '') }).end();
    else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<p>A page</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => server.close());

const parsed: string[] = [];
const fetched = (url: string) =>
  extractLinkedPage(url, async (page) => {
    parsed.push(page.url);
    return linkArticle(page.url, page.html);
  });

test('a page that leads to another of its site is read there', async () => {
  const there = `http://127.0.0.1:${port}/there`;

  const got = await fetched(`http://127.0.0.1:${port}/to?${encodeURIComponent(there)}`);

  expect(got).toMatchObject({ ok: true, value: { url: there } });
});

test('a page that leads to another site is refused and not read', async () => {
  parsed.length = 0;

  const got = await fetched(`http://127.0.0.1:${port}/to?${encodeURIComponent(`http://localhost:${port}/there`)}`);

  expect(got).toEqual({ ok: false, error: 'other-site' });
  expect(parsed).toEqual([]);
});

test('what the server says of a page that it does not give is passed on to who asks', async () => {
  const url = `http://127.0.0.1:${port}/busy`;

  const read = await readLinkedPage(url, async () => null);
  const nowhere = await readLinkedPage('http://127.0.0.1:9/', async () => null);

  expect(read).toEqual({ ok: false, error: { problem: 'page-unreachable', status: 429, retryAfter: '7' } });
  expect(nowhere).toEqual({ ok: false, error: { problem: 'page-unreachable', status: null, retryAfter: null } });
  expect(await fetched(url)).toEqual({ ok: false, error: 'page-unreachable' });
});
