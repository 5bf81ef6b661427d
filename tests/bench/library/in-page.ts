import { openDatabase } from '../../../utils/library/db';
import { entryOf } from '../../../utils/library/entries';
import { openLibrary } from '../../../utils/library/library';
import type { ArticleRow } from '../../../utils/library/schema';
import { type NewDocument, prepareTerms, putDocuments } from '../../../utils/library/search/documents';
import type { ExtractedArticle } from '../../../utils/model/article';
import type { Library } from '../../../utils/model/library';
import type { ArticleState, SavedContent } from '../../../utils/model/saved-article';
import type { Stamped } from '../../../utils/model/stamped';
import { madeUpCorpus, NEWS, NEWS_LANGS } from './corpus';

/** Articles written in one transaction. */
const AT_ONCE = 50;

const corpus = madeUpCorpus(NEWS, NEWS_LANGS);

/** The made-up library, for whoever makes queries of it. */
export const article = (index: number): ExtractedArticle => corpus.article(index);

/** What a stretch of articles took to be written and indexed, in ms. */
export interface SeedCost {
  /** Finding terms and writing the rows that wait. */
  readonly adding: number;
  /** Segments made and merged meanwhile. */
  readonly tending: number;
  /** UTF-8. */
  readonly textBytes: number;
}

/** Fills the library with articles `from` to `to` (exclusive) past its own saving, which takes ten times as long; the index does all its work. */
export async function seed(name: string, from: number, to: number): Promise<SeedCost> {
  const cost = { adding: 0, tending: 0, textBytes: 0 };
  const library = openLibrary({ name });
  const database = await openDatabase(name);
  for (let start = from; start < to; start += AT_ONCE) {
    const articles = Array.from({ length: Math.min(AT_ONCE, to - start) }, (_, i) => corpus.article(start + i));
    const rows = articles.map((each, i) => rowsOf(each, start + i));
    const whole = database.transaction(['articles', 'contents', 'states', 'entries'], 'readwrite', {
      durability: 'relaxed',
    });
    for (const { row, content, state } of rows) {
      void whole.objectStore('articles').put(row);
      void whole.objectStore('contents').put(content);
      void whole.objectStore('states').put(state);
      void whole.objectStore('entries').put(entryOf(row, state, { total: 0, kept: 0, pending: 0 }));
    }
    await whole.done;
    for (const { text } of articles) cost.textBytes += new TextEncoder().encode(text).length;

    const begun = performance.now();
    const documents = rows.map(({ row, state }, i): NewDocument => {
      const own = articles[i];
      return { row, state, prepared: own ? prepareTerms(own) : null };
    });
    const index = database.transaction(['documents', 'pendingDocuments', 'documentFlags', 'indexState'], 'readwrite', {
      durability: 'relaxed',
    });
    await putDocuments(index as never, documents);
    await index.done;
    const added = performance.now();
    while (await library.tendIndex());
    cost.adding += added - begun;
    cost.tending += performance.now() - added;
  }
  const meta = database.transaction('meta', 'readwrite');
  await meta.store.put({ device: 'bench', time: `${to.toString(16).padStart(12, '0')}-0000` }, 'places');
  await meta.done;
  database.close();
  return cost;
}

/** Tidies the index as a quiet day does; how long that took, in ms. */
export async function tidy(name: string): Promise<number> {
  const library = openLibrary({ name });
  const begun = performance.now();
  while (await library.tendIndex({ tidy: true }));
  return performance.now() - begun;
}

const warm = new Map<string, Library>();

/** The library that this page has open. */
function warmLibrary(name: string): Library {
  const library = warm.get(name) ?? openLibrary({ name });
  warm.set(name, library);
  return library;
}

/** How long a search takes, in ms, and what it found: its first window, in a library that this page has open already or opens for it. */
export async function search(
  name: string,
  query: string,
  isCold: boolean,
  limit?: number,
): Promise<{ ms: number; found: number }> {
  const begun = performance.now();
  const library = isCold ? openLibrary({ name }) : warmLibrary(name);
  const ids = await library.list({ shelf: 'all', sort: 'relevance', search: query, limit });
  return { ms: performance.now() - begun, found: ids.length };
}

/** How long a save of one more article takes, in ms. */
export async function save(name: string, index: number): Promise<number> {
  const library = warmLibrary(name);
  const own = corpus.article(index);
  const begun = performance.now();
  await library.save({ article: own, mode: 'add' });
  return performance.now() - begun;
}

/** How long it takes until the list's first rows are there, in ms. */
export async function openList(name: string): Promise<number> {
  const begun = performance.now();
  const library = openLibrary({ name });
  const ids = await library.list({ shelf: 'unread', sort: 'newest', limit: 16 });
  await library.items(ids);
  return performance.now() - begun;
}

/** What the index's records take, in bytes, and how many segments there are. */
export async function indexSize(name: string): Promise<{ bytes: number; segments: number; blocks: number }> {
  const database = await openDatabase(name);
  let bytes = 0;
  let blocks = 0;
  for (let cursor = await database.transaction('blocks').store.openCursor(); cursor; cursor = await cursor.continue()) {
    const { terms, lengths, longer, bytes: postings } = cursor.value;
    // A string without any of these takes one byte a character.
    bytes +=
      terms.length * (/[\u0100-\uffff]/.test(terms) ? 2 : 1) +
      lengths.byteLength +
      longer.byteLength +
      postings.byteLength;
    blocks++;
  }
  const [ranks, facts, ids, flags] = await Promise.all([
    database.count('documentRanks'),
    database.count('documentFacts'),
    database.count('documentIds'),
    database.count('documentFlags'),
  ]);
  const segments = (await database.getAll('segments')).filter(({ status }) => status === 'whole').length;
  database.close();
  const columns = ranks * 8_192 * 4 + facts * 1_024 * 18 + ids * 64 * 32 + flags * 1_024;
  return { bytes: bytes + columns, segments, blocks };
}

function rowsOf(own: ExtractedArticle, index: number): { row: ArticleRow; content: SavedContent; state: ArticleState } {
  const id = index.toString(16).padStart(32, '0');
  const { content, text, images, receipt, sources, frontMatter, ...description } = own;
  const at = <T>(value: T): Stamped<T> => ({
    value,
    time: `${index.toString(16).padStart(12, '0')}-0000`,
    device: 'd',
  });
  const row: ArticleRow = {
    ...description,
    id,
    savedAt: Date.UTC(2025, 0, 1) + index * 60_000,
    versions: [{ contentId: id, capturedAt: index }],
    current: at(id),
    keys: [`site-${index % 40}.example/${index}`],
    contentIds: [id],
    described: at(true),
  };
  const state: ArticleState = {
    articleId: id,
    archived: at(index % 3 === 0),
    favourite: at(index % 11 === 0),
    deleted: at(false),
    position: at(null),
    tags: index % 10 === 0 ? { [`tag ${index % 12}`]: at(true) } : {},
  };
  return { row, content: { id, content, text, images, receipt, sources, frontMatter }, state };
}
