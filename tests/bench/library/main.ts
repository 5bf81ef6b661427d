import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { loadInPage } from '../../journeys/driver/in-page';
import { BUILDS } from '../../tools/build.mjs';
import { findChromium } from '../../tools/find-chromium.mjs';
import { median, table } from '../table';
import { byGrowth, type Figure } from './figures';
import { measureOffprint } from './offprint';
import { KINDS, queriesOf } from './queries';

/*
 * `npm run bench:library`: the library's search over made-up news in real Chromium, at each size, beside its peers at the sizes they reach.
 * `--sizes=1000,10000,100000`, `--queries=30` of each kind, `--peers=1000` (none: `--peers=`).
 */

const numbersOf = (name: string, usual: string) =>
  (process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? usual)
    .split(',')
    .filter(Boolean)
    .map(Number);

const sizes = numbersOf('sizes', '1000,10000,100000');
const [queries = 30] = numbersOf('queries', '30');
const peerSizes = numbersOf('peers', '1000,10000');

/** How long a peer may take to be filled, in ms: beyond this it counts as not reaching the size. */
const PATIENCE = 240_000;

interface Timed {
  readonly ms: number;
  readonly found: number;
}

const profile = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html>'));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
const browser = await puppeteer.launch({
  executablePath: findChromium() ?? undefined,
  userDataDir: profile,
  protocolTimeout: 1_200_000,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

try {
  const figures = new Map<number, Figure[]>();
  for (const size of sizes) {
    figures.set(size, await measureOffprint(BUILDS.chrome.folder, size, queries));
    console.log(`\nOffprint, ${size.toLocaleString('en')} articles\n`);
    console.log(
      table(
        ['', 'figure'],
        (figures.get(size) ?? []).map(({ label, text }) => [label, text]),
      ),
    );
  }
  console.log(`\nGrowth\n\n${byGrowth(figures)}`);
  for (const size of peerSizes)
    for (const name of ['MiniSearch', 'FlexSearch', 'Orama']) await measurePeer(browser, name, size);
} finally {
  await browser.close();
  server.close();
  await rm(profile, { recursive: true, force: true });
}

async function measurePeer(within: Browser, name: string, size: number): Promise<void> {
  const label = `${name}, ${size.toLocaleString('en')} articles`;
  const page = await newPage(within, 'peers.ts', 'peers');
  try {
    const took = await Promise.race([
      call<number>(page, `peers.fill('${name}', ${size})`),
      new Promise<never>((_, fail) => setTimeout(() => fail(new Error('too slow')), PATIENCE)),
    ]);
    await page.close();
    const cold = await newPage(within, 'peers.ts', 'peers');
    const opening = await call<Timed>(
      cold,
      `peers.search('${name}', ${JSON.stringify(queriesOf('rare word', size, 1)[0])})`,
    );
    const kinds: string[] = [];
    for (const kind of KINDS) {
      const times: number[] = [];
      for (const query of queriesOf(kind, size, queries))
        times.push((await call<Timed>(cold, `peers.search('${name}', ${JSON.stringify(query)})`)).ms);
      kinds.push(`${kind} ${median(times).toFixed(1)}`);
    }
    await cold.close();
    console.log(
      `\n${label}: ${(took / size).toFixed(1)} ms per article, new page to first result ${opening.ms.toFixed(0)} ms`,
    );
    console.log(`  warm, ms: ${kinds.join(', ')}`);
  } catch (error) {
    console.log(`\n${label}: not reached (${error instanceof Error ? error.message.split('\n')[0] : error})`);
    await page.close().catch(() => undefined);
  }
}

async function newPage(within: Browser, entry: string, name: string): Promise<Page> {
  const page = await within.newPage();
  await page.goto(address);
  await loadInPage(page, `tests/bench/library/${entry}`, name);
  return page;
}

function call<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate(expression) as Promise<T>;
}
