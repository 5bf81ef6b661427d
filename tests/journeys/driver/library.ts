import type { Page } from 'puppeteer-core';
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
