import { expect, test } from 'vitest';
import { openLibrary } from '../../../utils/library/library';
import type { LibraryChange } from '../../../utils/model/library';
import { fillLibrary } from '../../support/fill-library';
import { anArticle, freshLibrary, freshName, saved } from '../support';

test('what was done is taken back from exactly the articles that it changed', async () => {
  const library = freshLibrary();
  const ids = [await saved(library, anArticle('one'), ['sea', 'old']), await saved(library, anArticle('two'))];
  await library.setFavourite(ids.slice(1), true);
  await library.setReadBy(ids.slice(1), '2026-01-02');
  const before = await library.items(ids);

  const done = await library.changeArticles([
    { ids: [...ids, 'gone'], change: { favourite: true, readBy: null, addTags: ['sea', 'new'], removeTags: ['old'] } },
  ]);
  const changed = await library.items(ids);
  const undone = await library.changeArticles(done.undo);

  expect(done).toMatchObject({ changed: 2, failure: null });
  expect(changed.map(({ favourite, readBy, tags }) => [favourite, readBy, tags.toSorted()])).toEqual([
    [true, null, ['new', 'sea']],
    [true, null, ['new', 'sea']],
  ]);
  expect(undone).toMatchObject({ changed: 2, failure: null });
  const after = await library.items(ids);
  expect(after.map((item) => ({ ...item, tags: item.tags.toSorted() }))).toEqual(
    before.map((item) => ({ ...item, tags: item.tags.toSorted() })),
  );
});

test('a thousand articles change in slices, with progress, and can be stopped; what was done is known', async () => {
  const name = freshName();
  await fillLibrary(name, 1_000, (i) => ({ article: {}, savedAt: i }));
  const library = openLibrary({ name });
  const ids = await library.list({ shelf: 'unread', sort: 'newest' });
  const stopping = new AbortController();
  const seen: [number, number][] = [];

  const done = await library.changeArticles([{ ids, change: { archived: true } }], {
    signal: stopping.signal,
    onProgress: (at, total) => {
      seen.push([at, total]);
      if (at >= 500) stopping.abort();
    },
  });

  expect(seen).toEqual([
    [250, 1_000],
    [500, 1_000],
  ]);
  expect(done).toEqual({ changed: 500, undo: [{ ids: ids.slice(0, 500), change: NO_MORE }], failure: null });
  expect(await library.counts()).toMatchObject({ archived: 500, unread: 500 });
  await library.changeArticles(done.undo);
  expect(await library.counts()).toMatchObject({ archived: 0, unread: 1_000 });
});

const NO_MORE = { archived: false, addTags: [], removeTags: [] };

test('other pages hear of all of it, not slice by slice', async () => {
  const name = freshName();
  await fillLibrary(name, 600, (i) => ({ article: {}, savedAt: i }));
  const library = openLibrary({ name });
  const heard: LibraryChange[] = [];
  const ends = new AbortController();
  library.subscribe((change) => heard.push(change), ends.signal);
  const ids = await library.list({ shelf: 'all', sort: 'newest' });

  await library.changeArticles([{ ids, change: { favourite: true } }]);

  await expect.poll(() => heard.flatMap((change) => change.ids).length).toBe(600);
  expect(heard.length).toBeLessThan(3);
  ends.abort();
});
