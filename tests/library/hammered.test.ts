import { expect, onTestFinished, test } from 'vitest';
import { entryOf } from '../../utils/library/entries';
import { openLibrary } from '../../utils/library/library';
import type { ArticleRow, Entry } from '../../utils/library/schema';
import type { Library } from '../../utils/model/library';
import type { ArticleState, SavedContent } from '../../utils/model/saved-article';
import { type Blows, hammer, type Marks } from './hammering-context';
import { anArticle, anImage, everything, freshLibrary, saved } from './support';

/** Four contexts, as popup, side panel, tab and worker are, at one article at once; what each of them did. */
async function hammeredByFour(name: string, id: string, { count, notes }: { count: number; notes: boolean }) {
  const blowsOf = (side: string, seed: number): Blows => ({ name, id, side, seed, count });
  const elsewhere = ['panel', 'tab', 'worker'].map((side, at) => inWorker(blowsOf(side, at + 2), notes));
  const here = hammer(openLibrary({ name }), blowsOf('popup', 1), notes);
  return Promise.all([here, ...elsewhere]);
}

function inWorker(blows: Blows, notes: boolean): Promise<Marks> {
  const worker = new Worker(new URL('./hammering-context.ts', import.meta.url), { type: 'module' });
  onTestFinished(() => worker.terminate());
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data));
    worker.addEventListener('error', reject);
    worker.postMessage({ blows, notes });
  });
}

/** Saves other articles until told to stop; resolves with how many. */
async function saveOthers(library: Library, until: AbortSignal): Promise<number> {
  let count = 0;
  while (!until.aborted) await saved(library, anArticle(`other ${count++}`));
  return count;
}

async function storedOf(name: string) {
  const stores = await everything(name);
  return {
    row: stores.articles?.[0] as ArticleRow,
    state: stores.states?.[0] as ArticleState,
    entry: stores.entries?.[0] as Entry,
    contents: stores.contents as SavedContent[],
  };
}

test('four contexts at one article at once: every text, tag and mark is kept, and nothing contradicts', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide', { images: [anImage('a')] }));

  const marks = await hammeredByFour(library.name, id, { count: 40, notes: false });

  const { row, state, entry, contents } = await storedOf(library.name);
  expect(marks.flatMap(({ failures }) => failures)).toEqual([]);
  const wanted = Object.assign({}, ...marks.map(({ tags }) => tags));
  expect(Object.fromEntries(Object.entries(state.tags).map(([tag, { value }]) => [tag, value]))).toEqual(wanted);
  const texts = ['Words about the tide.', ...marks.flatMap((mark) => mark.texts)];
  expect(contents.map(({ text }) => text).sort()).toEqual(texts.sort());
  expect(row.versions).toHaveLength(texts.length);
  expect(row.contentIds).toEqual(row.versions.map(({ contentId }) => contentId));
  expect(row.current.value).toBe(row.versions.at(-1)?.contentId);
  expect(entry).toEqual(entryOf(row, state, entry.pictures));
  expect(entry.pictures).toEqual({ total: 1, kept: 1, pending: 0 });
});

test('and what a search finds then is the text shown, once, where the article stands', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  const lifetime = new AbortController();
  // So many that what is searched is packed again and again meanwhile.
  const others = saveOthers(library, lifetime.signal);

  const marks = await hammeredByFour(library.name, id, { count: 30, notes: false });
  lifetime.abort();
  const more = await others;

  const shown = (await library.content(id))?.text ?? '';
  const [item] = await library.items([id]);
  const shelf = item?.deleted ? 'trash' : 'all';
  const wordsOf = (text: string) => /as (\w+)\./.exec(text)?.[1] ?? '';
  for (const text of marks.flatMap(({ texts }) => texts)) {
    const search = `"${wordsOf(text)}"`;
    expect(await library.list({ shelf, sort: 'newest', search }), text).toEqual(text === shown ? [id] : []);
  }
  const { segments = [] } = await everything(library.name);
  const counts = await library.counts();
  expect(segments.length).toBeGreaterThan(0);
  expect(counts.all + counts.trash).toBe(1 + more);
  expect(counts[shelf]).toBe(shelf === 'all' ? 1 + more : 1);
});

test('changes that four contexts make to the text shown are all in it', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide', { images: [anImage('a')] }));

  const marks = await hammeredByFour(library.name, id, { count: 40, notes: true });

  const { row, contents } = await storedOf(library.name);
  const lines = contents[0]?.text.split('\n').slice(1) ?? [];
  expect(marks.flatMap(({ failures }) => failures)).toEqual([]);
  expect(lines.sort()).toEqual(marks.flatMap(({ notes }) => notes).sort());
  expect(contents).toHaveLength(1);
  expect(row.versions).toHaveLength(1);
});
