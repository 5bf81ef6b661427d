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

test('what version 2 knew of documents is where version 3 looks for it', async () => {
  const name = freshName();
  const old = await openDatabase(name, { version: 2 });
  const idOf = (document: number) => document.toString(16).padStart(32, '0');
  const time = (document: number) => (20_000 + document) * 86_400_000;
  for (const chunk of [0, 1, 8]) {
    const documents = Array.from({ length: 1_024 }, (_, at) => chunk * 1_024 + at).slice(0, chunk === 8 ? 70 : 1_024);
    const column = (of: (document: number) => number) =>
      Float64Array.from({ length: 1_024 }, (_, at) => of(chunk * 1_024 + at));
    const facts = { savedAt: column(time), publishedAt: column(() => 1), minutes: new Uint16Array(column(() => 2)) };
    await old.put(
      'documentFacts',
      { ...facts, lengths: new Uint16Array(column((document) => document % 999)) } as never,
      chunk,
    );
    await old.put('documentIds', documents.map(idOf).join(''), chunk);
  }
  old.close();

  const upgraded = await openDatabase(name, { version: 3 });

  const ids = await upgraded.getAll('documentIds');
  expect(await upgraded.getAllKeys('documentIds')).toEqual([...Array(32).keys(), 128, 129]);
  expect(ids.map(({ length }) => length)).toEqual([...Array(33).fill(2_048), 6 * 32]);
  expect([ids[17]?.slice(0, 32), ids[33]?.slice(-32)]).toEqual([idOf(17 * 64), idOf(8 * 1_024 + 69)]);
  const [low, high] = await upgraded.getAll('documentRanks');
  expect([low?.lengths[2_000], low?.days[2_000], high?.lengths[5], high?.days[5]]).toEqual([2, 22_000, 205, 28_197]);
  expect(await upgraded.get('documentFacts', 8)).toEqual({
    savedAt: expect.any(Float64Array),
    publishedAt: expect.any(Float64Array),
    minutes: expect.any(Uint16Array),
  });
  upgraded.close();
});
