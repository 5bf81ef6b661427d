import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOSTILE_PAGES, isLeak } from '../samples/hostile.mjs';
import { loadInPage } from './driver/in-page';
import { readLibrary, waitForLibrary } from './driver/library';
import { save } from './driver/popup';
import { readerTitle } from './driver/reader';
import { type Stage, setStage } from './driver/stage';
import { badgeAfterSave, pressSaveKey } from './driver/worker-events';

/** The longest that a page may keep its reader waiting for an article or a refusal, in ms. */
const PATIENCE = 5_000;

/** Pages with more elements, or deeper nesting, than is safe to work through: refused. */
const REFUSED = ['deep', 'deep-inline', 'many-elements'];

const NAMES = [...HOSTILE_PAGES.map(({ name }) => name), 'many-elements'];

/** A few pages go all the way through the toolbar and the popup, which shows what they say of themselves. */
const BY_CLICK = ['script', 'title', 'byline'];

let stage: Stage;
/** The library page in which everything is read. */
let reader: Page;
/** Everything the browser complained of in Offprint's pages: errors, broken policies, dialogs. */
const complaints: string[] = [];
/** What came of each page. */
const kept = new Map<string, { badge: string; milliseconds: number }>();

beforeAll(async () => {
  stage = await setStage('granted');
  reader = await stage.openOwn('library.html');
  listen(reader);
});

afterAll(() => stage?.close());

/** Writes down whatever would show that something of a page got to run, or tried to. */
function listen(page: Page): void {
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => complaints.push(`error: ${String(error)}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
  });
}

/** Opens a hostile page and saves it as a person would; the page is closed again. */
async function keep(name: string): Promise<void> {
  const page = await stage.chromium.browser.newPage();
  page.on('dialog', (dialog) => void dialog.dismiss());
  // A page may go on loading for ever: its reader does not wait for it either.
  await page.goto(stage.site.url(`/hostile/${name}`), { waitUntil: 'domcontentloaded', timeout: 30_000 });
  const started = performance.now();
  if (BY_CLICK.includes(name)) {
    const popup = await stage.chromium.clickToolbar(page);
    listen(popup);
    await save(popup);
    expect(await popup.evaluate('globalThis.__pwned')).toBeUndefined();
    await popup.close();
    kept.set(name, { badge: '✓', milliseconds: performance.now() - started });
  } else {
    await pressSaveKey(stage.chromium, page);
    const badge = await badgeAfterSave(stage.chromium, page);
    kept.set(name, { badge, milliseconds: performance.now() - started });
  }
  await page.close({ runBeforeUnload: false });
}

test.each(NAMES)('%s is kept or refused in time', { timeout: 60_000 }, async (name) => {
  await keep(name);

  expect(kept.get(name)?.milliseconds).toBeLessThan(PATIENCE);
  expect(kept.get(name)?.badge).toBe(REFUSED.includes(name) ? '!' : '✓');
});

test('reading, hovering, focusing and clicking runs nothing and asks the network for nothing', {
  timeout: 300_000,
}, async () => {
  // Keeping an article's pictures asks for them, and is done when reading starts.
  const articles = await waitForLibrary(
    reader,
    (found) => found.every(({ pictures }) => pictures.pending === 0),
    90_000,
  );
  stage.site.requests.length = 0;
  const found: Record<string, unknown> = {};

  for (const { id, url } of articles) {
    await reader.goto(stage.chromium.url(`library.html#/article/${id}`));
    const title = await readerTitle(reader);
    const seen = await provoke(reader);
    if (!title || seen.pwned || seen.links.length > 0 || seen.elements.length > 0) found[url] = { title, ...seen };
  }

  expect(found).toEqual({});
  expect(complaints).toEqual([]);
  expect(stage.site.requests.map(({ url }) => url)).toEqual([]);
  expect(articles).toHaveLength(NAMES.length - REFUSED.length);
});

/**
 * Does to everything in the reader what a hand may do, and resolves with whatever should not be there. Following a link to a
 * web page is the reader's own wish, so that alone is held back.
 */
async function provoke(page: Page): Promise<{ pwned: unknown; links: string[]; elements: string[] }> {
  return page.evaluate(async () => {
    const body = document.querySelector('main article');
    if (!body) throw new Error('No article is shown');
    const stay = (event: Event) => event.preventDefault();
    window.addEventListener('click', stay);
    for (const element of body.querySelectorAll<HTMLElement>('*')) {
      if (element.closest('button')) continue;
      for (const type of ['pointerover', 'mouseover', 'mouseenter', 'mousemove', 'wheel', 'copy', 'dragstart']) {
        element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
      }
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true, cancelable: true }));
      if (element.tabIndex >= 0) element.focus({ preventScroll: true });
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
    window.scrollTo(0, document.body.scrollHeight);
    await new Promise((resolve) => setTimeout(resolve, 50));
    window.removeEventListener('click', stay);
    const links = [...body.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !/^(?:https?:\/\/|mailto:|#)/.test(href));
    const elements = [...body.querySelectorAll('.article-text *')]
      .filter(
        (element) =>
          element.matches('script, style, link, meta, iframe, object, embed, form, input, base, template, svg') ||
          [...element.attributes].some(({ name }) => name.startsWith('on')),
      )
      .map((element) => element.outerHTML.slice(0, 200));
    return { pwned: Reflect.get(globalThis, '__pwned'), links, elements };
  });
}

test('an export holds no script, no handler and no address that runs', { timeout: 120_000 }, async () => {
  stage.site.requests.length = 0;
  await loadInPage(reader, 'components/app/transfer.ts', 'transferModule');
  await loadInPage(reader, 'utils/library/library.ts', 'libraryModule');
  const ids = (await readLibrary(reader)).map(({ id }) => id);

  const files = (await reader.evaluate(`(async () => {
    const library = libraryModule.openLibrary();
    const files = await Promise.all(${JSON.stringify(ids)}.map((id) => transferModule.exportFile(library, [id])));
    return files.map(({ name, data }) => ({ name, data }));
  })()`)) as { name: string; data: string }[];
  // Offprint's own pages may not turn text into HTML, so an empty page looks through it.
  const inspection = await stage.chromium.browser.newPage();
  const dangers = await inspection.evaluate(
    (bodies: string[]) => {
      return bodies.flatMap((body) => {
        const parsed = new DOMParser().parseFromString(body, 'text/html');
        return [...parsed.querySelectorAll('*')].flatMap((element) => {
          const runs = element.matches('script, style, iframe, object, embed, form, base, link, meta, svg, template');
          const bad = [...element.attributes].filter(
            ({ name, value }) => /^on|^style$|^srcdoc$/.test(name) || /^\s*(?:javascript|data|vbscript):/i.test(value),
          );
          return runs || bad.length > 0 ? [element.outerHTML.slice(0, 200)] : [];
        });
      });
    },
    files.map(({ data }) => data.slice(data.indexOf('\n---\n') + 5)),
  );

  expect(dangers).toEqual([]);
  // Control, bidi and path characters have no place in a file's name.
  expect(files.filter(({ name }) => /[\p{Cc}\p{Cf}\\/:*?"<>|]/u.test(name))).toEqual([]);
  expect(stage.site.requests.some(isLeak)).toBe(false);
});
