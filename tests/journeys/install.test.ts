import { readdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILDS } from '../tools/build.mjs';
import { waitForText } from './driver/screen';
import { PAGES, type Stage, setStage } from './driver/stage';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage('production');
});

afterAll(() => stage?.close());

test('installing shows no permission warning', async () => {
  const page = await stage.openOwn('options.html');

  const warnings = await page.evaluate(() =>
    chrome.management.getPermissionWarningsByManifest(JSON.stringify(chrome.runtime.getManifest())),
  );

  expect(warnings).toEqual([]);
});

test('the browser would have warned of access to every site', async () => {
  const page = await stage.openOwn('options.html');

  const warnings = await page.evaluate(() =>
    chrome.management.getPermissionWarningsByManifest(
      JSON.stringify({ ...chrome.runtime.getManifest(), host_permissions: ['*://*/*'] }),
    ),
  );

  expect(warnings).toHaveLength(1);
});

test('the welcome page is shown after the installation and not after an update', async () => {
  const { chromium } = stage;
  const welcome = await chromium.pageAt('welcome.html');
  await welcome.close();

  // An extension loaded for a test cannot be updated: the worker is told so by dispatching the event itself.
  const worker = await chromium.worker();
  await worker.evaluate(() => {
    const event = chrome.runtime.onInstalled as unknown as { dispatch(details: { reason: string }): void };
    event.dispatch({ reason: 'update' });
  });
  await new Promise((resolve) => setTimeout(resolve, 1_000));

  expect(chromium.has('welcome.html')).toBe(false);
});

test('no page can find out that Offprint is installed', async () => {
  const { chromium, visit } = stage;
  const folder = BUILDS.chrome.folder;
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => chromium.url(relative(folder, `${entry.parentPath}/${entry.name}`)));
  const page = await visit(PAGES.longRead);

  const found = await page.evaluate(async (addresses: string[]) => {
    const loads = (tag: 'img' | 'script', address: string) =>
      new Promise<boolean>((resolve) => {
        const element = document.createElement(tag);
        element.onload = () => resolve(true);
        element.onerror = () => resolve(false);
        element.src = address;
        document.body.append(element);
      });
    const answers = await Promise.all(
      addresses.map(async (address) => {
        const fetched = await fetch(address).then(
          () => true,
          () => false,
        );
        return fetched || (await loads('img', address)) || (await loads('script', address)) ? [address] : [];
      }),
    );
    return answers.flat();
  }, files);

  expect(files.length).toBeGreaterThan(20);
  expect(found).toEqual([]);
});

test('pictures from other sites can be declined for good', async () => {
  const page = await stage.openOwn('welcome.html');

  await page.locator('aria/No, thanks[role="button"]').click();
  await waitForText(page, "That's fine. You won't be asked again.");
  await page.reload();

  await waitForText(page, "You won't be asked again.");
  expect(await page.$('aria/No, thanks[role="button"]')).toBeNull();
});
