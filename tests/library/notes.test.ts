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

it('tells texts apart whose receipts find a link at different places, and knows receipts again that say no place', async () => {
  const entry = {
    step: 'unwrap-tracking-links',
    reason: 'tracking-link',
    text: 'here',
    url: 'https://a.example/?utm_id=1',
  };
  const idWith = (link?: { href: string | null; before: string }) =>
    contentIdOf(anArticle('tide', { receipt: [link ? { ...entry, link } : entry] }));

  const ids = await Promise.all([idWith(), idWith({ href: null, before: 'a' }), idWith({ href: null, before: 'b' })]);

  expect(new Set(ids).size).toBe(3);
});
