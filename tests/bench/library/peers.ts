import { create, insert, load, search as oramaSearch, save } from '@orama/orama';
import { Document as FlexDocument, IndexedDB } from 'flexsearch';
import { type IDBPDatabase, openDB } from 'idb';
import MiniSearch from 'minisearch';
import { foldForSearch } from '../../../utils/search/fold-for-search';
import { eachTerm, isPlainTerm } from '../../../utils/search/terms';
import { madeUpCorpus, NEWS, NEWS_LANGS } from './corpus';

/*
 * The peers, each with what Offprint calls terms (words and pairs of characters), since none of them cuts Chinese by itself,
 * and kept as its documentation says: MiniSearch and Orama as a snapshot in IndexedDB, FlexSearch by its own adapter.
 */

const corpus = madeUpCorpus(NEWS, NEWS_LANGS);

interface Peer {
  /** Indexes the first articles and keeps the index. */
  fill(count: number): Promise<void>;
  /** A search that needs nothing in memory but what `open` left there. */
  open(): Promise<(query: string) => Promise<number> | number>;
}

function termsIn(text: string): string[] {
  const terms: string[] = [];
  eachTerm(foldForSearch(text), (term) => {
    if (isPlainTerm(term)) terms.push(term);
  });
  return terms;
}

function documents(count: number): { id: string; title: string; text: string }[] {
  return Array.from({ length: count }, (_, i) => {
    const { title, text } = corpus.article(i);
    return { id: String(i), title, text };
  });
}

function snapshots(): Promise<IDBPDatabase> {
  return openDB('snapshots', 1, { upgrade: (database) => void database.createObjectStore('snapshots') });
}

const MINI = {
  fields: ['title', 'text'],
  tokenize: termsIn,
  processTerm: (term: string) => term,
  searchOptions: { combineWith: 'AND' as const, boost: { title: 4 } },
};

const miniSearch: Peer = {
  async fill(count) {
    const index = new MiniSearch(MINI);
    index.addAll(documents(count));
    await (await snapshots()).put('snapshots', JSON.stringify(index), 'mini');
  },
  async open() {
    const index = MiniSearch.loadJSON(await (await snapshots()).get('snapshots', 'mini'), MINI);
    return (query) => index.search(query).length;
  },
};

function flexIndex(): FlexDocument {
  return new FlexDocument({
    document: { id: 'id', index: ['title', 'text'] },
    tokenize: 'strict',
    encode: termsIn,
  } as never);
}

const flexSearch: Peer = {
  async fill(count) {
    const index = flexIndex();
    await index.mount(new IndexedDB('flex'));
    for (const [i, each] of documents(count).entries()) {
      index.add(each as never);
      if (i % 100 === 99) await index.commit();
    }
    await index.commit();
  },
  async open() {
    const index = flexIndex();
    await index.mount(new IndexedDB('flex'));
    return async (query) => {
      const found = (await index.searchAsync(query, { limit: 100 })) as unknown as { result: unknown[] }[];
      return found.reduce((sum, { result }) => sum + result.length, 0);
    };
  },
};

function oramaIndex() {
  return create({
    schema: { title: 'string', text: 'string' },
    components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: termsIn } },
  });
}

const orama: Peer = {
  async fill(count) {
    const index = oramaIndex();
    for (const { title, text } of documents(count)) await insert(index, { title, text });
    await (await snapshots()).put('snapshots', save(index), 'orama');
  },
  async open() {
    const index = oramaIndex();
    load(index, await (await snapshots()).get('snapshots', 'orama'));
    return async (term) => (await oramaSearch(index, { term, threshold: 0, limit: 16 })).count;
  },
};

const PEERS: Readonly<Record<string, Peer>> = { MiniSearch: miniSearch, FlexSearch: flexSearch, Orama: orama };

/** Names of the peers. */
export const names = Object.keys(PEERS);

let opened: ((query: string) => Promise<number> | number) | null = null;

/** Fills a peer's index; how long that took, in ms. */
export async function fill(name: string, count: number): Promise<number> {
  const begun = performance.now();
  await PEERS[name]?.fill(count);
  return performance.now() - begun;
}

/** How long a search takes, in ms, and how many it found; the first one of a page opens the index. */
export async function search(name: string, query: string): Promise<{ ms: number; found: number }> {
  const begun = performance.now();
  opened ??= (await PEERS[name]?.open()) ?? null;
  const found = (await opened?.(query)) ?? 0;
  return { ms: performance.now() - begun, found };
}
