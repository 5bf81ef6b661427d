import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLibrary } from './driver/library';
import { previewTitle, save } from './driver/popup';
import { textShown, waitForText } from './driver/screen';
import { PAGES, type Stage, setStage } from './driver/stage';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage('production');
});

afterAll(() => stage?.close());

test('a page saved twice is one article, and an update is offered', async () => {
  const { chromium, visit } = stage;
  const page = await visit(PAGES.changing);
  const first = await chromium.clickToolbar(page);
  await save(first);
  await first.close();

  await page.goto(`${page.url()}?utm_source=newsletter#comments`);
  const second = await chromium.clickToolbar(page);
  await previewTitle(second);
  await second.waitForSelector('aria/Update[role="button"]');
  const shown = await textShown(second);
  await second.close();

  expect(shown).toContain('Saved just now');
  const library = await readLibrary(await stage.openOwn('options.html'));
  expect(library.map(({ title }) => title)).toHaveLength(1);
});

test('an update keeps the new text of the same article', async () => {
  const { chromium, visit } = stage;
  const page = await visit(`${PAGES.changing}?v=2`);
  // The sample site tells its editions apart by a parameter; a real site has one address for both.
  await page.evaluate((path) => history.replaceState(null, '', path), PAGES.changing);

  const popup = await chromium.clickToolbar(page);
  await previewTitle(popup);
  await popup.locator('aria/Update[role="button"]').click();
  await waitForText(popup, 'Updated: the newest text is kept.');
  await popup.close();

  const library = await readLibrary(await stage.openOwn('options.html'));
  expect(library).toHaveLength(1);
  expect(library[0]?.whole).toBe(true);
});

test('the toolbar icon shows that the page is saved, also after the browser was restarted', async () => {
  const { chromium, site } = stage;
  await chromium.restart();
  const own = await stage.openOwn('options.html');

  const rules = await own.evaluate(
    () =>
      new Promise<string>((resolve) =>
        chrome.declarativeContent.onPageChanged.getRules((found) => resolve(JSON.stringify(found))),
      ),
  );

  expect(rules).toContain(new URL(site.origin).hostname);
  expect(rules).toContain(PAGES.changing);
  expect(rules).toContain('SetIcon');
});
