import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { at } from '../tools/project.mjs';
import {
  type ArticleText,
  dropFiles,
  pickFiles,
  purgeEverything,
  readTexts,
  saveDownloads,
  waitForLibrary,
} from './driver/library';
import { picturesKept, save } from './driver/popup';
import { waitForText } from './driver/screen';
import { PAGES, type Stage, setStage } from './driver/stage';

const SEED = at('tests/formats/files/cnbeta-article.md');
/** Where the sample site's CDN has the seed's pictures from. */
const SEED_CDN = 'https://static.cnbetacdn.com';

let stage: Stage;
let library: Page;
let folder: string;
let captured: ArticleText | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-import-'));
  stage = await setStage('production');
  const popup = await stage.chromium.clickToolbar(await stage.visit(PAGES.seed));
  await save(popup);
  await picturesKept(popup);
  await popup.close();
  library = await stage.openOwn('library.html');
  [captured] = await readTexts(library, stage.site.cdnOrigin, SEED_CDN);
  await purgeEverything(library);
});

afterEach(() => purgeEverything(library));

afterAll(async () => {
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Exports all that the list shows by its menu; resolves with the file. */
async function exportAll(): Promise<{ path: string; text: string }> {
  const downloads = await mkdtemp(join(folder, 'export-'));
  await saveDownloads(stage.chromium, downloads);
  await library.locator('header button[aria-haspopup="menu"][aria-label="More"]').click();
  await library.locator('aria/Export these articles[role="menuitem"]').click();
  for (let tries = 0; tries < 200; tries++) {
    const [name] = (await readdir(downloads)).filter((file) => file.endsWith('.md'));
    if (name) return { path: join(downloads, name), text: await readFile(join(downloads, name), 'utf8') };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No file was downloaded');
}

/** A file's front matter with the lines around it, as it stands. */
const frontMatterOf = (file: string) => /---\n.*?\n---\n/s.exec(file)?.[0];

test('the seed’s file, picked, is the article that its page yields', async () => {
  await pickFiles(library, [SEED]);
  await waitForText(library, 'Added: 1');

  const [imported] = await readTexts(library);

  expect(captured?.title).toContain('悟空互助');
  expect(imported).toEqual(captured);
});

test('the seed’s file, dropped on the list, is the same article', async () => {
  await dropFiles(library, [SEED]);
  await waitForText(library, 'Added: 1');

  expect(await readTexts(library)).toEqual([captured]);
});

test('a folder dropped on the list is imported with its folders, files of programs and other kinds left alone', async () => {
  const vault = join(folder, 'vault');
  await mkdir(join(vault, 'news', 'old'), { recursive: true });
  await mkdir(join(vault, '.obsidian'));
  const write = (path: string, title: string) =>
    writeFile(join(vault, path), `---\ntitle: ${title}\n---\n\nOf ${title}.\n`);
  // More than a browser gives at a time.
  const many = Array.from({ length: 120 }, (_, index) => `News ${String(index).padStart(3, '0')}`);
  for (const title of many) await write(`news/${title}.md`, title);
  await write('news/old/oldest.markdown', 'The oldest');
  await write('.obsidian/settings.md', 'No article');
  await writeFile(join(vault, 'picture.png'), 'no text');

  await dropFiles(library, [vault]);
  await waitForText(library, 'Added: 121', 60_000);

  const titles = (await readTexts(library)).map(({ title }) => title).toSorted();
  expect(titles).toEqual([...many, 'The oldest']);
});

test('a picture that stands in a file is drawn like any other, and asks nobody', async () => {
  const bytes = await readFile(at('tests/samples/site/pictures/window.avif'));
  const file = join(folder, 'picture.md');
  await writeFile(
    file,
    `---\ntitle: A window\n---\n\nOne\n\n![A window](data:image/avif;base64,${bytes.toString('base64')})\n`,
  );
  stage.site.requests.length = 0;
  await pickFiles(library, [file]);
  await waitForText(library, 'Added: 1');

  const [article] = await waitForLibrary(library, ([only]) => only?.pictures.pending === 0);
  expect(article?.pictures).toEqual({ kept: 1, pending: 0, missing: 0 });
  const reader = await stage.openOwn(`library.html#/article/${article?.id}`);

  const drawn = await reader.waitForFunction(
    () => document.querySelector<HTMLImageElement>('main article .article-text img')?.naturalWidth || false,
  );

  expect(await drawn.jsonValue()).toBeGreaterThan(0);
  expect(stage.site.requests).toEqual([]);
  await reader.close();
});

test('a file with a fault is named with its line and leaves the library as it was', async () => {
  await pickFiles(library, [SEED]);
  await waitForText(library, 'Added: 1');
  const before = await readTexts(library);
  const bad = join(folder, 'bad.md');
  await writeFile(bad, '---\ntitle: fine\ndate: "never closed\n---\n\n<p>Text</p>\n');

  await pickFiles(library, [bad]);

  await waitForText(library, /bad\.md\s+Line [34]: The front matter is not valid YAML here\./);
  expect(await readTexts(library)).toEqual(before);
});

test('export gives the file’s front matter back byte for byte', async () => {
  await pickFiles(library, [SEED]);
  await waitForText(library, 'Added: 1');

  const { path, text } = await exportAll();

  expect(path).toMatch(/悟空互助.*\.md$/);
  const block = frontMatterOf(await readFile(SEED, 'utf8'));
  expect(block).toContain('\ncategories: \n');
  expect(frontMatterOf(text)).toBe(block);
});

test('what is exported imports as an equal article and exports as the same file', async () => {
  await pickFiles(library, [SEED]);
  await waitForText(library, 'Added: 1');
  const [first] = await readTexts(library);
  const exported = await exportAll();
  await purgeEverything(library);

  await pickFiles(library, [exported.path]);
  await waitForText(library, 'Added: 1');

  expect(await readTexts(library)).toEqual([first]);
  expect((await exportAll()).text).toBe(exported.text);
});
