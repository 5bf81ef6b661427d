import { deleteDB, openDB } from 'idb';
import { onTestFinished } from 'vitest';
import { openLibrary } from '../../utils/library/library';
import type { StoreName } from '../../utils/library/schema';
import type { ArticleImage, ExtractedArticle } from '../../utils/model/article';
import { sha256Hex } from '../../utils/model/digest';
import type { Library, SaveOutcome } from '../../utils/model/library';
import type { StoredPicture } from '../../utils/model/picture';
import type { Result } from '../../utils/model/result';

/** Every store of the library. */
export const STORES: readonly StoreName[] = [
  'articles',
  'contents',
  'states',
  'tombstones',
  'entries',
  'documents',
  'pendingDocuments',
  'segments',
  'blocks',
  'documentFlags',
  'documentRanks',
  'documentFacts',
  'documentIds',
  'tagNames',
  'indexState',
  'pictures',
  'blobs',
  'jobs',
  'restorePoints',
  'formerRows',
  'smartLists',
  'rules',
  'queue',
  'queueHosts',
  'queueState',
  'meta',
];

/** The name of a database that no other test has; it is deleted when the test is over. */
export function freshName(): string {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => deleteDB(name));
  return name;
}

/** A library of the test's own. */
export function freshLibrary(now?: () => number): Library & { readonly name: string } {
  const name = freshName();
  return { name, ...openLibrary({ name, now }) };
}

/** A captured article; its address and text follow `slug`. */
export function anArticle(slug = 'tide', changes: Partial<ExtractedArticle> = {}): ExtractedArticle {
  return {
    kind: 'article',
    url: `https://news.example/${slug}`,
    canonicalUrl: `https://news.example/${slug}`,
    title: `The ${slug} comes in`,
    authors: ['Ada Writer'],
    siteName: 'News Example',
    publishedTime: '2026-03-31T03:25:15.000Z',
    publishedTimeRaw: '31 March 2026',
    modifiedTime: null,
    lang: 'en',
    dir: 'ltr',
    excerpt: `About the ${slug}.`,
    categories: [],
    leadImage: null,
    thumbnail: null,
    content: `<p>Words about the ${slug}.</p>`,
    text: `Words about the ${slug}.`,
    wordCount: 4,
    cjkCharCount: 0,
    readingMinutes: 1,
    images: [],
    sources: { title: 'json-ld' },
    receipt: [],
    frontMatter: null,
    ...changes,
  };
}

/** A picture as the content of an article shows it. */
export function anImage(name: string): ArticleImage {
  const url = `https://news.example/pictures/${name}.png`;
  return { url, sources: [url], alt: name, width: 640, height: 480 };
}

/** Bytes as the picture fetcher hands them over. */
export async function aPicture(bytes: string): Promise<StoredPicture> {
  const blob = new Blob([bytes], { type: 'image/png' });
  return { hash: await sha256Hex(bytes), blob, type: 'image/png', bytes: blob.size };
}

/** Saves an article and gives its id; throws when it was not saved. */
export async function saved(
  library: Library,
  article: ExtractedArticle,
  tags: readonly string[] = [],
): Promise<string> {
  return unwrapped(await library.save({ article, tags, mode: 'add' })).id;
}

/** Saves the article's newest text. */
export async function updated(library: Library, article: ExtractedArticle): Promise<SaveOutcome> {
  return unwrapped(await library.save({ article, mode: 'update' }));
}

/** Does everything the library's index has to do. */
export async function tended(library: Library, options: { tidy?: boolean } = {}): Promise<void> {
  while (await library.tendIndex(options));
}

/** Makes a library that was filled past its own writing one whose articles have yet to be indexed, as an older one is. */
export async function asUnindexed(name: string): Promise<void> {
  const database = await openDB(name);
  await database.put('indexState', { next: 0, flushed: 0, unindexed: '' }, 'state');
  database.close();
}

/** Has all articles of such a library indexed. */
export async function indexAll(name: string): Promise<void> {
  await asUnindexed(name);
  await tended(openLibrary({ name }));
}

/** The value of a success; a failure fails the test. */
export function unwrapped<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`Failed with ${String(result.error)}`);
  return result.value;
}

/** Every record of every store, past the library's own reading. */
export async function everything(name: string): Promise<Record<string, unknown[]>> {
  const database = await openDB(name);
  const stores = [...database.objectStoreNames];
  const records = await Promise.all(stores.map((store) => database.getAll(store)));
  database.close();
  return Object.fromEntries(stores.map((store, i) => [store, records[i] ?? []]));
}
