import { expect, test } from 'vitest';
import { openLibrary } from '../../../utils/library/library';
import type { SmartList } from '../../../utils/model/organise';
import { freshLibrary, unwrapped } from '../support';

const list = (id: string, name = id): SmartList => ({
  id,
  name,
  query: { shelf: 'all', sort: 'newest', search: `${id} ` },
});

async function kept(...ids: string[]) {
  const library = freshLibrary();
  for (const id of ids) unwrapped(await library.keepSmartList(list(id)));
  const names = async () => (await library.smartLists()).map(({ name }) => name);
  return { library, names };
}

test('lists are kept in the order they were made, and seen in every context', async () => {
  const { library } = await kept('long', 'china');

  expect(await openLibrary({ name: library.name }).smartLists()).toEqual([list('long'), list('china')]);
});

test('a list is renamed where it stands', async () => {
  const { library, names } = await kept('long', 'china');

  await library.keepSmartList(list('long', 'Long reads'));

  expect(await names()).toEqual(['Long reads', 'china']);
});

test('lists are put in order; those that were not named come last', async () => {
  const { library, names } = await kept('a', 'b', 'c', 'd');

  await library.orderSmartLists(['c', 'gone', 'a']);

  expect(await names()).toEqual(['c', 'a', 'b', 'd']);
});

test('a list that was removed is gone, and comes back to its place', async () => {
  const { library, names } = await kept('a', 'b', 'c');

  await library.dropSmartList('b');
  const without = await names();
  await library.keepSmartList(list('b'));
  await library.orderSmartLists(['a', 'b', 'c']);

  expect(without).toEqual(['a', 'c']);
  expect(await names()).toEqual(['a', 'b', 'c']);
});

test('everyone hears that lists changed', async () => {
  const { library } = await kept('a');
  const heard: string[] = [];
  const ends = new AbortController();
  openLibrary({ name: library.name }).subscribe(({ kind }) => heard.push(kind), ends.signal);

  await library.keepSmartList(list('b'));

  await expect.poll(() => heard).toEqual(['smart-lists']);
  ends.abort();
});
