import { describe, expect, test } from 'vitest';
import { EARLIEST, tick } from '../../utils/library/clock';
import { keyList } from '../../utils/library/ids';
import { openLibrary } from '../../utils/library/library';
import { isPurged, type Life, mergeArticles, mergeLives, mergeStates } from '../../utils/library/merge';
import type { ArticleRow } from '../../utils/library/schema';
import type { ArticleState } from '../../utils/model/saved-article';
import type { Stamped } from '../../utils/model/stamped';
import { random } from './random';
import { anArticle, freshLibrary, saved } from './support';

type Random = ReturnType<typeof random>;

/** A stamp as three devices might give it out; the same moment of the same device always carries the same value. */
function aStamp<T>({ integer, pick }: Random, toValue: (n: number) => T): Stamped<T> {
  const n = integer(6);
  const device = pick(['a', 'b', 'c']);
  return { value: toValue(n + device.charCodeAt(0)), time: tick(EARLIEST, n), device };
}

const isOdd = (n: number) => n % 2 === 1;

function aState(source: Random): ArticleState {
  const tags = ['sea', 'moon', 'sand', '__proto__'].filter(() => source.integer(2) === 0);
  return {
    articleId: 'one',
    archived: aStamp(source, isOdd),
    favourite: aStamp(source, isOdd),
    deleted: aStamp(source, isOdd),
    position: aStamp(source, (offset) => ({ quote: `${offset}`, offset, progress: offset / 200 })),
    tags: Object.fromEntries(tags.map((tag) => [tag, aStamp(source, isOdd)])),
    ...(isOdd(source.integer(2)) ? { page: aStamp(source, (n) => ({ is: 'gone', checkedAt: n }) as const) } : {}),
  };
}

function aRow(source: Random): ArticleRow {
  const described = aStamp(source, () => true as const);
  // What was captured at one moment on one device is one thing: the description follows its stamp.
  const name = `${described.time} ${described.device}`;
  const captured = source.integer(4);
  const versions = ['v1', 'v2', 'v3']
    .filter(() => source.integer(2) === 0)
    .map((contentId, i) => ({
      contentId,
      capturedAt: captured + i,
      ...(source.integer(2) === 0 ? { title: source.pick(['A', 'B']) } : {}),
    }));
  const { content: _1, text: _2, images: _3, receipt: _4, sources: _5, frontMatter: _6, ...rest } = anArticle(name);
  return {
    ...rest,
    id: 'one',
    described,
    current: aStamp(source, (n) => `v${n % 3}`),
    versions,
    contentIds: versions.map(({ contentId }) => contentId),
    keys: keyList(name, [source.pick(['x', 'y', 'z'])]),
    savedAt: source.integer(5),
  };
}

function aLife(source: Random): Life {
  return {
    state: source.integer(3) === 0 ? null : aState(source),
    tombstone: source.integer(2) === 0 ? null : { articleId: 'one', deleted: aStamp(source, () => true as const) },
  };
}

const MERGES: readonly [string, (source: Random) => unknown, (a: never, b: never) => unknown][] = [
  ['states', aState, mergeStates],
  ['articles', aRow, mergeArticles],
  ['lives', aLife, mergeLives],
];

describe.each(MERGES)('merged %s', (_, make, mergeThese) => {
  const merge = mergeThese as (a: unknown, b: unknown) => unknown;

  function forMany(check: (a: unknown, b: unknown, c: unknown) => void): void {
    for (let seed = 1; seed <= 500; seed++) {
      const source = random(seed);
      check(make(source), make(source), make(source));
    }
  }

  test('are the same in either order', () => {
    forMany((a, b) => expect(merge(a, b)).toEqual(merge(b, a)));
  });

  test('are the same however three are grouped', () => {
    forMany((a, b, c) => expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c))));
  });

  test('do not change when merged again', () => {
    forMany((a, b) => {
      const merged = merge(a, b);

      expect([merge(a, a), merge(merged, a), merge(merged, b)]).toEqual([a, merged, merged]);
    });
  });
});

test('what two people did to one article on two machines is all there after a merge', async () => {
  const here = freshLibrary(() => 1_000);
  const there = freshLibrary(() => 2_000);
  const id = await saved(here, anArticle('tide'), ['sea']);
  await saved(there, anArticle('tide'), ['moon']);
  await here.setFavourite([id], true);
  await here.setFavourite([id], false);
  await there.setArchived([id], true);

  const [one, other] = [await here.state(id), await there.state(id)];
  const merged = one && other && mergeStates(one, other);

  expect(merged).toMatchObject({
    archived: { value: true },
    favourite: { value: false },
    tags: { sea: { value: true }, moon: { value: true } },
  });
});

test('a change made here wins over the value it replaced, though a wrong clock dated that far ahead', async () => {
  const wrong = freshLibrary(() => 9_000_000_000_000);
  const id = await saved(wrong, anArticle('tide'));
  await wrong.setArchived([id], true);
  const before = await wrong.state(id);

  const corrected = openLibrary({ name: wrong.name, now: () => 1_000 });
  await corrected.setArchived([id], false);
  const after = await corrected.state(id);

  expect(before && after && mergeStates(before, after).archived.value).toBe(false);
});

test('an article stays purged until it is saved again', () => {
  const stamp = <T>(value: T, ms: number): Stamped<T> => ({ value, time: tick(EARLIEST, ms), device: 'a' });
  const state = { ...aState(random(1)), deleted: stamp(true, 10) };
  const tombstone = { articleId: 'one', deleted: stamp(true as const, 20) };
  const savedAgain = { ...state, deleted: stamp(false, 30) };

  expect(isPurged({ state, tombstone })).toBe(true);
  expect(isPurged({ state: null, tombstone })).toBe(true);
  expect(isPurged({ state, tombstone: null })).toBe(false);
  expect(isPurged(mergeLives({ state: savedAgain, tombstone: null }, { state, tombstone }))).toBe(false);
});
