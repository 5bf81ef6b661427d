import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askPage } from '../../utils/capture/ask-page';
import { linkArticle } from '../../utils/extraction/link-article';

/** `/status/410` answers with that, `/to?<address>` leads there, and every other address is a page; sections have no article. */
let server: Server;
let origin: string;
const caching: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer(({ url = '', headers }, response) => {
    caching.push(headers['cache-control']);
    const [path = '', to] = url.split('?', 2);
    const [, status] = /^\/status\/(\d+)/.exec(path) ?? [];
    if (status) response.writeHead(Number(status), { 'Content-Type': 'text/html' }).end('<p>Sorry</p>');
    else if (path.endsWith('/to')) response.writeHead(302, { Location: decodeURIComponent(to ?? '') }).end();
    else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end('<p>A page</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const ask = (path: string) =>
  askPage(`${origin}${path}`, async ({ url, html }) => (url.endsWith('/') ? null : linkArticle(url, html)));
const leadingTo = (path: string) => ask(`/news/2026/to?${encodeURIComponent(path)}`);

test('a page that is there is told with where its address led', async () => {
  expect(await ask('/news/2026/tide')).toMatchObject({ is: 'page', url: `${origin}/news/2026/tide` });
  expect(await leadingTo('/2026/tide-2')).toMatchObject({ is: 'page', url: `${origin}/2026/tide-2` });
});

test('it is asked for past what the browser has stored', () => {
  expect(new Set(caching)).toEqual(new Set(['max-age=0']));
});

test.each(['/status/404', '/status/410'])('%s says that it is gone', async (path) => {
  expect(await ask(path)).toEqual({ is: 'gone' });
});

test.each(['/', '/index.html', '/en/', '/zh-cn/', '/news/', '/status/404'])(
  'so does an address that leads to %s',
  async (path) => {
    expect(await leadingTo(path)).toEqual({ is: 'gone' });
  },
);

test.each([
  ['/status/500', 'server-error'],
  ['/status/403', 'server-error'],
  ['/status/429', 'server-error'],
  ['/elsewhere/', 'no-article'],
])('%s says nothing of what became of it: %s', async (path, problem) => {
  expect(await ask(path)).toEqual({ is: 'unreachable', problem });
});

test('another site, or no answer at all, says nothing either', async () => {
  expect(await leadingTo(origin.replace('127.0.0.1', 'localhost'))).toEqual({
    is: 'unreachable',
    problem: 'other-site',
  });
  expect(await askPage('http://127.0.0.1:1/', async () => null)).toEqual({
    is: 'unreachable',
    problem: 'page-unreachable',
  });
});
