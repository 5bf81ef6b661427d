import { expect, test } from 'vitest';
import { openLibrary } from '../../utils/library/library';
import type { Library } from '../../utils/model/library';
import { fillLibrary } from '../support/fill-library';
import {
  anArticle,
  asUnindexed,
  everything,
  freshLibrary,
  freshName,
  saved,
  tended,
  unwrapped,
  updated,
} from './support';

const DAY = 24 * 60 * 60 * 1000;

/** Saves articles of these texts, each with its number as address; resolves with a search for their numbers, the best first. */
async function libraryOf(texts: readonly string[], library: Library = freshLibrary()) {
  const ids = new Map<string, number>();
  for (const [i, text] of texts.entries()) {
    const article = anArticle(`x${i}`, { title: `No ${i}`, authors: [], siteName: null, text });
    ids.set(await saved(library, article), i);
  }
  return async (search: string) =>
    (await library.list({ shelf: 'all', sort: 'relevance', search })).map((id) => ids.get(id) ?? -1);
}

const CHINESE = [
  '他在默想这件事。',
  '这是默认的设置。',
  '新款本田上市。',
  '本地的消息，田野。',
  '车的大灯坏了。',
  '屋里有一盏灯',
  '她买了小化妆包。',
  '小包里有化妆品，妆包不小，化妆。',
];

test.each([
  ['默想', [0]],
  ['默认', [1]],
  ['默認', [1]],
  ['本田', [2]],
  ['本地', [3]],
  ['灯', [4, 5]],
  ['燈', [4, 5]],
  ['大灯', [4]],
  ['小化妆包', [6]],
  ['化妆', [6, 7]],
  ['本田 上市', [2]],
  ['本市', []],
])('%s finds what is meant and nothing else', async (search, expected) => {
  const find = await libraryOf(CHINESE);

  expect((await find(search)).toSorted()).toEqual(expected);
});

test('a word of which nothing has the like is taken for a slip', async () => {
  const library = freshLibrary();
  const texts = [
    'The government has fallen.',
    'Governors meet.',
    ...Array.from({ length: 110 }, () => 'Nothing at all.'),
  ];
  const find = await libraryOf(texts, library);

  const whilePending = [await find('goverment '), await find('governemnt fallen '), await find('government ')];
  await tended(library);
  const inSegment = [
    await find('goverment '),
    await find('ogvernment '),
    await find('"goverment" x '),
    await find('goxerxment '),
  ];

  expect(whilePending).toEqual([[0], [0], [0]]);
  expect(inSegment).toEqual([[0], [0], [], []]);
});

test('the best answer comes first: rare words, words of the title, and what was saved of late', async () => {
  let now = 100 * DAY;
  const library = freshLibrary(() => now);
  const save = (slug: string, title: string, text: string) => saved(library, anArticle(slug, { title, text }));
  const old = await save('old', 'Ebb', 'The moon and the common tide.');
  now += 200 * DAY;
  const fresh = await save('fresh', 'Ebb', 'The moon and the common tide.');
  const titled = await save('titled', 'The moon', 'Of the common and other matters.');
  const often = await save('often', 'Ebb', 'The moon, the moon and the moon: common.');
  for (let i = 0; i < 5; i++) await save(`other ${i}`, 'Ebb', 'Common matters, common tides.');

  expect(await library.list({ shelf: 'all', sort: 'relevance', search: 'moon common ' })).toEqual([
    titled,
    often,
    fresh,
    old,
  ]);
  expect(await library.list({ shelf: 'all', sort: 'relevance', search: 'moon common ', limit: 2 })).toEqual([
    titled,
    often,
  ]);
  expect((await library.list({ shelf: 'all', sort: 'oldest', search: 'moon ' }))[0]).toBe(old);
});

test('an update is found by its new words and no more by the old', async () => {
  const library = freshLibrary();
  const find = await libraryOf(['The tide.', ...Array.from({ length: 120 }, () => 'Nothing.')], library);
  await tended(library);

  await updated(library, anArticle('x0', { text: 'The ebb.', content: '<p>The ebb.</p>' }));

  expect([await find('tide '), await find('ebb ')]).toEqual([[], [0]]);
});

test('where an article has what was searched for is told of its text and title', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide', { title: 'The Tide', text: 'Words about the tide.' }));

  const found = await library.foundTexts([id, 'gone'], 'tide');

  expect([...found]).toEqual([[id, { text: 'Words about the tide.', marks: [[16, 20]], titleMarks: [[4, 8]] }]]);
  expect((await library.foundTexts([id], 'is:unread')).size).toBe(0);
});

test('contexts that tend one index at once, while others save, do each piece of work once', async () => {
  const library = freshLibrary();
  const others = [openLibrary({ name: library.name }), openLibrary({ name: library.name })];
  const save = (owner: Library, from: number) =>
    Promise.all(
      Array.from({ length: 150 }, (_, i) => saved(owner, anArticle(`n${from + i}`, { text: 'The common tide.' }))),
    );
  const tendAWhile = async (owner: Library) => {
    for (let i = 0; i < 60; i++) await owner.tendIndex({ tidy: true });
  };

  const [ids] = await Promise.all([
    Promise.all([save(library, 0), save(others[0] ?? library, 150)]),
    ...[library, ...others].map(tendAWhile),
  ]);
  await tended(library, { tidy: true });

  const found = await library.list({ shelf: 'all', sort: 'relevance', search: 'common tide ' });
  expect(found.toSorted()).toEqual(ids.flat().toSorted());
  const { segments = [], pendingDocuments = [] } = await everything(library.name);
  const sizes = (segments as { size: number }[]).reduce((sum, { size }) => sum + size, 0);
  expect(sizes + pendingDocuments.length).toBe(300);
});

test('what is in the trash is found by `is:trash` alone, whether it is indexed yet or not', async () => {
  const name = freshName();
  await fillLibrary(name, 2, (i) => ({ article: { title: 'The tide' }, savedAt: i }));
  await asUnindexed(name);
  const library = openLibrary({ name });
  const [kept = '', trashed = ''] = await library.list({ shelf: 'all', sort: 'newest' });
  unwrapped(await library.setDeleted([trashed], true));
  const find = (search: string) => library.list({ shelf: 'all', sort: 'newest', search });
  const findAll = async () => [await find('tide -is:favourite'), await find('tide is:trash')];

  const before = await findAll();
  await tended(library);

  expect(before).toEqual([[kept], [trashed]]);
  expect(await findAll()).toEqual([[kept], [trashed]]);
});
