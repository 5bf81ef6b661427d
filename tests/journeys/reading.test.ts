import { afterAll, beforeAll, expect, test } from 'vitest';
import { picturesKept, previewTitle, read, save } from './driver/popup';
import { backToList, filterList, listedTitles, openFromLibrary, openFromList, readerTitle } from './driver/reader';
import { picturesDrawn, textShown, waitForText } from './driver/screen';
import { PAGES, type Stage, setStage } from './driver/stage';

/** An article with one picture, of its own site. */
const SHORT = '/archive/1002';

let stage: Stage;
let title: string;
let shortTitle: string;
let kept: number;

beforeAll(async () => {
  stage = await setStage('production');
  const popup = await stage.chromium.clickToolbar(await stage.visit(SHORT));
  shortTitle = await previewTitle(popup);
  await save(popup);
  await picturesKept(popup);
  await popup.close();
});

afterAll(() => stage?.close());

test('a saved article is read in the side panel, its kept pictures with it, and the network is not asked', async () => {
  const { chromium, site, visit } = stage;
  const popup = await chromium.clickToolbar(await visit(PAGES.pictures));
  title = await previewTitle(popup);
  await save(popup);
  kept = (await picturesKept(popup, 60_000)).kept;
  const before = { browser: chromium.requests.length, site: site.requests.length };

  await read(popup);
  const panel = await chromium.sidePanel();

  expect(await readerTitle(panel)).toBe(title);
  expect(kept).toBeGreaterThan(0);
  expect((await picturesDrawn(panel)).drawn).toBe(kept);
  expect(before.browser).toBeGreaterThan(0);
  expect(before.site).toBeGreaterThan(0);
  expect(chromium.requests.slice(before.browser)).toEqual([]);
  expect(site.requests.slice(before.site)).toEqual([]);
});

test('the way back from the article leads to the list, newest first', async () => {
  const panel = await stage.chromium.sidePanel();

  await backToList(panel);

  expect(await listedTitles(panel)).toEqual([title, shortTitle]);
});

test('after a restart without a network the article, its pictures, the list and its filter are all there', async () => {
  const { chromium, site } = stage;
  chromium.goOffline();
  await chromium.restart();
  const [tab] = await chromium.browser.pages();
  if (!tab) throw new Error('The browser opened no window');
  const before = { browser: chromium.requests.length, site: site.requests.length };

  const panel = await openFromList(chromium, tab, title);
  const shownTitle = await readerTitle(panel);
  const { drawn } = await picturesDrawn(panel);
  await backToList(panel);
  const listed = await listedTitles(panel);
  await filterList(panel, shortTitle.toUpperCase(), 1);
  const found = await listedTitles(panel);
  await openFromLibrary(panel, shortTitle);
  const shownNext = await readerTitle(panel);
  const drawnNext = await picturesDrawn(panel);

  expect(shownTitle).toBe(title);
  expect(drawn).toBe(kept);
  expect(listed).toEqual([title, shortTitle]);
  expect(found).toEqual([shortTitle]);
  expect(shownNext).toBe(shortTitle);
  expect(drawnNext).toEqual({ drawn: 1, empty: 0 });
  expect(chromium.requests.slice(before.browser)).toEqual([]);
  expect(site.requests.slice(before.site)).toEqual([]);
});

test('words that no title has are answered with a sentence', async () => {
  const panel = await stage.chromium.sidePanel();
  await backToList(panel);

  await filterList(panel, 'zzzzz', 0);

  await waitForText(panel, 'No match');
  expect(await textShown(panel)).not.toContain(title);
});
