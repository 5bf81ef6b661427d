import { afterEach, expect, test, vi } from 'vitest';
import type { ArticleId } from '../../utils/model/article';
import type { Library, Shelf } from '../../utils/model/library';
import { type CorpusOptions, DENSE, type Lang, madeUpCorpus } from '../bench/library/corpus';
import { type KnownArticle, scan } from './brute-force';
import { random } from './random';
import { randomQuery } from './random-queries';
import { everything, freshLibrary, saved, tended, unwrapped, updated } from './support';

afterEach(() => vi.restoreAllMocks());

const SHELVES: [Shelf, ...Shelf[]] = ['all', 'all', 'all', 'unread', 'archived', 'favourite', 'trash'];

/** Queries of each script; many more with `VITE_QUERIES=2000`. */
const QUERIES = Number(import.meta.env.VITE_QUERIES ?? 240);
const ROUNDS = 6;

const SCRIPTS = [
  ['Chinese', ['zh-CN', 'zh-TW']],
  ['Japanese', ['ja']],
  ['Korean', ['ko']],
  ['Latin letters', ['en', 'de']],
  ['all of them', undefined],
] as const;

let cutOffs = 0;

/** Ends the transaction in which the index is written after so many more writes, as when a worker is stopped there. */
function cutOffAfter(writes: number): void {
  let left = writes;
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    const request = key === undefined ? put.call(this, value) : put.call(this, value, key);
    if (left-- === 0) {
      cutOffs++;
      request.addEventListener('success', () => this.transaction.abort());
    }
    return request;
  });
}

/** A library that a hand has been at: what is in it is known, whatever the index does meanwhile. */
function worked(library: Library, seed: number, langs?: readonly Lang[], options: CorpusOptions = DENSE) {
  const numbers = random(seed);
  const corpus = madeUpCorpus(options, langs);
  const known = new Map<ArticleId, KnownArticle>();
  let next = 0;

  const anyId = (): ArticleId => [...known.keys()][numbers.integer(known.size)] ?? '';
  const change = (id: ArticleId, changes: Partial<KnownArticle>) => {
    const before = known.get(id);
    if (before) known.set(id, { ...before, ...changes });
  };

  async function add() {
    const article = corpus.article(next++);
    const tags = numbers.integer(4) === 0 ? [numbers.pick(['sea', 'sea/tides', 'moon'] as const)] : [];
    const id = await saved(library, article, tags);
    const { title, siteName, authors, lang, text, readingMinutes: minutes, publishedTime } = article;
    const time = publishedTime === null ? ((await library.article(id))?.savedAt ?? 0) : Date.parse(publishedTime);
    const stands = { archived: false, favourite: false, trashed: false };
    known.set(id, { id, title, siteName, authors, lang, text, minutes, time, tags, ...stands });
  }

  async function edit() {
    const id = anyId();
    const row = await library.article(id);
    if (!row || known.get(id)?.trashed) return;
    const { title, text } = corpus.article(5_000 + numbers.integer(1_000));
    const { content, images, receipt, sources, frontMatter } = corpus.article(0);
    await updated(library, {
      ...row,
      title,
      text,
      content: `${content}${title}`,
      images,
      receipt,
      sources,
      frontMatter,
    });
    change(id, { title, text });
  }

  async function shelve() {
    const [id, on] = [anyId(), numbers.integer(2) === 1];
    const set = numbers.pick(['archived', 'favourite', 'trashed', 'trashed'] as const);
    const setters = { archived: library.setArchived, favourite: library.setFavourite, trashed: library.setDeleted };
    unwrapped(await setters[set]([id], on));
    change(id, { [set]: on });
  }

  async function purge() {
    const id = anyId();
    unwrapped(await library.purge([id]));
    known.delete(id);
  }

  async function tag() {
    const [id, name] = [anyId(), numbers.pick(['sea', 'moon'] as const)];
    unwrapped(await library.changeTags([id], { add: [name] }));
    change(id, { tags: [...new Set([...(known.get(id)?.tags ?? []), name])] });
  }

  return {
    articles: () => [...known.values()] as unknown as readonly [KnownArticle, ...KnownArticle[]],
    add,
    async fiddle() {
      await numbers.pick([edit, edit, shelve, shelve, purge, tag])();
    },
  };
}

/** Queries that the index and a look at every article answer differently. */
async function differences(
  library: Library,
  articles: readonly [KnownArticle, ...KnownArticle[]],
  seed: number,
  count: number,
) {
  const numbers = random(seed);
  const wrong: { typed: string; shelf: Shelf; missing: number; extra: number }[] = [];
  let found = 0;
  for (let i = 0; i < count; i++) {
    const query = randomQuery(numbers, articles);
    const shelf = numbers.pick(SHELVES);
    const sort = numbers.pick(['relevance', 'newest', 'title'] as const);
    const should = scan(articles, query, shelf);
    const does = await library.list({ shelf, sort, search: query.typed });
    if (should.size > 0) found++;
    const missing = [...should].filter((id) => !does.includes(id)).length;
    // Where nothing is right, words one slip away are.
    const isForgiven = should.size === 0 && /[a-z]{4}/i.test(query.typed);
    const extra = isForgiven ? 0 : does.filter((id) => !should.has(id)).length;
    if (missing + extra > 0 || new Set(does).size < does.length)
      wrong.push({ typed: query.typed, shelf, missing, extra });
  }
  return { wrong, found };
}

test.each(SCRIPTS)(
  'a search finds what a look at every article finds, in %s',
  { timeout: 600_000 },
  async (_, langs) => {
    const library = freshLibrary();
    const work = worked(library, 1, langs);
    let found = 0;

    for (let round = 0; round < ROUNDS; round++) {
      for (let i = 0; i < 40; i++) await work.add();
      for (let i = 0; i < 15; i++) await work.fiddle();
      const before = await differences(library, work.articles(), round * 2 + 1, QUERIES / ROUNDS / 2);
      if (round % 2 === 1) await tended(library, { tidy: round === 5 });
      for (let i = 0; i < 15; i++) await work.fiddle();
      const after = await differences(library, work.articles(), round * 2 + 2, QUERIES / ROUNDS / 2);

      expect([...before.wrong, ...after.wrong]).toEqual([]);
      found += before.found + after.found;
    }

    expect(found).toBeGreaterThan(QUERIES / 4);
  },
);

test('a context that is stopped at any write of the index loses nothing, and leaves nothing', {
  timeout: 300_000,
}, async () => {
  const library = freshLibrary();
  // With words enough for merges of several steps.
  const work = worked(library, 2, undefined, { vocabulary: 6_000, characters: 900, words: 90 });
  const numbers = random(3);
  let cuts = 0;

  for (let round = 0; round < 10; round++) {
    for (let i = 0; i < 110; i++) await work.add();
    for (let step = 0; step < 16; step++) {
      cutOffAfter(numbers.integer(6));
      if (
        await library.tendIndex({ tidy: true }).then(
          () => false,
          () => true,
        )
      )
        cuts++;
      vi.restoreAllMocks();
      await work.fiddle();
    }
    expect((await differences(library, work.articles(), round, 20)).wrong).toEqual([]);
  }
  await tended(library, { tidy: true });

  const { segments = [], blocks = [] } = await everything(library.name);
  const kept = segments as { status: string; first: number }[];
  expect(kept.length).toBeLessThan(4);
  expect(kept.every(({ status }) => status === 'whole')).toBe(true);
  const bases = new Set((blocks as { base: number }[]).map(({ base }) => base));
  expect(bases).toEqual(new Set(kept.map(({ first }) => first)));
  expect((await differences(library, work.articles(), 99, 200)).wrong).toEqual([]);
  expect(cutOffs).toBeGreaterThan(20);
  expect(cuts).toBe(0);
});
