import { expect, test } from 'vitest';
import { openUpkeep } from '../../../utils/library/health/upkeep';
import { LARGE_PICTURE_BYTES, type ShrinkPicture } from '../../../utils/model/storage';
import { seen } from '../restore-points/support';
import { anArticle, anImage, aPicture, everything, freshLibrary, saved, tended, unwrapped, updated } from '../support';

const LARGE = 'x'.repeat(LARGE_PICTURE_BYTES);

/** Keeps the first tenth. */
const shrink: ShrinkPicture = async (blob) => new Blob([blob.slice(0, blob.size / 10)], { type: 'image/webp' });

/** Two articles that show one large picture; the first shows a small one too. */
async function withPictures() {
  const library = freshLibrary();
  const ids = [
    await saved(library, anArticle('one', { images: [anImage('large'), anImage('small')] })),
    await saved(library, anArticle('two', { images: [anImage('large')] })),
  ];
  for (const id of ids) await library.keepPicture(id, anImage('large').url, await aPicture(LARGE));
  await library.keepPicture(ids[0] ?? '', anImage('small').url, await aPicture('small'));
  return { library, ids, upkeep: openUpkeep({ name: library.name }) };
}

test('large pictures are made smaller for every article that shows them, and put back', async () => {
  const { library, ids, upkeep } = await withPictures();
  const before = await seen(library.name);
  const told: number[][] = [];

  const survey = await upkeep.survey();
  const outcome = unwrapped(await upkeep.shrinkPictures(shrink, { onProgress: (...at) => told.push(at) }));

  expect(survey.large).toEqual({ count: 1, bytes: LARGE_PICTURE_BYTES });
  expect(told).toEqual([[1, 1]]);
  expect(outcome).toMatchObject({ changed: 1, bytes: LARGE_PICTURE_BYTES * 0.9 });
  for (const id of ids) {
    const [picture] = await library.pictures(id);
    const stored = await library.picture(picture?.hash ?? '');
    expect(stored).toMatchObject({ type: 'image/webp', bytes: LARGE_PICTURE_BYTES / 10, hash: picture?.hash });
  }
  expect((await library.restorePoints())[0]).toMatchObject({ reason: 'pictures', articles: 2 });
  expect((await upkeep.survey()).bytes).toMatchObject({ restorePoints: LARGE_PICTURE_BYTES });

  // What the reader does meanwhile is no part of it.
  await library.changeTags(ids, { add: ['since'] });
  await library.restoreTo(outcome.undo?.id ?? '');
  const pictures = (all: Awaited<ReturnType<typeof seen>>) => [...all].map(([id, each]) => [id, each.pictures]);
  expect(pictures(await seen(library.name))).toEqual(pictures(before));
  expect((await library.items(ids)).map(({ tags }) => tags)).toEqual([['since'], ['since']]);
});

test('a picture that would not be smaller stays, and nothing is kept', async () => {
  const { library, upkeep } = await withPictures();
  const before = await everything(library.name);

  const outcome = await upkeep.shrinkPictures(async () => null);

  expect(outcome).toEqual({ ok: true, value: { changed: 0, bytes: 0, undo: null } });
  expect(await everything(library.name)).toEqual(before);
});

test('a picture whose article goes while it is made smaller is not stored', async () => {
  const { library, ids, upkeep } = await withPictures();

  const outcome = await upkeep.shrinkPictures(async (blob) => {
    await library.purge(ids);
    return shrink(blob);
  });

  expect(outcome).toMatchObject({ ok: true, value: { changed: 0 } });
  expect((await everything(library.name)).blobs).toEqual([]);
});

test('older texts go, with pictures that only they show, and come back', async () => {
  const library = freshLibrary();
  const upkeep = openUpkeep({ name: library.name });
  const id = await saved(library, anArticle('tide', { images: [anImage('old')] }));
  await library.keepPicture(id, anImage('old').url, await aPicture('old'));
  await updated(library, anArticle('tide', { text: 'Second', images: [] }));
  await updated(library, anArticle('tide', { text: 'Third', images: [] }));
  await saved(library, anArticle('other'));
  const before = await seen(library.name);

  const outcome = unwrapped(await upkeep.dropOlderTexts());

  expect(outcome.changed).toBe(2);
  expect((await library.article(id))?.versions).toHaveLength(1);
  expect((await library.content(id))?.text).toBe('Third');
  expect((await upkeep.survey()).versions).toBe(0);
  await library.setFavourite([id], true);
  await library.restoreTo(outcome.undo?.id ?? '');
  const now = await seen(library.name);
  expect(now.get(id)).toEqual({ ...before.get(id), state: { ...before.get(id)?.state, favourite: true } });
});

test('older texts go for good with their restore point', async () => {
  const library = freshLibrary();
  const upkeep = openUpkeep({ name: library.name });
  await saved(library, anArticle('tide'));
  await updated(library, anArticle('tide', { text: 'Second' }));
  const outcome = unwrapped(await upkeep.dropOlderTexts());
  expect((await everything(library.name)).contents).toHaveLength(2);

  await library.setRestorePointDropped(outcome.undo?.id ?? '', true);
  await library.tendRestorePoints(Date.now() + 3_600_000);

  expect((await everything(library.name)).contents).toHaveLength(1);
  expect((await upkeep.survey()).problems).toEqual([]);
});

test('the index is made anew: what is found is the same, and nothing of the old one is left', async () => {
  const library = freshLibrary();
  const upkeep = openUpkeep({ name: library.name });
  const ids: string[] = [];
  for (let i = 0; i < 70; i++) ids.push(await saved(library, anArticle(`word${i}`), i % 2 ? ['odd'] : []));
  await tended(library);
  await library.setArchived(ids.slice(0, 3), true);
  const find = (search: string) => library.list({ shelf: 'all', sort: 'newest', search });
  const all = ['word7 ', 'words about', 'tag:odd ', 'is:archived '];
  const before = await Promise.all(all.map(find));
  expect((await upkeep.facts()).index).toMatchObject({ documents: 70, segments: 1, unindexed: 0 });

  await upkeep.reindex();

  expect((await upkeep.facts()).index).toEqual({ documents: 0, pending: 0, segments: 0, unindexed: 70 });
  // By their titles articles are found meanwhile.
  expect(await find('word7')).toContain(ids[7]);
  await tended(library, { tidy: true });
  expect(await Promise.all(all.map(find))).toEqual(before);
  expect((await upkeep.facts()).index).toMatchObject({ documents: 70, unindexed: 0 });
  expect((await upkeep.survey()).problems).toEqual([]);
});
