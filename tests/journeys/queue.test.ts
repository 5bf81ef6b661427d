import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { readLibrary, waitForLibrary } from './driver/library';
import { addAddresses, queueRows, waitUntilDone } from './driver/queue';
import { accessibilityFaults, textShown, waitForText } from './driver/screen';
import { type Stage, setStage } from './driver/stage';
import { chooseFromMenu } from './driver/worker-events';

/** How far apart two pages of one host are asked for at least, in ms, less what the clocks of two programs may differ. */
const APART = 950;

let stage: Stage;

afterEach(() => stage?.close());

/** When each page of the site, its pictures aside, was asked for. */
function pageRequests(): { url: string; time: number }[] {
  const { host } = new URL(stage.site.origin);
  return stage.site.requests.filter(
    (one) => one.host === host && !/^\/(?:pictures\/|favicon|paper\.css)/.test(one.url),
  );
}

/** Waits until nothing has been asked for in a while: a browser under test loads a tab once more as it puts it to sleep. */
async function untilQuiet(): Promise<void> {
  let before = -1;
  while (before !== stage.site.requests.length) {
    before = stage.site.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

/** A text as people have it: addresses among words, some twice, some of which will fail. */
function pastedText(): string {
  const at = (path: string) => stage.site.url(path);
  return [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => `${n}. ${at(`/archive/${n}`)}`),
    `读过的：${at('/archive/3')}?utm_source=mail。`,
    `(${at('/archive/5')}#end)`,
    at('/gone-for-good'),
    at('/refused'),
    at('/report.pdf'),
    at('/empty'),
    at('/elsewhere'),
    at('/busy/12'),
    at('/broken'),
  ].join('\n');
}

const EXPECTED = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => [`/archive/${n}`, 'Saved'])),
  '/busy/12': 'Saved',
  '/gone-for-good': 'The page is gone',
  '/refused': 'The site refused it; it may want you to sign in',
  '/report.pdf': 'It is a PDF, not a page',
  '/empty': 'No article was found on the page',
  '/elsewhere': 'The address leads to another site',
  '/broken': 'The site is out of order',
};

test('of 20 pasted addresses each is saved once or says why not, though the worker is killed and the browser restarted on the way', async () => {
  stage = await setStage('granted');
  const { chromium } = stage;
  let page = await stage.openOwn('queue.html');
  await addAddresses(page, pastedText());
  await waitForText(page, '18 pages added. 2 were there twice.');

  await waitForText(page, /[3-9] of 18 done/, 60_000);
  await chromium.killWorker();
  await waitForText(page, /(?:[7-9]|1\d) of 18 done/, 60_000);
  await chromium.restart();
  page = await stage.openOwn('queue.html');
  await page.setViewport({ width: 900, height: 2_000 });
  await waitUntilDone(page, 18, 18);

  expect(await queueRows(page)).toEqual(EXPECTED);
  const kept = await readLibrary(page);
  expect(kept.every(({ whole }) => whole)).toBe(true);
  expect(kept.map(({ url }) => new URL(url).pathname).sort()).toEqual(
    Object.entries(EXPECTED)
      .filter(([, state]) => state === 'Saved')
      .map(([path]) => path)
      .sort(),
  );
  const asked = pageRequests().filter(({ url }) => url !== '/long-read');
  expect(asked.slice(1).filter(({ time }, i) => time - (asked[i]?.time ?? 0) < APART)).toEqual([]);
  // Twice at most what was under way when the worker or the browser went, and what asked for it.
  const again = asked.filter(({ url }, i) => asked.findIndex((other) => other.url === url) < i);
  expect(again.filter(({ url }) => url.startsWith('/archive')).length).toBeLessThanOrEqual(2);
  expect(asked.filter(({ url }) => url === '/broken').length).toBe(4);
}, 240_000);

test('paused it stays paused over a restart, and goes on when resumed', async () => {
  stage = await setStage('granted');
  const { chromium, site } = stage;
  let page = await stage.openOwn('queue.html');
  await addAddresses(page, [1, 2, 3, 4].map((n) => site.url(`/archive/${n}`)).join(' '));
  await page.locator('aria/Pause[role="button"]').click();
  await waitForText(page, 'Paused');
  await chromium.restart();
  page = await stage.openOwn('queue.html');
  await waitForText(page, 'Paused');
  const before = pageRequests().length;
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(pageRequests().length).toBe(before);

  await page.locator('aria/Resume[role="button"]').click();
  await waitUntilDone(page, 4, 4);

  expect(await readLibrary(page)).toHaveLength(4);
});

test('open tabs are read where they are, one that is asleep is fetched, and what is saved already is told', async () => {
  stage = await setStage('granted');
  const { chromium, site } = stage;
  for (const n of [1, 2, 3]) await stage.visit(`/archive/${n}`);
  await stage.visit('/archive/4');
  await stage.visit('/');
  const worker = await chromium.worker();
  await worker.evaluate(async (url) => {
    const [tab] = (await chrome.tabs.query({})).filter((each) => each.url === url);
    if (tab?.id) await chrome.tabs.discard(tab.id);
  }, site.url('/archive/4'));
  await untilQuiet();
  site.requests.length = 0;

  const page = await stage.openOwn('queue.html');
  await page.locator('aria/This window[role="button"]').click();
  await waitUntilDone(page, 5, 5);

  expect(await queueRows(page)).toMatchObject({
    '/archive/1': 'Saved',
    '/archive/2': 'Saved',
    '/archive/3': 'Saved',
    '/archive/4': 'Saved',
    '/': 'No article was found on the page',
  });
  expect(pageRequests().map(({ url }) => url)).toEqual(['/archive/4']);
  expect(await readLibrary(page)).toHaveLength(4);

  await page.locator('aria/More[role="button"]').click();
  await page.locator('aria/Clear what is finished[role="menuitem"]').click();
  await waitForText(page, '4 pages taken off the list.');
  await page.locator('aria/All windows[role="button"]').click();
  await waitForText(page, '4 are saved already.');
  expect(pageRequests().map(({ url }) => url)).toEqual(['/archive/4']);
});

test('the links of a selection are saved, and the page that shows how is opened', async () => {
  stage = await setStage('granted');
  const { chromium, site } = stage;
  const index = await stage.visit('/');
  const selected = await index.evaluate(() => {
    const links = [
      ...document.querySelectorAll<HTMLAnchorElement>('a[href^="/archive/"], a[href="/long-read"], a[href="/short"]'),
    ];
    const [first, second] = links;
    const range = document.createRange();
    if (!first || !second) throw new Error('The index has too few links');
    range.setStartBefore(first);
    range.setEndAfter(second);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter((link) => getSelection()?.containsNode(link, true))
      .map(({ pathname }) => pathname);
  });
  site.requests.length = 0;

  await chooseFromMenu(chromium, index, { menuItemId: 'save-links', selectionText: 'x' });

  const page = await chromium.pageAt('queue.html');
  await waitUntilDone(page, selected.length, selected.length);
  expect(Object.keys(await queueRows(page))).toEqual(selected);
  expect(pageRequests().map(({ url }) => url)).toEqual(selected);
});

test('all tabs and the selected ones are saved from the button’s menu', async () => {
  stage = await setStage('granted');
  const { chromium } = stage;
  const first = await stage.visit('/archive/1');
  const second = await stage.visit('/archive/2');

  await second.bringToFront();
  await chooseFromMenu(chromium, second, { menuItemId: 'save-selected-tabs' });
  const page = await chromium.pageAt('queue.html');
  await waitUntilDone(page, 1, 1);
  expect(Object.keys(await queueRows(page))).toEqual(['/archive/2']);

  await chooseFromMenu(chromium, first, { menuItemId: 'save-all-tabs' });
  // The browser's own first tab cannot be seen, which the page says.
  const told = await chromium.pageAt('queue.html?tabs=window');
  await waitForText(told, '1 open tab could not be seen');
  await waitUntilDone(told, 2, 2);
  expect(await waitForLibrary(told, (kept) => kept.length === 2)).toHaveLength(2);
});

test('without access nothing is fetched, and the page says why and asks', async () => {
  stage = await setStage('production');
  const { chromium, site } = stage;
  await stage.visit('/archive/1');
  await stage.visit('/archive/2');
  site.requests.length = 0;
  const page: Page = await stage.openOwn('queue.html');

  await page.locator('aria/This window[role="button"]').click();
  await waitForText(page, /\d open tabs could not be seen/);
  await addAddresses(page, `${site.url('/archive/3')} ${site.url('/archive/4')}`);
  await waitUntilDone(page, 2, 2);

  expect(await queueRows(page)).toEqual({
    '/archive/3': 'Offprint may not read this site yet',
    '/archive/4': 'Offprint may not read this site yet',
  });
  expect(await textShown(page)).toContain('Offprint may not yet read pages of other sites.');
  expect(pageRequests()).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(chromium.has('library.html')).toBe(false);
});
