import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { libraryContext } from '../../../utils/library/open';
import { keepRows } from '../../../utils/library/restore-points/keep';
import { newRestorePoint } from '../../../utils/model/restore-point';
import { ok } from '../../../utils/model/result';
import { anArticle, everything, freshLibrary, saved } from '../support';

const DAY = 24 * 60 * 60 * 1000;
const START = 1_000 * DAY;

/** A library whose wall clock is what the test says. */
function timed() {
  const clock = { now: START };
  return { clock, library: freshLibrary(() => clock.now) };
}

test('a point is kept for 30 days', async () => {
  const { clock, library } = timed();
  const id = await saved(library, anArticle('tide'));
  const point = newRestorePoint('purge', '', clock.now);
  await library.purge([id], point);
  const days = async (until: number) => {
    for (; clock.now < START + until * DAY; clock.now += DAY) {
      await library.purgeOldTrash(clock.now);
      await library.tendRestorePoints(clock.now);
    }
  };

  await days(30);
  expect(await library.restorePoints()).toMatchObject([{ id: point.id }]);
  await days(31);
  expect(await library.restorePoints()).toEqual([]);
  expect((await everything(library.name)).contents).toEqual([]);
});

test('a clock that jumps ahead by years takes neither the trash nor a point away at once', async () => {
  const { clock, library } = timed();
  const [trashed, purged] = [await saved(library, anArticle('one')), await saved(library, anArticle('two'))];
  await library.setDeleted([trashed], true);
  const point = newRestorePoint('purge', '', clock.now);
  await library.purge([purged], point);
  const look = async () => {
    await library.purgeOldTrash(clock.now);
    await library.tendRestorePoints(clock.now);
    const trash = await library.list({ shelf: 'trash', sort: 'newest' });
    return [trash.length, (await library.restorePoints()).length];
  };
  await look();

  clock.now += 3 * 365 * DAY;
  expect([await look(), await look(), await look()]).toEqual(Array(3).fill([1, 1]));
  clock.now -= 3 * 365 * DAY;
  expect(await look()).toEqual([1, 1]);
  // After a long absence everything goes in the end.
  clock.now += 90 * DAY;
  const looks = [];
  for (let i = 0; i < 8; i++, clock.now += DAY) looks.push(await look(), await look());
  expect(looks[0]).toEqual([1, 1]);
  expect(looks.at(-1)).toEqual([0, 0]);
});

test('of more than a hundred points the oldest go, and of more than there is room for', async () => {
  const { clock, library } = timed();
  const id = await saved(library, anArticle('tide'));
  const points = Array.from({ length: 103 }, (_, i) => newRestorePoint('edit', '', clock.now + i));
  for (const [i, point] of points.entries()) await library.setArchived([id], i % 2 === 0, point);
  clock.now += 1_000;

  await library.tendRestorePoints(clock.now);
  expect((await library.restorePoints()).map((point) => point.id)).toEqual(
    points
      .slice(3)
      .toReversed()
      .map((point) => point.id),
  );

  const database = await openDB(library.name);
  const [newest, second] = points.toReversed();
  for (const point of [newest, second]) {
    const row = await database.get('restorePoints', point?.id ?? '');
    await database.put('restorePoints', { ...row, bytes: 600_000_000 });
  }
  database.close();
  await library.tendRestorePoints(clock.now);
  expect(await library.restorePoints()).toMatchObject([{ id: newest?.id }]);
});

test('that a point was dropped can be taken back for a while', async () => {
  const { clock, library } = timed();
  const id = await saved(library, anArticle('tide'));
  const point = newRestorePoint('edit', '', clock.now);
  await library.setArchived([id], true, point);

  await library.setRestorePointDropped(point.id, true);
  expect(await library.restorePoints()).toEqual([]);
  await library.tendRestorePoints(clock.now + 59_000);
  await library.setRestorePointDropped(point.id, false);
  expect(await library.restorePoints()).toMatchObject([{ id: point.id }]);
  await library.setRestorePointDropped(point.id, true);
  await library.tendRestorePoints(clock.now + 61_000);
  expect(await library.setRestorePointDropped(point.id, false)).toEqual({ ok: false, error: 'not-found' });
});

test('rows of any plain store are kept and put back, those that were not there go', async () => {
  const library = freshLibrary();
  const { connection } = libraryContext({ name: library.name });
  // A store of names stands for those that are to come: rules, saved searches.
  const store = 'tagNames' as const;
  await connection.write([store], async (transaction) => {
    await transaction.objectStore(store).put('as it was', 'known');
    return ok(undefined);
  });
  const point = newRestorePoint('rules');
  await connection.write([store, 'restorePoints', 'formerRows'], async (transaction) => {
    await keepRows(transaction, point, store as never, ['known', 'unknown']);
    await transaction.objectStore(store).put('changed', 'known');
    await transaction.objectStore(store).put('added', 'unknown');
    return ok(undefined);
  });

  expect(await library.restorePoints()).toMatchObject([{ articles: 0, others: 2 }]);
  expect(await library.planPutBack(point.id)).toMatchObject({ others: 2, changing: 0 });
  expect(await library.restoreTo(point.id)).toMatchObject({ ok: true, value: { changed: 2, articles: [] } });
  expect((await everything(library.name))[store]).toEqual(['as it was']);
});

test('a point of a release whose rows were of another shape is listed and not put back', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  const point = newRestorePoint('upgrade');
  await library.setArchived([id], true, point);
  const database = await openDB(library.name);
  await database.put('restorePoints', { ...(await database.get('restorePoints', point.id)), version: 2 });
  database.close();

  expect(await library.restorePoints()).toMatchObject([{ id: point.id, isReadable: false }]);
  expect(await library.planPutBack(point.id)).toBeNull();
  expect(await library.restoreTo(point.id)).toEqual({ ok: false, error: 'not-found' });
});
