import { expect, test } from 'vitest';
import { openLibrary } from '../../../utils/library/library';
import type { Library } from '../../../utils/model/library';
import { newRestorePoint, type RestorePoint } from '../../../utils/model/restore-point';
import { random } from '../random';
import { anArticle, anImage, aPicture, everything, freshName, tended, unwrapped } from '../support';
import { kept, type Seen, seen } from './support';

type Numbers = ReturnType<typeof random>;

const SLUGS = Array.from({ length: 14 }, (_, i) => `slug${i}`);
const TAGS = ['sea', 'moon', 'sun', '__proto__'] as const;

/** One random thing that can be done with a library, under a point or without one. */
async function doSomething(library: Library, numbers: Numbers, point: RestorePoint | undefined, step: string) {
  const ids = [
    ...(await library.list({ shelf: 'all', sort: 'newest' })),
    ...(await library.list({ shelf: 'trash', sort: 'newest' })),
  ];
  const some = ids.filter(() => numbers.integer(3) === 0);
  const slug = numbers.pick(SLUGS as [string, ...string[]]);
  const words = `word${slug} version${step}`;
  const images = Array.from({ length: numbers.integer(3) }, (_, i) => anImage(`${slug}-${i + numbers.integer(2)}`));
  const article = anArticle(slug, { text: words, content: `<p>${words}</p>`, images });
  const on = numbers.integer(2) === 0;
  const tag = numbers.pick(TAGS);
  await numbers.pick<() => Promise<unknown>>([
    () => library.save({ article, mode: 'add', tags: on ? [tag] : [], restorePoint: point }),
    () => library.save({ article, mode: 'update', restorePoint: point }),
    () => library.save({ article, mode: 'add', restorePoint: point }),
    () => library.setArchived(some, on, point),
    () => library.setFavourite(some, on, point),
    () => library.setDeleted(some, on, point),
    () => library.changeTags(some, on ? { add: [tag] } : { remove: [tag] }, point),
    () => library.purge(some.slice(0, 2), point),
    // What others do meanwhile is under no point.
    ...(point ? [] : [() => keepAPicture(library, ids, numbers), () => reviseOne(library, ids, numbers, step)]),
    () => tended(library),
  ])();
}

async function keepAPicture(library: Library, ids: readonly string[], numbers: Numbers) {
  const id = ids[numbers.integer(ids.length)] ?? '';
  const [picture] = (await library.pictures(id)).filter(({ status }) => status === 'pending');
  if (picture) await library.keepPicture(id, picture.url, await aPicture(picture.url));
}

async function reviseOne(library: Library, ids: readonly string[], numbers: Numbers, step: string) {
  const id = ids[numbers.integer(ids.length)] ?? '';
  const counts = { wordCount: 3, cjkCharCount: 0, readingMinutes: 2 };
  await library.revise(id, (content) => ({ ...content, ...counts, text: `${content.text} revised${step}` }));
}

/** What is to be there after a point was put back: what is kept under it as it was, all else as it is. */
function expected(
  before: Map<string, Seen>,
  now: Map<string, Seen>,
  { article = [], state = [] }: Record<string, string[]>,
) {
  const wanted = new Map(now);
  for (const id of state) {
    const [was, is] = [before.get(id), now.get(id)];
    if (was && is) wanted.set(id, { ...is, state: was.state });
  }
  for (const id of article) {
    const was = before.get(id);
    if (was) wanted.set(id, { ...was, pictures: fetchedSince(was, now.get(id)) });
    else wanted.delete(id);
  }
  return wanted;
}

function fetchedSince(was: Seen, is: Seen | undefined) {
  return was.pictures.map((picture) => {
    const since = is?.pictures.find(({ url, status }) => url === picture.url && status === 'kept');
    return picture.status === 'kept' || !since
      ? picture
      : { ...picture, status: since.status, hash: since.hash, failure: null };
  });
}

/** Everything that is derived agrees with what it is derived from: lists, counts, pictures' bytes and searches. */
async function expectSound(name: string) {
  const library = openLibrary({ name });
  const articles = await seen(name);
  const records = await everything(name);
  const inTrash = [...articles].filter(([, { state }]) => state.deleted).map(([id]) => id);
  const all = [...articles.keys()].filter((id) => !inTrash.includes(id));
  expect((await library.list({ shelf: 'all', sort: 'newest' })).sort()).toEqual(all.sort());
  expect((await library.list({ shelf: 'trash', sort: 'newest' })).sort()).toEqual(inTrash.sort());
  expect(await library.counts()).toMatchObject({ all: all.length, trash: inTrash.length });
  const items = await library.items([...articles.keys()]);
  expect(items).toHaveLength(articles.size);
  for (const { article, pictures, tags } of items) {
    const rows = articles.get(article.id)?.pictures.filter(({ position }) => position !== null) ?? [];
    const count = (status: string) => rows.filter((row) => row.status === status).length;
    expect(pictures).toEqual({ total: rows.length, kept: count('kept'), pending: count('pending') });
    expect(tags).toEqual(articles.get(article.id)?.state.tags);
  }
  const texts = new Map(
    records.contents?.map((content) => [(content as { id: string }).id, (content as { text: string }).text]),
  );
  for (const [id, { row, texts: there }] of articles) {
    const { current, contentIds } = row as { current: string; contentIds: string[] };
    expect(there).toEqual(contentIds);
    const words = texts.get(current)?.split(' ') ?? [];
    const shelf = inTrash.includes(id) ? 'trash' : 'all';
    for (const search of words) expect(await library.list({ shelf, sort: 'newest', search })).toContain(id);
  }
  for (const step of new Set([...texts.values()].flatMap((text) => text.split(' ')))) {
    const found = [...(await library.list({ shelf: 'all', sort: 'newest', search: `"${step}"` }))];
    const having = all.filter((id) => {
      const current = (articles.get(id)?.row as { current: string } | undefined)?.current ?? '';
      return texts.get(current)?.split(' ').includes(step);
    });
    expect(found.sort()).toEqual(having.sort());
  }
}

for (let seed = 1; seed <= 12; seed++) {
  test(`whatever is done before, under and after a point, what is kept under it comes back (${seed})`, async () => {
    const name = freshName();
    const library = openLibrary({ name });
    const numbers = random(seed);
    const point = newRestorePoint('import');
    for (let i = 0; i < 20; i++) await doSomething(library, numbers, undefined, `a${i}`);
    const before = await seen(name);
    for (let i = 0; i < 12; i++) await doSomething(library, numbers, point, `b${i}`);
    for (let i = 0; i < 12; i++) await doSomething(library, numbers, undefined, `c${i}`);
    const after = await seen(name);
    const rows = await kept(name, point.id);

    const outcome = unwrapped(await library.restoreTo(point.id));

    expect(await seen(name)).toEqual(expected(before, after, rows));
    await expectSound(name);
    // And the undo of that is what was there, but for pictures that have been fetched.
    const between = await seen(name);
    if (outcome.undo) await library.restoreTo(outcome.undo.id);
    const last = await seen(name);
    expect(last).toEqual(
      new Map([...after].map(([id, was]) => [id, { ...was, pictures: fetchedSince(was, between.get(id)) }])),
    );
    await tended(library);
    await expectSound(name);
    // With no point left, nothing is there that no article needs.
    for (const { id } of await library.restorePoints()) await library.setRestorePointDropped(id, true);
    await library.tendRestorePoints(Date.now() + 3_600_000);
    const records = await everything(name);
    const texts = new Set([...last.values()].flatMap(({ texts }) => texts));
    expect([records.restorePoints, records.formerRows]).toEqual([[], []]);
    expect(records.contents?.map((content) => (content as { id: string }).id).sort()).toEqual([...texts].sort());
    const hashes = new Set([...last.values()].flatMap(({ pictures }) => pictures.flatMap(({ hash }) => hash ?? [])));
    expect(records.blobs?.map((blob) => (blob as { hash: string }).hash).sort()).toEqual([...hashes].sort());
  });
}
