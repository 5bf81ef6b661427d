import { mkdir, rm, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Page } from 'puppeteer-core';
import { Chromium } from '../journeys/driver/chromium';
import { picturesKept, previewTitle, read, save } from '../journeys/driver/popup';
import { openFromList, readerTitle } from '../journeys/driver/reader';
import { picturesDrawn, textShown } from '../journeys/driver/screen';
import { BUILDS } from './build.mjs';
import { at, ROOT } from './project.mjs';
import { servePage } from './serve-page';

/** The screenshots of the last run. */
const FOLDER = at('.output/journey');

let count = 0;

/** Does one step, says it and its time in one line, and keeps a picture of the page it resolves with. */
async function step<T extends { page: Page }>(name: string, work: () => Promise<T & { said?: string }>): Promise<T> {
  count++;
  const started = performance.now();
  const done = await work();
  const time = `${((performance.now() - started) / 1_000).toFixed(2)} s`;
  const file = `${FOLDER}/${String(count).padStart(2, '0')}-${name.toLowerCase().replace(/[^a-z]+/g, '-')}.png`;
  await writeFile(file, await done.page.screenshot());
  console.log(`${String(count).padStart(2)}  ${time.padStart(7)}  ${name}${done.said ? `: ${done.said}` : ''}`);
  return done;
}

/** The main job from the click in the toolbar to reading without a network, on `page`; throws where a step fails. */
async function walkThrough(chromium: Chromium, served: Awaited<ReturnType<typeof servePage>>): Promise<void> {
  const { page: tab } = await step('Open the page', async () => {
    const page = await chromium.open(served.url);
    return { page, said: await page.title() };
  });

  const { page: popup, title } = await step('Click the toolbar button', async () => {
    const page = await chromium.clickToolbar(tab);
    const title = await previewTitle(page);
    if (!(await page.$('aria/Save[role="button"]'))) throw new Error(`The popup says:\n${await textShown(page)}`);
    return { page, title, said: `the popup would keep “${title}”` };
  });

  await step('Press Save', async () => {
    await save(popup);
    return { page: popup, said: 'saved' };
  });

  const pictures = await step('Keep the pictures', async () => {
    if (!(await hasPictures(popup))) return { page: popup, kept: 0, said: 'the article has none' };
    const { kept, total } = await picturesKept(popup);
    return { page: popup, kept, said: `${kept} of ${total} kept` };
  });

  await step('Press Read', async () => {
    await read(popup);
    const page = await chromium.sidePanel();
    expectSame(await readerTitle(page), title);
    return { page, said: 'the side panel shows the article beside the page' };
  });

  await step('Close the browser, take the site away, cut the network, start again', async () => {
    await served.close();
    chromium.goOffline();
    await chromium.restart();
    const [page] = await chromium.browser.pages();
    if (!page) throw new Error('The browser opened no window');
    return { page };
  });

  const { page: panel } = await step('Open the library offline', async () => {
    const [tab] = await chromium.browser.pages();
    if (!tab) throw new Error('The browser opened no window');
    const page = await openFromList(chromium, tab, title);
    return { page, said: 'the article is there' };
  });

  await step('Read offline', async () => {
    const before = chromium.requests.length;
    expectSame(await readerTitle(panel), title);
    const { drawn } = await picturesDrawn(panel);
    if (drawn < pictures.kept) throw new Error(`Only ${drawn} of ${pictures.kept} kept pictures are drawn`);
    const asked = chromium.requests.slice(before);
    if (asked.length > 0) throw new Error(`Reading asked the network for ${asked.map(({ url }) => url).join(', ')}`);
    return { page: panel, said: `${drawn} of ${pictures.kept} kept pictures drawn, no request made` };
  });
}

function expectSame(shown: string, wanted: string): void {
  if (shown !== wanted) throw new Error(`The title is “${shown}” instead of “${wanted}”`);
}

async function hasPictures(popup: Page): Promise<boolean> {
  return /\d+ pictures?/.test(await textShown(popup));
}

await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const served = await servePage(process.argv[2]);
// This build holds the permission for pictures of other sites on this machine, as after a yes on the welcome page: no
// program can answer the browser's question.
console.log(
  'This journey uses a build that already holds access to pages on this machine: without a window nobody can answer the\n' +
    'browser’s question for it. The build that people install asks first.',
);
const chromium = await Chromium.start({ extension: BUILDS['chrome-e2e'].folder, lang: 'en-US' });
const started = performance.now();
try {
  await walkThrough(chromium, served);
  const time = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`The whole journey took ${time} s. Its ${count} screenshots are in ${relative(ROOT, FOLDER)}`);
} catch (error) {
  console.error(`Step ${count} failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await chromium.close();
  await served.close().catch(() => undefined);
}
process.exit();
