import '../../../components/theme/reset.css';
import '../../../components/theme/tokens.css';
import { render } from 'preact';
import { onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { LibraryScreen } from '../../../components/library/LibraryScreen';
import { openDatabase } from '../../../utils/library/db';
import { entryOf } from '../../../utils/library/entries';
import type { ExtractedArticle } from '../../../utils/model/article';
import type { Library } from '../../../utils/model/library';
import type { ArticleState } from '../../../utils/model/saved-article';
import type { Stamped } from '../../../utils/model/stamped';
import { anArticle, freshLibrary, saved, unwrapped } from '../../library/support';

/** What the screen asked its owner for. */
export interface Asked {
  readonly opened: string[];
  readonly imported: string[][];
  readonly exported: string[][];
}

/** Draws the screen, 400 by 640 px unless said otherwise, until the test is over. */
export function show(library: Library, { width = 400, height = 640, uiLanguage = 'en' } = {}) {
  const asked: Asked = { opened: [], imported: [], exported: [] };
  const root = document.body.appendChild(document.createElement('div'));
  root.style.cssText = `inline-size: ${width}px; block-size: ${height}px`;
  const close = () => {
    render(null, root);
    root.remove();
  };
  onTestFinished(close);
  render(
    <LibraryScreen
      library={library}
      uiLanguage={uiLanguage}
      layout="panel"
      onOpen={(id) => asked.opened.push(id)}
      onImport={(files) => asked.imported.push(files.map(({ name }) => name))}
      onExport={(ids) => asked.exported.push(ids)}
      openSettings={() => {}}
    />,
    root,
  );
  return { root, asked, close };
}

/** A library with an article for each title, the first the newest; resolves with their ids in that order. */
export async function libraryOf(...titles: string[]) {
  let time = Date.now() - titles.length * 3_600_000;
  const library = freshLibrary(() => time);
  const ids: string[] = [];
  for (const [index, title] of [...titles].reverse().entries()) {
    time += 3_600_000;
    ids.unshift(await saved(library, titled(title, index)));
  }
  return { library, ids };
}

/** An article with this title at an address of its own. */
export function titled(title: string, index = 0, changes: Partial<ExtractedArticle> = {}): ExtractedArticle {
  return anArticle(`${index}-${encodeURIComponent(title)}`, { title, ...changes });
}

/** The titles in the document, from top to bottom. */
export function titles(root: ParentNode): string[] {
  return [...root.querySelectorAll<HTMLElement>('li[data-index]')]
    .sort((a, b) => Number(a.dataset.index) - Number(b.dataset.index))
    .map((row) => row.querySelector('[data-title]')?.textContent ?? '');
}

/** The link that stands for an article. */
export function row(title: string) {
  return page.getByRole('link', { name: title, exact: true });
}

/** The title that has the focus. */
export function focused(): string | null {
  return document.activeElement?.matches('[data-title]') ? document.activeElement.textContent : null;
}

/** Whether an article is archived, favourite, deleted, and its tags. */
export async function stateOf(library: Library, id: string) {
  const [item] = await library.items([id]);
  if (!item) return null;
  const { archived, favourite, deleted, tags } = item;
  return { archived, favourite, deleted, tags };
}

/** Fills a library with `count` articles past its own writing, which would take minutes; the first has the newest date. */
export async function fillLibrary(name: string, count: number): Promise<void> {
  const database = await openDatabase(name);
  const transaction = database.transaction(['articles', 'states', 'entries'], 'readwrite');
  const stamped = <T,>(value: T): Stamped<T> => ({ value, time: '000000000001-0000', device: 'd' });
  const writes: Promise<unknown>[] = [];
  for (let i = 0; i < count; i++) {
    const id = i.toString(16).padStart(32, '0');
    const {
      content: _1,
      text: _2,
      images: _3,
      receipt: _4,
      sources: _5,
      frontMatter: _6,
      ...described
    } = anArticle(`${i}`, {
      title: i % 3 === 0 ? `第 ${i} 篇：清晨的印刷厂` : `Report ${i}: what the morning edition left out of its pages`,
      lang: i % 3 === 0 ? 'zh-CN' : 'en',
      readingMinutes: 1 + (i % 20),
    });
    const row = {
      ...described,
      id,
      current: stamped(`content-${i}`),
      versions: [{ contentId: `content-${i}`, capturedAt: 0 }],
      contentIds: [`content-${i}`],
      savedAt: Date.UTC(2026, 0, 1) - i * 60_000,
      keys: [`news.example/${i}`],
      described: stamped(true as const),
    };
    const state: ArticleState = {
      articleId: id,
      archived: stamped(false),
      favourite: stamped(false),
      deleted: stamped(false),
      position: stamped(null),
      tags: {},
    };
    writes.push(
      transaction.objectStore('articles').put(row),
      transaction.objectStore('states').put(state),
      transaction.objectStore('entries').put(entryOf(row, state, { total: 0, kept: 0, pending: 0 })),
    );
  }
  await Promise.all([...writes, transaction.done]);
  database.close();
}

export { freshLibrary, saved, unwrapped };
