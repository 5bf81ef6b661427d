import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSampleSite } from '../samples/server.mjs';
import { BUILDS } from '../tools/build.mjs';
import { Firefox } from './driver/firefox';
import type { FirefoxView } from './driver/firefox-view';
import { PAGES } from './driver/stage';

/** `browser_specific_settings.gecko.id` in `wxt.config.ts`. */
const ID = 'offprint@offprint.example';

/** An expression for the title of the article that a reader shows, once it does. */
const READER_READY = `document.querySelector('main[aria-busy="false"] article h1')?.textContent.trim()`;

let firefox: Firefox;
let site: Awaited<ReturnType<typeof startSampleSite>>;
let title: string;

beforeAll(async () => {
  [site, firefox] = await Promise.all([startSampleSite(), Firefox.start({ extension: BUILDS.firefox.folder, id: ID })]);
});

afterAll(async () => {
  await firefox?.close();
  await site?.close();
});

/** Scrolls to every picture of the article; resolves with how many are drawn with pixels. */
function drawnPictures(view: FirefoxView): Promise<number> {
  return view.evaluate<number>(
    `for (const image of document.querySelectorAll('main article img')) {
       image.scrollIntoView({ block: 'center' });
       const until = performance.now() + 2000;
       while (image.naturalWidth === 0 && performance.now() < until) await new Promise((next) => setTimeout(next, 20));
     }
     return [...document.querySelectorAll('main article img')].filter((image) => image.complete && image.naturalWidth > 0).length;`,
    30_000,
  );
}

test('the toolbar button shows what would be kept, and Save keeps it with the pictures of its site', async () => {
  await firefox.open(site.url(PAGES.pictures));

  const popup = await firefox.clickToolbar();
  title = await popup.waitFor<string>(
    `document.querySelector('article[aria-busy="false"] h1')?.textContent.trim()`,
    30_000,
  );
  await popup.press('^Save');
  await popup.waitFor(`document.body.innerText.includes('Saved to your library.')`, 30_000);
  const said = await popup.waitFor<string>(`/\\d+ of 13 pictures kept/.exec(document.body.innerText)?.[0]`, 60_000);

  expect(title).not.toBe('');
  expect(Number.parseInt(said, 10)).toBeGreaterThan(0);
});

test('Read opens the sidebar at the article, its pictures with it', async () => {
  const popup = await firefox.clickToolbar();
  await popup.press('^Read', 30_000);

  const sidebar = await firefox.sidebar();
  const shown = await sidebar.waitFor<string>(READER_READY, 30_000);

  expect(shown).toBe(title);
  expect(await drawnPictures(sidebar)).toBeGreaterThan(0);
});

test('an article in shadow trees that its page keeps closed is read whole', async () => {
  await firefox.open(site.url('/closed-shadow'));
  const popup = await firefox.clickToolbar();
  await popup.waitFor(`document.querySelector('article[aria-busy="false"] h1')?.textContent.trim()`, 30_000);
  await popup.press('^Save');
  await popup.waitFor(`document.body.innerText.includes('Saved to your library.')`, 30_000);
  await popup.press('^Read', 30_000);

  const sidebar = await firefox.sidebar();

  await sidebar.waitFor(`document.body.innerText.includes('The oldest is a box kite')`, 30_000);
});

test('an article that extraction does not find is picked on the page', async () => {
  const page = await firefox.open(site.url('/notices'));
  const popup = await firefox.clickToolbar();
  await popup.press('^Pick the article on the page$', 30_000);
  await page.waitFor(`document.documentElement.lastElementChild.localName === 'div'`);

  await page.press('^kiosk$');
  await page.waitFor(`document.documentElement.lastElementChild.localName === 'body'`, 30_000);

  expect(await page.evaluate<string>('return location.pathname;')).toBe('/notices');
  const again = await firefox.clickToolbar();
  await again.waitFor(`document.body.innerText.includes('Saved just now')`, 30_000);
  expect(await again.text()).toContain('The tide office');
});

test('after a restart without a network the article and its pictures are still there, and reading asks for nothing', async () => {
  firefox.goOffline();
  await firefox.restart();
  const before = firefox.requests.length;

  const library = await firefox.open(firefox.url('library.html'));
  await library.waitFor(`document.body.innerText.includes(${JSON.stringify(title)})`, 30_000);
  const sidebar = await firefox.openSidebar();
  await sidebar.press(`^${title.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')}$`, 30_000);
  const shown = await sidebar.waitFor<string>(READER_READY, 30_000);

  expect(shown).toBe(title);
  expect(await drawnPictures(sidebar)).toBeGreaterThan(0);
  expect(firefox.requests.slice(before).map(({ url }) => url)).toEqual([]);
});
