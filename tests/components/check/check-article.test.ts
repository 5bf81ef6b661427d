import { describe, expect, test } from 'vitest';
import { type AskWeb, checkArticle } from '../../../components/check/check-article';
import { settle } from '../../../components/check/settle';
import type { ExtractedArticle } from '../../../utils/model/article';
import type { Library } from '../../../utils/model/library';
import type { PageAnswer } from '../../../utils/model/page-check';
import { fail, ok } from '../../../utils/model/result';
import { anArticle, freshLibrary, saved } from '../../library/support';

const FIRST = 'The ferry leaves at nine.\n\nIt carries forty cars.\n\nDogs travel free.';
const html = (text: string) => text.replace(/[^\n]+/g, '<p>$&</p>');
const story = (text = FIRST, over: Partial<ExtractedArticle> = {}) =>
  anArticle('tide', { text, content: html(text), ...over });

/** A web of one page. */
function web(
  answer: PageAnswer | ((url: string) => PageAnswer),
  more: Partial<AskWeb> = {},
): AskWeb & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async checkPage(url) {
      asked.push(url);
      return typeof answer === 'function' ? answer(url) : answer;
    },
    fetchPage: async () => fail('page-unreachable'),
    ...more,
  };
}

const page = (article: ExtractedArticle, url = article.url): PageAnswer => ({ is: 'page', url, article });
const found = async (library: Library, id: string) => (await library.state(id))?.page?.value;

describe('a check of an article', () => {
  test('finds the page unchanged, whatever it does with its white space and pictures', async () => {
    const library = freshLibrary();
    const id = await saved(library, story());

    const finding = await checkArticle(library, web(page(story(FIRST.replace('\n\n', '\n \n\n'), { images: [] }))), id);

    expect(finding).toEqual({ id, is: 'unchanged' });
    expect(await found(library, id)).toEqual({ is: 'unchanged', checkedAt: expect.any(Number) });
  });

  test('finds other words, or another headline, and keeps nothing of them by itself', async () => {
    const library = freshLibrary();
    const id = await saved(library, story());
    const changed = story(FIRST.replace('nine', 'ten'));

    expect(await checkArticle(library, web(page(changed)), id)).toEqual({ id, is: 'changed', page: changed });
    expect(await checkArticle(library, web(page(story(FIRST, { title: 'Ferry late' }))), id)).toMatchObject({
      is: 'changed',
    });

    expect((await library.content(id))?.text).toBe(FIRST);
    expect((await library.article(id))?.versions).toHaveLength(1);
    expect(await found(library, id)).toMatchObject({ is: 'changed' });
  });

  test('finds where it moved to', async () => {
    const library = freshLibrary();
    const id = await saved(library, story());
    const movedTo = 'https://news.example/2026/tide';
    const there = story(FIRST, { url: movedTo, canonicalUrl: movedTo });

    expect(await checkArticle(library, web(page(there)), id)).toEqual({ id, is: 'moved', movedTo });
    expect(await found(library, id)).toMatchObject({ is: 'moved', movedTo });
  });

  test('takes https, www. and a slash for no move', async () => {
    const library = freshLibrary();
    const id = await saved(
      library,
      story(FIRST, { url: 'http://news.example/tide', canonicalUrl: 'http://news.example/tide' }),
    );

    const finding = await checkArticle(library, web(page(story(), 'https://www.news.example/tide/')), id);

    expect(finding).toEqual({ id, is: 'unchanged' });
  });

  test('takes another article at the end of its address for no move, and remembers nothing', async () => {
    const library = freshLibrary();
    const id = await saved(library, story());
    const url = 'https://news.example/2026/weather';
    const other = story('Rain all week.\n\nThe council met on Monday.', { url, canonicalUrl: url, title: 'Weather' });

    expect(await checkArticle(library, web(page(other)), id)).toEqual({ id, is: 'unreachable', problem: 'other-page' });
    expect(await found(library, id)).toBeUndefined();
  });

  test('finds it gone only when the address that it was read at is gone too', async () => {
    const library = freshLibrary();
    const id = await saved(library, story(FIRST, { url: 'https://m.news.example/t?id=7' }));
    const gone = web({ is: 'gone' });

    expect(await checkArticle(library, gone, id)).toEqual({ id, is: 'gone' });
    expect(gone.asked).toEqual(['https://news.example/tide', 'https://m.news.example/t?id=7']);
    expect((await library.items([id]))[0]?.isGone).toBe(true);

    const there = web((url) => (url.includes('?id=7') ? page(story(), url) : { is: 'gone' }));
    expect(await checkArticle(library, there, id)).toEqual({ id, is: 'unchanged' });
    expect((await library.items([id]))[0]?.isGone).toBeUndefined();
  });

  test.each(['needs-permission', 'server-error', 'page-unreachable', 'no-article'] as const)(
    'remembers nothing of %s, nor takes back what it knew',
    async (problem) => {
      const library = freshLibrary();
      const id = await saved(library, story());
      await library.recordCheck(id, { is: 'gone', checkedAt: 7 });

      const finding = await checkArticle(library, web({ is: 'unreachable', problem }), id);

      expect(finding).toEqual({ id, is: 'unreachable', problem });
      expect(await found(library, id)).toEqual({ is: 'gone', checkedAt: 7 });
    },
  );

  test('compares an article of several pages page by page', async () => {
    const library = freshLibrary();
    const next = { url: 'https://news.example/tide?page=2', isSure: true, total: 2 };
    const [one, two] = [
      story('Page one says this.', { nextPage: next }),
      story('Page two says that.', { url: next.url }),
    ];
    const ask = (second: ExtractedArticle) => web(page(one), { fetchPage: async () => ok(second) });
    const { joinPage } = await import('../../../utils/extraction/join-pages');
    const joined = joinPage(one, two);
    if (!joined.ok) throw new Error(joined.error);
    const id = await saved(library, { ...one, ...joined.value });

    expect(await checkArticle(library, ask(two), id)).toEqual({ id, is: 'unchanged' });
    const changed = await checkArticle(library, ask(story('Page two says more.', { url: next.url })), id);

    expect(changed).toMatchObject({ is: 'changed', page: { text: 'Page one says this.\n\nPage two says more.' } });
    const half = await checkArticle(library, web(page(one)), id);
    expect(half).toEqual({ id, is: 'unreachable', problem: 'page-unreachable' });
  });

  test('asks only whether selected words still stand there', async () => {
    const library = freshLibrary();
    const id = await saved(library, story('It carries forty cars.', { kind: 'selection' }));

    expect(await checkArticle(library, web(page(story())), id)).toEqual({ id, is: 'unchanged' });
    expect(await checkArticle(library, web(page(story('It sank.'))), id)).toMatchObject({ is: 'changed' });
  });

  test('asks nobody about a file that has no address', async () => {
    const library = freshLibrary();
    const id = await saved(
      library,
      story(FIRST, { url: 'file:///notes.md', canonicalUrl: 'file:///notes.md', kind: 'import' }),
    );
    const ask = web({ is: 'gone' });

    expect(await checkArticle(library, ask, id)).toEqual({ id, is: 'unreachable', problem: 'browser-page' });
    expect(ask.asked).toEqual([]);
  });
});

describe('what a check found', () => {
  test('is kept as the newest text and can be undone, headline and all', async () => {
    const library = freshLibrary();
    const id = await saved(library, story());
    const finding = await checkArticle(library, web(page(story('All new words.', { title: 'New headline' }))), id);

    const undo = await settle(library, finding);

    expect(await library.article(id)).toMatchObject({ title: 'New headline', versions: [{}, {}] });
    expect((await library.content(id))?.text).toBe('All new words.');
    expect(await found(library, id)).toMatchObject({ is: 'unchanged' });

    expect(await undo?.()).toBe(true);

    expect(await library.article(id)).toMatchObject({ title: 'The tide comes in', versions: [{}] });
    expect((await library.content(id))?.text).toBe(FIRST);
    expect(await found(library, id)).toMatchObject({ is: 'changed' });
  });

  test('is remembered as the new address and can be undone', async () => {
    const library = freshLibrary();
    const id = await saved(library, story());
    const movedTo = 'https://news.example/2026/tide';
    const finding = await checkArticle(library, web(page(story(), movedTo)), id);

    const undo = await settle(library, finding);

    expect((await library.article(id))?.canonicalUrl).toBe(movedTo);
    expect(await undo?.()).toBe(true);
    expect((await library.article(id))?.canonicalUrl).toBe('https://news.example/tide');
  });

  test('is not undone over what has been changed since', async () => {
    const library = freshLibrary();
    const id = await saved(library, story());
    const undo = await settle(library, await checkArticle(library, web(page(story('All new.'))), id));
    await library.save({ article: story('Newer still.'), mode: 'update' });

    expect(await undo?.()).toBe(false);
    expect((await library.content(id))?.text).toBe('Newer still.');
  });
});
