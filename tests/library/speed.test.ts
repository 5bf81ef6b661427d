import { expect, test } from 'vitest';
import { openLibrary } from '../../utils/library/library';
import { fillLibrary } from '../support/fill-library';
import { random } from './random';
import { anArticle, anImage, freshName, indexAll } from './support';

const COUNT = 10_000;

/** Far beyond what any call takes on a busy machine, in ms: only work that grows with the square of the library takes so long. */
const FAR_TOO_LONG = 5_000;

/** Fills a library with articles that differ in all that lists and searches ask for. */
async function fill(name: string): Promise<void> {
  const { integer, pick } = random(1);
  const fillingOf = () => ({
    article: {
      title: `${pick(['The tide', '潮水', 'Der Überfluß'])} ${integer(1_000_000)} comes in over the long sands again`,
      readingMinutes: 1 + integer(30),
    },
    savedAt: integer(2_000_000_000),
    archived: integer(2) === 0,
    favourite: integer(10) === 0,
    tags: [`tag ${integer(100)}`],
  });
  await fillLibrary(name, COUNT, fillingOf, { withTexts: true });
  await indexAll(name);
}

/** The median of several runs, in ms. */
async function timed(run: (i: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 9; i++) {
    const start = performance.now();
    await run(i);
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[4] ?? Number.POSITIVE_INFINITY;
}

test(`a library of ${COUNT} articles answers at once`, { timeout: 120_000 }, async () => {
  const name = freshName();
  await fill(name);
  const library = openLibrary({ name });
  const ids = await library.list({ shelf: 'all', sort: 'newest' });
  const images = ['a', 'b', 'c', 'd', 'e'].map(anImage);

  const took = {
    'first list': await timed(() => openLibrary({ name }).list({ shelf: 'all', sort: 'published' })),
    list: await timed(() => library.list({ shelf: 'all', sort: 'newest' })),
    'first search': await timed(() => openLibrary({ name }).list({ shelf: 'all', sort: 'newest', search: 'tide' })),
    search: await timed((i) => library.list({ shelf: 'all', sort: 'newest', search: `uberfluss ${i}` })),
    items: await timed((i) => library.items(ids.slice(i * 40, i * 40 + 40))),
    save: await timed((i) => library.save({ article: anArticle(`new ${i}`, { images }), tags: ['new'], mode: 'add' })),
    counts: await timed(() => library.counts()),
    tags: await timed(() => library.tags()),
  };

  const figures = Object.entries(took).map(([call, ms]) => `${call} ${ms.toFixed(1)} ms`);
  // biome-ignore lint/suspicious/noConsole: the figures are what this is run for
  console.info(`With ${COUNT} articles (median of 9): ${figures.join(', ')}`);
  expect(ids).toHaveLength(COUNT);
  expect(Object.entries(took).filter(([, ms]) => ms > FAR_TOO_LONG)).toEqual([]);
});
