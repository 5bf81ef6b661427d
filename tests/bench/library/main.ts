import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { loadInPage } from '../../journeys/driver/in-page';
import { findChromium } from '../../tools/find-chromium.mjs';
import { kB, median, table } from '../table';
import type { SeedCost } from './in-page';
import { KINDS, type Kind, queriesOf } from './queries';

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

/** Articles written between two looks at the clock. */
const STEP = 1_000;

/** How long a peer may take to be filled, in ms: beyond this it counts as not reaching the size. */
const PATIENCE = 240_000;

/** New pages opened for the cold query of each kind. */
const COLD_RUNS = 3;

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
  for (const size of sizes) await measureOffprint(browser, size);
  for (const size of peerSizes)
    for (const name of ['MiniSearch', 'FlexSearch', 'Orama']) await measurePeer(browser, name, size);
} finally {
  await browser.close();
  server.close();
  await rm(profile, { recursive: true, force: true });
}

async function measureOffprint(within: Browser, size: number): Promise<void> {
  const name = `library-${size}`;
  const cost = await seeded(within, name, size);
  const page = await newPage(within, 'in-page.ts', 'bench');
  const before = await call<{ segments: number }>(page, `bench.indexSize('${name}')`);
  const saves: number[] = [];
  for (let i = 0; i < 20; i++) saves.push(await call(page, `bench.save('${name}', ${size + i})`));
  const tidied = await call<number>(page, `bench.tidy('${name}')`);
  const { bytes, segments, blocks } = await call<{ bytes: number; segments: number; blocks: number }>(
    page,
    `bench.indexSize('${name}')`,
  );
  await page.close();
  const lists = await coldTimes(within, (cold) => call<number>(cold, `bench.openList('${name}')`), 7);
  console.log(`\nOffprint, ${size.toLocaleString('en')} articles\n`);
  const perArticle = (value: number) => `${(value / size).toFixed(2)} ms`;
  console.log(
    table(
      ['', 'figure'],
      [
        ['index work per article: adding', perArticle(cost.adding)],
        ['… segments made and merged', perArticle(cost.tending)],
        ['… together', perArticle(cost.adding + cost.tending)],
        ['save of one more article, whole', `${median(saves).toFixed(1)} ms`],
        ['tidying', `${(tidied / 1_000).toFixed(1)} s`],
        ['segments, before and after that', `${before.segments}, ${segments} (${blocks} blocks)`],
        ['text per article, UTF-8', kB(cost.textBytes / size)],
        ['index per article', kB(bytes / size)],
        ['index for a byte of text', (bytes / cost.textBytes).toFixed(3)],
        ['new page to the first rows of the list', `${median(lists).toFixed(1)} ms`],
      ],
    ),
  );
  await measureKinds(size, async (kind, list) => {
    const cold = await coldTimes(within, async (each, run) => {
      return (await call<Timed>(each, `bench.search('${name}', ${JSON.stringify(list[run])}, true, 16)`)).ms;
    });
    const one = await newPage(within, 'in-page.ts', 'bench');
    const warm: Timed[] = [];
    const whole: Timed[] = [];
    await call(one, `bench.search('${name}', 'warmup', false, 16)`);
    for (const query of list)
      warm.push(await call(one, `bench.search('${name}', ${JSON.stringify(query)}, false, 16)`));
    for (const query of list) whole.push(await call(one, `bench.search('${name}', ${JSON.stringify(query)}, false)`));
    await one.close();
    return { kind, cold, warm, whole };
  });
}

async function seeded(within: Browser, name: string, size: number): Promise<SeedCost> {
  const total = { adding: 0, tending: 0, textBytes: 0 };
  const begun = Date.now();
  const page = await newPage(within, 'in-page.ts', 'bench');
  for (let from = 0; from < size; from += STEP) {
    const cost = await call<SeedCost>(page, `bench.seed('${name}', ${from}, ${Math.min(size, from + STEP)})`);
    for (const key of ['adding', 'tending', 'textBytes'] as const) total[key] += cost[key];
    if (from % 10_000 === 0) console.error(`${name}: ${from} after ${Math.round((Date.now() - begun) / 1_000)} s`);
  }
  await page.close();
  return total;
}

async function measureKinds(
  size: number,
  measure: (
    kind: Kind,
    list: readonly string[],
  ) => Promise<{
    kind: Kind;
    cold: readonly number[];
    warm: readonly Timed[];
    whole: readonly Timed[];
  }>,
): Promise<void> {
  const rows: string[][] = [];
  for (const kind of KINDS) {
    const { cold, warm, whole } = await measure(kind, queriesOf(kind, size, queries));
    const ms = (values: readonly number[]) => `${median(values).toFixed(1)} ms`;
    rows.push([
      kind,
      ms(cold),
      ms(warm.map((each) => each.ms)),
      `${percentile(
        warm.map((each) => each.ms),
        0.95,
      ).toFixed(1)} ms`,
      ms(whole.map((each) => each.ms)),
      String(median(whole.map((each) => each.found))),
    ]);
  }
  console.log(`\n${table(['query', 'new page', 'warm', 'p95', 'whole list, again', 'found'], rows)}`);
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

async function coldTimes(
  within: Browser,
  measure: (page: Page, run: number) => Promise<number>,
  runs = COLD_RUNS,
): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const page = await newPage(within, 'in-page.ts', 'bench');
    times.push(await measure(page, run));
    await page.close();
  }
  return times;
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

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}
