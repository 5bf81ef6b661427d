import { afterEach, expect, test, vi } from 'vitest';
import type { StoreName } from '../../../utils/library/schema';
import type { Library } from '../../../utils/model/library';
import { newRestorePoint } from '../../../utils/model/restore-point';
import { anArticle, anImage, everything, freshLibrary, saved } from '../support';
import { seen } from './support';

afterEach(() => vi.restoreAllMocks());

/** From the `nth` write to a store on ends every transaction that writes, as happens when a browser is stopped there. */
function cutOffAt(store: StoreName, nth: number): void {
  const put = IDBObjectStore.prototype.put;
  let count = 0;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    const request = key === undefined ? put.call(this, value) : put.call(this, value, key);
    if (this.name === store) count++;
    if (count >= nth) request.addEventListener('success', () => this.transaction.abort());
    return request;
  });
}

async function filled(count: number) {
  const library = freshLibrary();
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.push(await saved(library, anArticle(`a${i}`, { images: [anImage(`i${i}`)] })));
  return { library, ids };
}

test('a change that is cut off in the slice that makes the point leaves neither', async () => {
  for (const store of ['formerRows', 'restorePoints', 'states', 'entries', 'meta'] as const) {
    const { library, ids } = await filled(2);
    const before = await everything(library.name);
    cutOffAt(store, 1);

    const outcome = await library.setArchived(ids, true, newRestorePoint('edit'));

    vi.restoreAllMocks();
    expect(outcome.ok).toBe(false);
    expect(await everything(library.name)).toEqual(before);
  }
});

test('a change in slices that is cut off between them leaves a point with what was done', async () => {
  const { library, ids } = await filled(120);
  const before = await seen(library.name);
  const point = newRestorePoint('purge');
  // The second slice of a hundred.
  cutOffAt('tombstones', 110);

  const outcome = await library.purge(ids, point);

  vi.restoreAllMocks();
  expect(outcome.ok).toBe(false);
  expect(await library.restorePoints()).toMatchObject([{ id: point.id, articles: 100 }]);
  expect((await seen(library.name)).size).toBe(20);
  await library.restoreTo(point.id);
  expect(await seen(library.name)).toEqual(before);
});

/** A library with a point that changed, removed and added articles, and how it was before. */
async function withPoint() {
  const { library, ids } = await filled(40);
  const before = await seen(library.name);
  const point = newRestorePoint('import');
  await library.setArchived(ids.slice(0, 5), true, point);
  await library.purge(ids.slice(5, 35), point);
  for (let i = 0; i < 20; i++) await library.save({ article: anArticle(`new${i}`), mode: 'add', restorePoint: point });
  return { library, before, point };
}

for (const store of ['formerRows', 'restorePoints', 'articles', 'states', 'entries', 'documents', 'meta'] as const) {
  test(`putting back that is cut off while it writes ${store} is done by the next try, and can be taken back`, async () => {
    const { library, before, point } = await withPoint();
    const between = await seen(library.name);
    cutOffAt(store, 3);

    const outcome = await library.restoreTo(point.id);

    vi.restoreAllMocks();
    expect(outcome.ok).toBe(false);
    await library.restoreTo(point.id);
    expect(await seen(library.name)).toEqual(before);
    const [, ...undo] = (await library.restorePoints()).toReversed();
    await undoAll(
      library,
      undo.toReversed().map(({ id }) => id),
    );
    expect(await seen(library.name)).toEqual(between);
  });
}

async function undoAll(library: Library, points: readonly string[]) {
  for (const id of points) await library.restoreTo(id);
}

test('removing a point that is cut off leaves one that is no longer offered and goes at the next look', async () => {
  const { library, ids } = await filled(230);
  const point = newRestorePoint('purge');
  await library.purge(ids, point);
  await library.setRestorePointDropped(point.id, true);
  const remove = IDBObjectStore.prototype.delete;
  let count = 0;
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
    const request = remove.call(this, key);
    if (this.name === 'formerRows' && ++count >= 215)
      request.addEventListener('success', () => this.transaction.abort());
    return request;
  });

  await library.tendRestorePoints(Date.now() + 3_600_000);

  vi.restoreAllMocks();
  expect((await everything(library.name)).formerRows).toHaveLength(30);
  expect(await library.setRestorePointDropped(point.id, false)).toEqual({ ok: false, error: 'not-found' });
  await library.tendRestorePoints(Date.now());
  const { formerRows, restorePoints, contents } = await everything(library.name);
  expect([formerRows, restorePoints, contents]).toEqual([[], [], []]);
});
