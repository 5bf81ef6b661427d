import { expect, it } from 'vitest';
import { contentIdOf } from '../../utils/library/ids';
import { anArticle, freshLibrary, saved } from './support';

it('keeps what a page says of itself with the row, and how sure of it with the text', async () => {
  const library = freshLibrary();
  const notes = { organisations: ['Reuters'], leadImageCaption: 'A boat', isPaywalled: true, isLiveBlog: true };
  const nextPage = { url: 'https://news.example/tide/2', isSure: true, total: 3 };

  const id = await saved(library, anArticle('tide', { ...notes, confidence: { title: 'high' }, nextPage }));

  const row = await library.article(id);
  const content = await library.content(id);
  expect(row).toMatchObject(notes);
  expect(row).not.toHaveProperty('confidence');
  expect(row).not.toHaveProperty('nextPage');
  expect(content?.nextPage).toEqual(nextPage);
  expect(content?.confidence).toEqual({ title: 'high' });
});

it('knows a text of an older library again, which says nothing of confidence', async () => {
  const { confidence: _, ...older } = anArticle();

  expect(await contentIdOf({ ...older, confidence: {} })).toBe(await contentIdOf(older));
  expect(await contentIdOf({ ...older, confidence: { title: 'low' } })).not.toBe(await contentIdOf(older));
});
