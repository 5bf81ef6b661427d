import type { Page } from 'puppeteer-core';
import type { ExtractedArticle } from '../../../utils/model/article';
import type { ReadingPosition } from '../../../utils/model/saved-article';
import type { Chromium } from './chromium';
import { loadInPage } from './in-page';

/** One article as the library holds it, in numbers. */
export interface KeptArticle {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Its row, text, reader state and every picture of its text are all there. */
  readonly whole: boolean;
  readonly pictures: Readonly<Record<'kept' | 'pending' | 'missing', number>>;
  readonly failures: readonly string[];
}

/** Everything in the library, newest first, read by the library's own code in a page of the extension. */
export async function readLibrary(page: Page): Promise<KeptArticle[]> {
  await loadInPage(page, 'utils/library/library.ts', 'libraryModule');
  return page.evaluate(`(async () => {
    const library = libraryModule.openLibrary();
    const ids = await library.list({ shelf: 'all', sort: 'newest' });
    return Promise.all(ids.map(async (id) => {
      const [article, content, state, pictures] = await Promise.all([
        library.article(id), library.content(id), library.state(id), library.pictures(id),
      ]);
      const count = (status) => pictures.filter((picture) => picture.status === status).length;
      return {
        id,
        title: article?.title ?? '',
        url: article?.url ?? '',
        whole: Boolean(article && state && content?.text) && content.images.length === pictures.length,
        pictures: { kept: count('kept'), pending: count('pending'), missing: count('missing') },
        failures: pictures.flatMap(({ failure }) => failure ?? []).sort(),
      };
    }));
  })()`) as Promise<KeptArticle[]>;
}

/** Reads the library again and again until it is as wanted; rejects after `timeout` ms with what it was last. */
export async function waitForLibrary(
  page: Page,
  wanted: (articles: readonly KeptArticle[]) => boolean,
  timeout = 30_000,
): Promise<KeptArticle[]> {
  const until = Date.now() + timeout;
  for (;;) {
    const articles = await readLibrary(page);
    if (wanted(articles)) return articles;
    if (Date.now() > until)
      throw new Error(`After ${timeout} ms the library holds ${JSON.stringify(articles, null, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What an article says: what a capture and an imported file must agree on. */
export type ArticleText = Readonly<
  Pick<ExtractedArticle, 'title' | 'authors' | 'publishedTime' | 'categories' | 'content' | 'text' | 'images'>
>;

/** What every article says, newest first; one origin is written as another where a sample site stands in for the real one. */
export async function readTexts(page: Page, origin = '', as = origin): Promise<ArticleText[]> {
  await loadInPage(page, 'utils/library/library.ts', 'libraryModule');
  const found = (await page.evaluate(`(async () => {
    const library = libraryModule.openLibrary();
    const ids = await library.list({ shelf: 'all', sort: 'newest' });
    return Promise.all(ids.map(async (id) => {
      const { title, authors, publishedTime, categories } = await library.article(id);
      const { content, text, images } = await library.content(id);
      return { title, authors, publishedTime, categories, content, text, images };
    }));
  })()`)) as ArticleText[];
  return origin ? (JSON.parse(JSON.stringify(found).replaceAll(origin, as)) as ArticleText[]) : found;
}

/** Takes every article out of the library for good, and puts the report of the last import away. */
export async function purgeEverything(page: Page): Promise<void> {
  await loadInPage(page, 'utils/library/library.ts', 'libraryModule');
  await page.evaluate(`(async () => {
    const library = libraryModule.openLibrary();
    const ids = await library.list({ shelf: 'all', sort: 'newest' });
    await library.setDeleted(ids, true);
    await library.purge(ids);
  })()`);
  await page.reload();
  await page.waitForSelector('[role="tabpanel"][aria-busy="false"]');
}

/** The place an article was read to last, as the library holds it. */
export async function readPosition(page: Page, id: string): Promise<ReadingPosition | null> {
  await loadInPage(page, 'utils/library/library.ts', 'libraryModule');
  return page.evaluate(
    `libraryModule.openLibrary().state(${JSON.stringify(id)}).then((state) => state?.position.value ?? null)`,
  ) as Promise<ReadingPosition | null>;
}

/** Imports files by the library's button and the browser's file dialog. */
export async function pickFiles(page: Page, paths: string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForFileChooser(),
    page.locator('header button[aria-label="Import files"]').click(),
  ]);
  await chooser.accept(paths);
}

/** Drags files from the system over the list and drops them there. */
export async function dropFiles(page: Page, paths: string[]): Promise<void> {
  const session = await page.createCDPSession();
  const at = { x: 150, y: 400, data: { items: [], files: paths, dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at });
  }
  await session.detach();
}

/** Has the browser put what it downloads into `folder` without a question. */
export async function saveDownloads(chromium: Chromium, folder: string): Promise<void> {
  const session = await chromium.browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
}
