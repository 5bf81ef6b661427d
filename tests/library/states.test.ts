import { expect, test } from 'vitest';
import { anArticle, everything, freshLibrary, saved } from './support';

test('one call changes many articles and passes over those that are gone', async () => {
  const library = freshLibrary();
  const ids = [await saved(library, anArticle('one')), await saved(library, anArticle('two'))];

  const outcome = await library.setFavourite(['gone', ...ids], true);

  expect(outcome).toEqual({ ok: true, value: undefined });
  expect((await library.items(ids)).map(({ favourite }) => favourite)).toEqual([true, true]);
  expect(await library.setFavourite(['gone'], true)).toEqual({ ok: false, error: 'not-found' });
});

test('a change to what is so already is no change', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('one'), ['sea']);
  const before = await everything(library.name);

  await library.setArchived([id], false);
  await library.changeTags([id], { add: ['sea', ' '], remove: ['never'] });

  expect(await everything(library.name)).toEqual(before);
});

test('each field carries its own later stamp', async () => {
  const library = freshLibrary(() => 1_000);
  const id = await saved(library, anArticle('one'));
  const before = await library.state(id);

  await library.setArchived([id], true);

  const after = await library.state(id);
  expect(after?.favourite).toEqual(before?.favourite);
  expect(after && before && after.archived.time > before.archived.time).toBe(true);
  expect(after?.archived.device).toBe(before?.archived.device);
});

test('a wall clock that goes back does not make later changes older', async () => {
  let now = 1_000_000;
  const library = freshLibrary(() => now);
  const id = await saved(library, anArticle('one'));
  await library.setArchived([id], true);
  const before = await library.state(id);
  now = 5;

  await library.setFavourite([id], true);
  await library.setArchived([id], false);

  const after = await library.state(id);
  expect(before && after && after.favourite.time > before.archived.time).toBe(true);
  expect(before && after && after.archived.time > after.favourite.time).toBe(true);
});

test('a position is remembered and forgotten', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('one'));
  const position = { quote: 'Words', offset: 12, progress: 0.25 };

  await library.setPosition(id, position);
  const remembered = (await library.items([id]))[0]?.position;
  await library.setPosition(id, null);

  expect(remembered).toEqual(position);
  expect((await library.state(id))?.position.value).toBeNull();
  expect(await library.setPosition('gone', null)).toEqual({ ok: false, error: 'not-found' });
});

test('tags are tidied, and any word may be one', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('one'), ['  long   read ', '__proto__', 'constructor', '']);

  await library.changeTags([id], { add: ['toString'], remove: ['constructor'] });

  expect((await library.items([id]))[0]?.tags).toEqual(['long read', '__proto__', 'toString']);
  expect((await library.tags()).map(({ tag }) => tag)).toEqual(['toString', '__proto__', 'long read']);
});

test('a tag that is taken off is remembered as taken off', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('one'), ['sea']);

  await library.changeTags([id], { remove: ['sea'] });

  expect((await library.state(id))?.tags.sea).toMatchObject({ value: false });
  expect((await library.items([id]))[0]?.tags).toEqual([]);
});
