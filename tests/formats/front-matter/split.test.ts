import { describe, expect, it } from 'vitest';
import { MAX_FRONT_MATTER_LENGTH, splitFile } from '../../../utils/formats/front-matter/split';

describe('splitFile', () => {
  it('takes front matter and body apart and knows their lines', () => {
    const split = splitFile('\n---\ntitle: a\n---\n\n<p>b</p>\n');

    expect(split).toEqual({
      ok: true,
      value: { block: 'title: a\n', blockLine: 3, body: '\n<p>b</p>\n', bodyLine: 5 },
    });
  });

  it.each([
    ['Windows line ends', '---\r\ntitle: a\r\n---\r\nb', 'b', 1],
    ['no opening line', 'title: a\n---\nb', 'b', 0],
    ['longer lines of dashes, with spaces after them', '----- \ntitle: a\n---- \nb', 'b', 1],
    ['dashes in the body', '---\ntitle: a\n---\nb\n---\nc', 'b\n---\nc', 1],
    ['a body with no end of line', '---\ntitle: a\n---', '', 1],
  ])('understands %s', (_, text, body, linesBefore) => {
    const split = splitFile(text);

    expect(split).toEqual({
      ok: true,
      value: expect.objectContaining({ block: 'title: a\n', blockLine: 1 + linesBefore, body }),
    });
  });

  it('gives the JSON variant its braces', () => {
    const split = splitFile(';;;\n"title": "a",\n"tags": ["b"]\n;;;\nc');

    expect(split).toEqual({
      ok: true,
      value: { block: '{"title": "a",\n"tags": ["b"]\n}', blockLine: 2, body: 'c', bodyLine: 5 },
    });
  });

  it.each([
    ['without front matter', '# A heading\n\nWords.\n\n---\n\nMore.', 'no-front-matter', 1],
    ['that is empty', '', 'no-front-matter', 1],
    ['of blank lines', '\n\n', 'no-front-matter', 1],
    ['of HTML', '\n<p>a: b</p>\n---', 'no-front-matter', 2],
    ['whose front matter never ends', '\n---\ntitle: a\nb', 'unclosed-front-matter', 2],
    ['of an opening line alone', '---', 'unclosed-front-matter', 1],
    ['whose keys never end', 'title: a\nb', 'no-front-matter', 1],
    ['of megabytes of front matter', `---\n${'a: b\n'.repeat(1_000_000)}---\n`, 'front-matter-too-large', 2],
    ['of one endless line', `---\ntitle: ${'a'.repeat(MAX_FRONT_MATTER_LENGTH)}`, 'front-matter-too-large', 2],
  ])('refuses a file %s and names the line', (_, text, reason, line) => {
    const split = splitFile(text);

    expect(split).toEqual({ ok: false, error: { reason, line } });
  });
});
