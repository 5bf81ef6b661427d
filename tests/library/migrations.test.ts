import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { openDatabase } from '../../utils/library/db';
import { openLibrary } from '../../utils/library/library';
import { type Migration, migrations } from '../../utils/library/migrations';
import { anArticle, anImage, everything, freshName, STORES, tended } from './support';
import { VERSIONS } from './versions';

test('every version that was ever released has records to upgrade', () => {
  expect(VERSIONS).toHaveLength(migrations.length);
});

for (const [index, records] of VERSIONS.entries()) {
  test(`a library of version ${index + 1} is whole after the upgrade`, async () => {
    const name = freshName();
    const old = await openDatabase(name, { version: index + 1 });
    for (const [store, values] of Object.entries(records)) {
      for (const [value, key] of values) await old.put(store as 'articles', value as never, key as string);
    }
    old.close();

    const library = openLibrary({ name });
    const [id = ''] = await library.list({ shelf: 'archived', sort: 'newest', search: 'tide', tag: 'sea' });

    expect(await library.items([id])).toMatchObject([
      {
        archived: true,
        favourite: true,
        tags: ['sea'],
        position: { offset: 7 },
        pictures: { total: 1, kept: 1, pending: 0 },
      },
    ]);
    // The titles of an older library are found at once, its texts when they have been indexed.
    await tended(library);
    const byText = (search: string) => library.list({ shelf: 'archived', sort: 'relevance', search });
    expect(await byText('words about tide ')).toEqual([id]);
    expect(await byText('tag:sea is:favourite ')).toEqual([id]);
    expect((await library.content(id))?.text).toBe('Words about the tide.');
    const [picture] = await library.pictures(id);
    expect(await (await library.picture(picture?.hash ?? ''))?.blob.text()).toBe('light');
    expect(await library.dueJobs(0)).toMatchObject([{ attempts: 0, tabId: 3 }]);
    expect(await library.findSaved([anArticle('tide').url])).toMatchObject({ id, savedAt: 1_000 });
    const again = await library.save({ article: anArticle('tide', { images: [anImage('light')] }), mode: 'update' });
    expect(again).toMatchObject({ ok: true, value: { outcome: 'unchanged' } });
    expect(Object.keys(await everything(name)).toSorted()).toEqual(STORES.toSorted());
  });
}

test('steps run in order, each once, from wherever a library stands', async () => {
  const name = freshName();
  const ran: string[] = [];
  const step =
    (label: string): Migration =>
    async (database, transaction) => {
      // Awaiting the transaction's own requests must not end it.
      if (database.objectStoreNames.contains('meta')) await transaction.objectStore('meta').get('clock');
      ran.push(label);
    };
  const steps = [...migrations, step('second'), step('third')];

  (await openDatabase(name)).close();
  (await openDatabase(name, { migrations: steps.slice(0, -1) })).close();
  (await openDatabase(name, { migrations: steps })).close();
  const database = await openDatabase(name, { migrations: steps });

  expect(ran).toEqual(['second', 'third']);
  expect(database.version).toBe(steps.length);
  database.close();
});

test('a step that fails leaves the library as it was', async () => {
  const name = freshName();
  (await openDatabase(name)).close();
  const failing: Migration = async (_, transaction) => {
    await transaction.objectStore('meta').put({ device: 'x', time: 'x' }, 'clock');
    throw new Error('wrong step');
  };

  const upgrade = openDatabase(name, { migrations: [...migrations, failing] });

  await expect(upgrade).rejects.toThrow('wrong step');
  const database = await openDatabase(name);
  expect([database.version, await database.getAll('meta')]).toEqual([migrations.length, []]);
  database.close();
});

test('a page that does not let go makes the library unavailable instead of waiting for ever', {
  timeout: 10_000,
}, async () => {
  const name = freshName();
  const stubborn = await openDB(name, 1);
  const later = openDatabase(name, { migrations: [...migrations, async () => undefined] });

  await expect(later).rejects.toMatchObject({ name: 'TimeoutError' });
  stubborn.close();
});
