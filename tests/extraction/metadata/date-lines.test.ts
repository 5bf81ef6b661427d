import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../../utils/extraction/metadata';
import { datesIn } from '../../../utils/extraction/metadata/date-lines';
import { readPageWords } from '../../../utils/extraction/metadata/page-words';
import { parse } from '../support';

describe('a line', () => {
  it.each([
    ['Published 3 March 2021', '3 March 2021', undefined],
    ['Last updated: March 4, 2021', undefined, 'March 4, 2021'],
    ['Published 3 March 2021, updated on 4 March 2021', '3 March 2021, updated on 4 March 2021', '4 March 2021'],
    ['Aktualisiert am 31.03.2021', undefined, '31.03.2021'],
    ['更新时间：2021-03-31 11:25', undefined, '2021-03-31 11:25'],
    ['发布时间：21-03-31 11:25', '21-03-31 11:25', undefined],
    ['نشر ٣١ مارس ٢٠٢١', '٣١ مارس ٢٠٢١', undefined],
    ['two hours ago', undefined, undefined],
  ])('%j says when it was published and when changed', (line, published, modified) => {
    expect(datesIn(line)).toEqual({ ...(published ? { published } : {}), ...(modified ? { modified } : {}) });
  });
});

describe('the page', () => {
  it.each([
    ['below its heading, in a box without a name', '<h1>A story</h1><div>By Jo<span>March 31, 2021</span></div>'],
    ['above its heading', '<div>March 31, 2021</div><h1>A story</h1><p>words</p>'],
    [
      'in a box around which the body is named after comments',
      '<body class="no-comments"><h1>A story</h1><p>March 31, 2021</p>',
    ],
    [
      'after a word in a box of its own',
      '<h1>A story</h1><div>Updated</div><div>May 1, 2022</div><p>March 31, 2021</p>',
    ],
    [
      'by an element that looks like its heading',
      '<title>A long title</title><h2>A long title</h2><p>March 31, 2021</p>',
    ],
  ])('names its day %s', (_, html) => {
    expect(readPageWords(parse(html)).published).toBe('March 31, 2021');
  });

  it('does not take a day in a box of other articles', () => {
    const html = '<h1>A story</h1><aside>March 31, 2021</aside><div class="related">March 31, 2021</div>';

    expect(readPageWords(parse(html)).published).toBeUndefined();
  });

  it('has its day in the data of its programs where no words name it', () => {
    const html = '<script>var page = { publish_time: "2021-03-31 11:25" }</script><h1>A story</h1>';

    expect(readPageWords(parse(html)).published).toBe('2021-03-31 11:25');
  });

  it('is not harmed by a form that calls its controls as the DOM its properties', () => {
    const form = ['closest', 'contains', 'parentNode', 'textContent'].map((name) => `<input name="${name}">`).join('');

    expect(readPageWords(parse(`<form>${form}<h1>A story</h1> 1 May 2020</form><p>words</p>`)).title).toBe('A story');
  });
});

describe('the time of publication', () => {
  const url = 'https://a.example/n/1';
  const read = (html: string) => readMetadata(parse(html), { url, baseUrl: url, sample: '', byline: null });

  it('is that of another source where day and month could be either', () => {
    const html = '<html lang="en"><meta name="pubdate" content="03-09-2021"><h1>A story</h1><p>March 9, 2021</p>';

    expect(read(html).publishedTime).toBe('2021-03-09T00:00:00.000Z');
  });

  it('is when it was changed where the page says nothing else', () => {
    const { publishedTime, modifiedTime, confidence } = read('<h1>A story</h1><p>Updated March 9, 2021</p>');

    expect([publishedTime, modifiedTime]).toEqual(['2021-03-09T00:00:00.000Z', '2021-03-09T00:00:00.000Z']);
    expect(confidence.publishedTime).toBe('low');
  });

  it('is read from tags that a publishing system named in its own way', () => {
    expect(read('<meta name="w-published-date" content="2021-03-31">').publishedTime).toBe('2021-03-31T00:00:00.000Z');
  });
});
