import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLibrary } from './driver/library';
import { picturesKept, previewTitle, save } from './driver/popup';
import { waitForText } from './driver/screen';
import { PAGES, type Stage, setStage } from './driver/stage';

let stage: Stage;
let title: string;
let kept: number;

beforeAll(async () => {
  stage = await setStage('production');
  const popup = await stage.chromium.clickToolbar(await stage.visit(PAGES.pictures));
  title = await previewTitle(popup);
  await save(popup);
  kept = (await picturesKept(popup, 60_000)).kept;
  await popup.close();
});

afterAll(() => stage?.close());

test('an article that was deleted from the trash is put back on the storage page after a restart, whole', async () => {
  const list = await stage.openOwn('library.html');
  await list.waitForSelector('a[data-title]', { visible: true });
  await list.keyboard.press('j');
  await list.keyboard.press('#');
  await waitForText(list, 'Moved to trash');
  await list.locator('[role="tab"]:last-child').click();
  await list.waitForSelector('::-p-text(Empty trash)');
  await list.locator('::-p-text(Empty trash)').click();
  await waitForText(list, 'The trash is empty');
  expect(await readLibrary(list)).toEqual([]);
  await stage.chromium.restart();

  const storage = await stage.openOwn('storage.html');
  await waitForText(storage, 'Before articles were deleted');
  await storage.locator('button[aria-label^="Put back…"]').click();
  await waitForText(storage, '1 article comes back.');
  await waitForText(storage, title);
  await storage.locator('dialog button ::-p-text(Put back)').click();
  await waitForText(storage, '1 put back.');

  const page = await stage.openOwn('library.html');
  await page.locator('[role="tab"]:last-child').click();
  await waitForText(page, title);
  await page.locator('li button[aria-label="Restore"]').click();
  await waitForText(page, 'Restored');
  const [article] = await readLibrary(page);
  expect(article).toMatchObject({ title, whole: true, pictures: { kept, pending: 0 } });
});

test('the storage page is found from the menu of the library and from the settings', async () => {
  const { chromium } = stage;
  const list = await stage.openOwn('library.html');
  await list.locator('header button[aria-label="More"]').click();
  await list.locator('::-p-text(Storage and restore points)').click();
  const storage = await chromium.pageAt('storage.html');
  await waitForText(storage, 'Every record is sound.');
  await storage.close();

  const options = await stage.openOwn('options.html');
  await options.locator('::-p-text(Storage and restore points)').click();
  await waitForText(await chromium.pageAt('storage.html'), 'What takes up room');
});
