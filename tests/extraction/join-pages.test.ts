import { describe, expect, it } from 'vitest';
import { cleanContent } from '../../utils/extraction/content';
import { extractArticle } from '../../utils/extraction/extract';
import { type Joinable, joinPage } from '../../utils/extraction/join-pages';
import { linkArticle } from '../../utils/extraction/link-article';
import { toggleBlock } from '../../utils/extraction/put-back';
import type { ExtractedArticle, ReceiptEntry } from '../../utils/model/article';
import { countText } from '../../utils/model/reading-time';
import { parse } from './support';

const URL = 'https://a.example/ferry';
const image = (url: string) => ({ url, sources: [url], alt: '', width: null, height: null });

/** A page as captured, whose text is `content`. */
function page(number: number, content: string, over: Partial<ExtractedArticle> = {}): ExtractedArticle {
  const body = parse(content).body;
  return {
    ...linkArticle(number === 1 ? URL : `${URL}?page=${number}`, 'The ferry'),
    kind: 'article',
    content,
    text: body.textContent ?? '',
    images: [...body.querySelectorAll('img')].map(({ src }) => image(src)),
    ...over,
  };
}

function joined(first: Joinable, second: ExtractedArticle) {
  const result = joinPage(first, second);
  if (!result.ok) throw new Error(result.error);
  return { ...first, ...result.value };
}

const left = (at: number[], text: string, over: Partial<ReceiptEntry> = {}): ReceiptEntry => ({
  ...{ step: 'drop-leftovers', reason: 'says', text, html: `<p>${text}</p>`, at },
  ...over,
});

describe('a page joined to an article', () => {
  it('stands after it behind a rule, with its words counted and its pictures among the article’s', () => {
    const first = page(1, '<p>One two.</p><figure><img src="https://a.example/1.jpg" alt=""></figure>');
    const nextPage = { url: `${URL}?page=3`, isSure: true, total: 3 };
    const second = page(2, '<p>Three four.</p><figure><img src="https://a.example/2.jpg" alt=""></figure>', {
      nextPage,
    });

    const both = joined(first, second);

    expect(both.content).toBe(`${first.content}<hr>${second.content}`);
    expect(both.text).toBe('One two.\n\nThree four.');
    expect(both).toMatchObject({ ...countText(both.text), readingMinutes: 1, nextPage });
    expect(both.images.map(({ url }) => url)).toEqual(['https://a.example/1.jpg', 'https://a.example/2.jpg']);
    expect(both.pages).toEqual([URL, `${URL}?page=2`]);
  });

  it('is clean content as before: cleaning it again changes nothing', () => {
    const { content } = joined(page(1, '<p>One.</p>'), page(2, '<h2>Two</h2><p>Three.</p>'));

    const again = cleanContent(parse(content).body, { baseUrl: URL, title: '', lang: null });

    expect(again.content).toBe(content);
  });

  it('is a third as well as a second', () => {
    const both = joined(page(1, '<p>One.</p>'), page(2, '<p>Two.</p>'));

    const all = joined(both, page(3, '<p>Three.</p>'));

    expect(all.content).toBe('<p>One.</p><hr><p>Two.</p><hr><p>Three.</p>');
    expect(all.pages).toHaveLength(3);
  });

  it('does without what the article has: title, lead, pictures, the lines at its end', () => {
    const lead = '<p>What the ferry was.</p>';
    const picture = '<figure><img src="https://a.example/1.jpg" alt=""><figcaption>It.</figcaption></figure>';
    const end = '<p>Mara Lind writes on ships.</p>';
    const first = page(1, `${lead}${picture}<p>One.</p>${end}`);
    const second = page(2, `<h2>The ferry</h2>${lead}<p>Two.</p>${picture}<p>One.</p><p>Three.</p><hr>${end}`);

    const both = joined(first, second);

    expect(both.content).toBe(`${first.content}<hr><p>Two.</p><p>One.</p><p>Three.</p>`);
    expect(both.receipt.map(({ step, text, at }) => [step, text, at])).toEqual([
      ['join-pages', 'The ferry', [5]],
      ['join-pages', 'What the ferry was.', [5]],
      ['join-pages', '', [6]],
      ['join-pages', 'Mara Lind writes on ships.', [8]],
    ]);
  });

  it('keeps every left-out block where it stood, those put back before the page was joined too', () => {
    const first = page(1, '<p>A.</p><p>B.</p>', { receipt: [left([1], 'a-b'), left([2], 'b-')] });
    const second = page(2, '<p>A.</p><p>C.</p><p>D.</p>', { receipt: [left([1], 'a-c'), left([2], 'c-d')] });
    const put = (article: Joinable, text: string): Joinable => {
      const revised = toggleBlock(
        article,
        article.receipt.findIndex((entry) => entry.text === text),
      );
      if (!revised) throw new Error(`${text} cannot be put back`);
      return { ...article, ...revised };
    };

    const before = joined(put(first, 'a-b'), second);
    const all = ['A.', 'c-d', 'b-', 'a-c'].reduce(put, before);
    const back = ['a-b', 'c-d', 'A.', 'b-', 'a-c'].reduce(put, all);

    expect(before.text.split('\n\n')).toEqual(['A.', 'a-b', 'B.', 'C.', 'D.']);
    expect(all.content).toBe(
      '<p>A.</p><p>a-b</p><p>B.</p><p>b-</p><hr><p>A.</p><p>a-c</p><p>C.</p><p>c-d</p><p>D.</p>',
    );
    expect(back.content).toBe('<p>A.</p><p>B.</p><hr><p>C.</p><p>D.</p>');
  });

  it('keeps its footnotes apart from the article’s', () => {
    const text = (number: string, id: string) =>
      `<p>${number}<a href="#offprint-${id}">*</a></p><p id="offprint-${id}">Note ${number}.</p>`;

    const { content } = joined(page(1, text('One', 'fn1')), page(2, text('Two', 'fn1')));

    expect(content).toBe(`${text('One', 'fn1')}<hr>${text('Two', 'fn1-2')}`);
  });

  it('does not lead back to a page that is there', () => {
    const second = page(2, '<p>Two.</p>', { nextPage: { url: `${URL}/#top`, isSure: true, total: null } });

    expect(joined(page(1, '<p>One.</p>'), second).nextPage).toBeNull();
  });
});

describe('a page is not joined', () => {
  const first = page(1, '<p>One.</p><p>Two.</p>');

  it.each<[why: string, page: ExtractedArticle, problem: string]>([
    [
      'whose address is that of the article',
      page(1, '<p>Three.</p>', { url: `${URL}/?utm_source=x` }),
      'already-joined',
    ],
    ['whose text the article has', page(2, '<p>One.</p><p>Two.</p>'), 'nothing-new'],
    ['whose text is part of the article’s', page(2, '<p>ne.</p>'), 'nothing-new'],
    ['that is empty', page(2, ''), 'nothing-new'],
  ])('%s', (_, second, error) => {
    expect(joinPage(first, second)).toEqual({ ok: false, error });
  });

  it('twice', () => {
    const both = joined(first, page(2, '<p>Three.</p>'));

    expect(joinPage(both, page(2, '<p>Four.</p>'))).toEqual({ ok: false, error: 'already-joined' });
  });

  it('to fifty others', () => {
    const pages = Array.from({ length: 50 }, (_, at) => `${URL}?page=${at}`);

    expect(joinPage({ ...first, pages }, page(60, '<p>More.</p>'))).toEqual({ ok: false, error: 'too-many' });
  });
});

it('a captured page says where it goes on, and one of a single page that it does not', () => {
  const text = `<p>${'The ferry left the harbour at six in the morning. '.repeat(9)}</p>`.repeat(4);
  const html = (more: string) =>
    `<html lang="en"><title>The ferry</title><body><article>${text}</article>${more}</body>`;

  const [some, none] = ['<a rel="next" href="/ferry?page=2">Next</a>', ''].map((more) =>
    extractArticle(parse(html(more)), URL),
  );

  expect(some?.nextPage).toEqual({ url: `${URL}?page=2`, isSure: true, total: null });
  expect(none?.nextPage).toBeNull();
});
