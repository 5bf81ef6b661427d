import type { Page } from 'puppeteer-core';
import { Chromium } from '../../journeys/driver/chromium';
import { loadInPage } from '../../journeys/driver/in-page';
import { recordTab } from '../recorder';
import { kB, median } from '../table';
import { type Figure, inMs } from './figures';
import type { SeedCost } from './in-page';
import { KINDS, type Kind, queriesOf } from './queries';

/** Articles written between two looks at the clock. */
const STEP = 1_000;

/** New pages opened for the cold query of each kind. */
const COLD_RUNS = 5;

/** Times that the side panel and the list's rows are opened. */
const OPENINGS = 9;

/** The first window of a list (`library-model.ts`). */
const WINDOW = 16;

/** A page of the extension that does not open the library by itself. */
const BARE_PAGE = 'offscreen.html';

const NAME = 'library';

interface Timed {
  readonly ms: number;
  readonly found: number;
}

/** Fills the library of the built extension with `size` articles and measures what it takes to add to it, open it and search it. */
export async function measureOffprint(extension: string, size: number, queries: number): Promise<Figure[]> {
  const chromium = await Chromium.start({ extension, lang: 'en-US' });
  try {
    const cost = await seeded(chromium, size);
    const page = await barePage(chromium);
    const saves: number[] = [];
    for (let i = 0; i < 20; i++) saves.push(await call(page, `bench.save('${NAME}', ${size + i})`));
    const tidied = await call<number>(page, `bench.tidy('${NAME}')`);
    const { bytes, segments } = await call<{ bytes: number; segments: number }>(page, `bench.indexSize('${NAME}')`);
    await page.close();
    return [
      inMs('index work per article: adding', cost.adding / size),
      inMs('index work per article: segments made and merged', cost.tending / size),
      inMs('index work per article, together', (cost.adding + cost.tending) / size),
      inMs('save of one more article, whole', median(saves)),
      { label: 'tidying', value: tidied, text: `${(tidied / 1_000).toFixed(1)} s` },
      { label: 'segments after that', value: segments, text: String(segments) },
      { label: 'text per article, UTF-8', value: cost.textBytes / size, text: kB(cost.textBytes / size) },
      { label: 'index per article', value: bytes / size, text: kB(bytes / size) },
      { label: 'index for a byte of text', value: bytes / cost.textBytes, text: (bytes / cost.textBytes).toFixed(3) },
      ...(await panelFigures(chromium)),
      ...(await queryFigures(chromium, size, queries)),
    ];
  } finally {
    await chromium.close();
  }
}

async function seeded(chromium: Chromium, size: number): Promise<SeedCost> {
  const total = { adding: 0, tending: 0, textBytes: 0 };
  const begun = Date.now();
  const page = await barePage(chromium);
  for (let from = 0; from < size; from += STEP) {
    const cost = await call<SeedCost>(page, `bench.seed('${NAME}', ${from}, ${Math.min(size, from + STEP)})`);
    for (const key of ['adding', 'tending', 'textBytes'] as const) total[key] += cost[key];
    if (from % 10_000 === 0) console.error(`${size}: ${from} after ${Math.round((Date.now() - begun) / 1_000)} s`);
  }
  await page.close();
  return total;
}

/** The side panel from its start to the first row painted, and what its scripts hold in memory then and at the end of the list. */
async function panelFigures(chromium: Chromium): Promise<Figure[]> {
  const painted: number[] = [];
  const heaps: number[] = [];
  const heapsAtEnd: number[] = [];
  for (let run = 0; run <= OPENINGS; run++) {
    const page = await chromium.browser.newPage();
    await recordTab(page, { list: { selector: '[data-title]' } });
    await page.goto(chromium.url('sidepanel.html'));
    await page.waitForFunction('moments.list && moments.paint');
    const {
      start = Number.NaN,
      paint = Number.NaN,
      list = Number.NaN,
    } = await call<Record<string, number>>(page, 'moments');
    // The first opening warms the browser up.
    if (run > 0) painted.push(Math.max(paint, list) - start);
    if (run % 4 === 1) {
      heaps.push(await heapOf(page));
      await page.$eval('[data-title]', (row) => (row as HTMLElement).focus());
      await page.keyboard.press('End');
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      heapsAtEnd.push(await heapOf(page));
    }
    await page.close();
  }
  const heap = (label: string, bytes: number): Figure => ({
    label,
    value: bytes,
    text: `${(bytes / 1e6).toFixed(1)} MB`,
  });
  return [
    inMs('side panel: start to first row painted', median(painted)),
    heap('side panel: memory of its scripts', median(heaps)),
    heap('the same at the end of the list', median(heapsAtEnd)),
  ];
}

/** Bytes that the page's scripts hold once what they have let go of is collected. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

async function queryFigures(chromium: Chromium, size: number, queries: number): Promise<Figure[]> {
  const lists: number[] = [];
  for (let run = 0; run < OPENINGS; run++) {
    const page = await barePage(chromium);
    lists.push(await call(page, `bench.openList('${NAME}')`));
    await page.close();
  }
  const figures = [inMs('first rows of the list, new page', median(lists))];
  for (const kind of KINDS) figures.push(...(await kindFigures(chromium, kind, queriesOf(kind, size, queries))));
  return figures;
}

async function kindFigures(chromium: Chromium, kind: Kind, list: readonly string[]): Promise<Figure[]> {
  const cold: number[] = [];
  for (const query of list.slice(0, COLD_RUNS)) {
    const page = await barePage(chromium);
    cold.push((await search(page, query, { isCold: true, limit: WINDOW })).ms);
    await page.close();
  }
  const page = await barePage(chromium);
  await search(page, 'warmup', { isCold: false, limit: WINDOW });
  const warm: number[] = [];
  for (const query of list) warm.push((await search(page, query, { isCold: false, limit: WINDOW })).ms);
  const whole: Timed[] = [];
  for (const query of list) whole.push(await search(page, query, { isCold: false }));
  await page.close();
  const found = median(whole.map((each) => each.found));
  return [
    inMs(`${kind}: new page`, median(cold)),
    inMs(`${kind}: open page`, median(warm)),
    inMs(`${kind}: open page, 95th of 100`, percentile(warm, 0.95)),
    inMs(`${kind}: every result`, median(whole.map(({ ms }) => ms))),
    { label: `${kind}: found`, value: found, text: String(found) },
  ];
}

function search(page: Page, query: string, { isCold, limit }: { isCold: boolean; limit?: number }): Promise<Timed> {
  return call(page, `bench.search('${NAME}', ${JSON.stringify(query)}, ${isCold}${limit ? `, ${limit}` : ''})`);
}

async function barePage(chromium: Chromium): Promise<Page> {
  const page = await chromium.open(chromium.url(BARE_PAGE));
  await loadInPage(page, 'tests/bench/library/in-page.ts', 'bench');
  return page;
}

function call<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate(expression) as Promise<T>;
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}
