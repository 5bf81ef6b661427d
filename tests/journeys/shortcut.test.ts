import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLibrary } from './driver/library';
import { previewTitle } from './driver/popup';
import { textShown } from './driver/screen';
import { PAGES, type Stage, setStage } from './driver/stage';
import { badgeAfterSave, buttonTitle, pressSaveKey } from './driver/worker-events';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage('granted');
});

afterAll(() => stage?.close());

test('a key saves the page without the popup, and the badge says so', async () => {
  const { chromium, visit } = stage;
  const page = await visit(PAGES.longRead);

  await pressSaveKey(chromium, page);

  expect(await badgeAfterSave(chromium, page)).toBe('✓');
  expect(await buttonTitle(chromium, page)).toBe('Saved');
  expect(chromium.has('popup.html')).toBe(false);
  const [article, ...more] = await readLibrary(await stage.openOwn('options.html'));
  expect(more).toEqual([]);
  expect(article).toMatchObject({ url: page.url(), whole: true });
});

test('pressed again it keeps nothing twice and says that it was saved', async () => {
  const { chromium, visit } = stage;
  const page = await visit(PAGES.longRead);

  await pressSaveKey(chromium, page);

  expect(await badgeAfterSave(chromium, page)).toBe('✓');
  expect(await buttonTitle(chromium, page)).toBe('Already saved');
  expect(await readLibrary(await stage.openOwn('options.html'))).toHaveLength(1);
});

test('the popup knows what the key has saved', async () => {
  const popup = await stage.chromium.clickToolbar(await stage.visit(PAGES.longRead));
  await previewTitle(popup);
  await popup.waitForSelector('aria/Read[role="button"]');

  expect(await textShown(popup)).toContain('Saved just now');
  await popup.close();
});

test('a page without an article keeps nothing, and the badge says that too', async () => {
  const { chromium, visit } = stage;
  const page = await visit('/empty');

  await pressSaveKey(chromium, page);

  expect(await badgeAfterSave(chromium, page)).toBe('!');
  expect(await buttonTitle(chromium, page)).toBe('Not saved: click to see why');
  expect(await readLibrary(await stage.openOwn('options.html'))).toHaveLength(1);
});
