import { afterEach, expect, test } from 'vitest';
import { loadInPage } from './driver/in-page';
import { readLibrary, waitForLibrary } from './driver/library';
import { readerTitle } from './driver/reader';
import { accessibilityFaults, textShown, waitForText } from './driver/screen';
import { PAGES, type Stage, setStage } from './driver/stage';
import { badgeAfterSave, chooseFromMenu } from './driver/worker-events';

let stage: Stage;

afterEach(() => stage?.close());

/** The kind and the text of the one article in the library. */
async function onlyArticle(): Promise<{ kind: string; text: string; title: string; url: string }> {
  const page = await stage.openOwn('options.html');
  const [kept, ...more] = await readLibrary(page);
  expect(more).toEqual([]);
  await loadInPage(page, 'utils/library/library.ts', 'libraryModule');
  return page.evaluate(`(async () => {
    const library = libraryModule.openLibrary();
    const [article, content] = await Promise.all([${JSON.stringify(kept?.id)}].flatMap((id) => [library.article(id), library.content(id)]));
    return { kind: article.kind, title: article.title, url: article.url, text: content.text };
  })()`) as Promise<{ kind: string; text: string; title: string; url: string }>;
}

test('the entries are offered on pages, selections and links, in the reader’s language', async () => {
  stage = await setStage('production', 'zh-CN');
  const worker = await stage.chromium.worker();

  // Changing an entry that is not there fails, which is the one way to ask which there are.
  const offered = () =>
    worker.evaluate(() =>
      Promise.all(
        ['save-page', 'save-selection', 'save-link', 'never-offered'].map((id) =>
          chrome.contextMenus.update(id, {}).then(
            () => true,
            () => false,
          ),
        ),
      ),
    );
  await expect.poll(offered, { timeout: 10_000 }).toEqual([true, true, true, false]);
  const title = await worker.evaluate(() => chrome.i18n.getMessage('menuSaveSelection'));

  expect(title).toMatch(/\p{Script=Han}/u);
});

test('a selection is kept as it was selected', async () => {
  stage = await setStage('granted');
  const page = await stage.visit(PAGES.longRead);
  const selected = await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('article p')].find((one) => (one.textContent ?? '').length > 200);
    if (!paragraph) throw new Error('The sample has no long paragraph');
    getSelection()?.selectAllChildren(paragraph);
    return (paragraph.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

  await chooseFromMenu(stage.chromium, page, { menuItemId: 'save-selection', selectionText: selected });
  expect(await badgeAfterSave(stage.chromium, page)).toBe('✓');

  const article = await onlyArticle();
  expect(article.kind).toBe('selection');
  expect(article.text.replace(/\s+/g, ' ').trim()).toBe(selected);
});

test('with nothing selected nothing is kept, and the badge says so', async () => {
  stage = await setStage('granted');
  const page = await stage.visit(PAGES.longRead);

  await chooseFromMenu(stage.chromium, page, { menuItemId: 'save-selection' });

  expect(await badgeAfterSave(stage.chromium, page)).toBe('!');
  expect(await readLibrary(await stage.openOwn('options.html'))).toEqual([]);
});

test('the page is kept from the menu', async () => {
  stage = await setStage('granted');
  const page = await stage.visit(PAGES.longRead);

  await chooseFromMenu(stage.chromium, page, { menuItemId: 'save-page' });
  expect(await badgeAfterSave(stage.chromium, page)).toBe('✓');

  const article = await onlyArticle();
  expect(article.kind).toBe('article');
  expect(article.url).toContain(PAGES.longRead);
});

test('with the permission a link is fetched, its page never opened, and its article and pictures kept', async () => {
  stage = await setStage('granted');
  const { chromium, site } = stage;
  const page = await stage.visit('/');

  await chooseFromMenu(chromium, page, { menuItemId: 'save-link', linkUrl: site.url(PAGES.longRead) });
  expect(await badgeAfterSave(chromium, page)).toBe('✓');

  const own = await stage.openOwn('options.html');
  const [kept] = await waitForLibrary(own, ([first]) => first?.pictures.pending === 0);
  expect(kept?.whole).toBe(true);
  expect(kept?.pictures.kept).toBeGreaterThan(0);
  expect((await onlyArticle()).kind).toBe('article');
  expect(site.requests.filter(({ url }) => url === PAGES.longRead)).toHaveLength(1);
});

test('two links at once share one page to extract in', async () => {
  stage = await setStage('granted');
  const page = await stage.visit('/');

  await Promise.all(
    ['/archive/1', '/archive/2', '/archive/3'].map((path) =>
      chooseFromMenu(stage.chromium, page, { menuItemId: 'save-link', linkUrl: stage.site.url(path) }),
    ),
  );

  const own = await stage.openOwn('options.html');
  const kept = await waitForLibrary(own, (found) => found.length === 3);
  expect(kept.map(({ whole }) => whole)).toEqual([true, true, true]);
});

test('a link to a page without an article is not kept', async () => {
  stage = await setStage('granted');
  const page = await stage.visit('/');

  await chooseFromMenu(stage.chromium, page, { menuItemId: 'save-link', linkUrl: stage.site.url('/report.pdf') });

  expect(await badgeAfterSave(stage.chromium, page)).toBe('!');
  expect(await readLibrary(await stage.openOwn('options.html'))).toEqual([]);
});

test('a link that leads to another site is not kept; a page says so and can keep its address', async () => {
  stage = await setStage('granted');
  const { chromium, site } = stage;
  const link = site.url('/elsewhere');

  await chooseFromMenu(chromium, await stage.visit('/'), { menuItemId: 'save-link', linkUrl: link });
  const page = await chromium.pageAt('welcome.html?link=');
  await waitForText(page, 'This address leads to another site, so nothing was saved.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.locator('aria/Keep only the address[role="button"]').click();
  await waitForText(page, 'Saved to your library.');

  expect(await onlyArticle()).toMatchObject({ kind: 'link', url: link, text: '' });
});

test('without the permission a page says why it is needed, and can keep the address alone', async () => {
  stage = await setStage('production');
  const { chromium, site } = stage;
  await (await chromium.pageAt('welcome.html')).close();
  await stage.visit('/');
  site.requests.length = 0;

  const worker = await chromium.worker();
  await worker.evaluate((linkUrl) => {
    const event = chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab: object): void };
    event.dispatch({ menuItemId: 'save-link', linkUrl }, { id: 1 });
  }, site.url(PAGES.longRead));
  const page = await chromium.pageAt('welcome.html?link=');
  await waitForText(page, 'Save the page behind this link');
  expect(await textShown(page)).toContain(site.url(PAGES.longRead));

  await page.locator('aria/Keep only the address[role="button"]').click();
  await waitForText(page, 'Saved to your library.');

  expect(site.requests.filter(({ url }) => url === PAGES.longRead)).toEqual([]);
  expect(await onlyArticle()).toMatchObject({ kind: 'link', url: site.url(PAGES.longRead), text: '' });

  await page.bringToFront();
  await page.locator('aria/Read[role="button"]').click();
  const library = await chromium.pageAt('library.html');
  expect(await readerTitle(library)).toBe(site.url(PAGES.longRead));
});
