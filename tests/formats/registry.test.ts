import { describe, expect, it } from 'vitest';
import { ARTICLE_FORMATS, formatFor } from '../../utils/formats/registry';

describe('formatFor', () => {
  it.each([
    ['新闻.md', 'front-matter'],
    ['A.MARKDOWN', 'front-matter'],
    ['a.md.exe', undefined],
    ['md', undefined],
  ])('knows the format of %j', (name, id) => {
    expect(formatFor(name)?.id).toBe(id);
  });

  it('finds every format by each of its extensions', () => {
    for (const format of ARTICLE_FORMATS) {
      for (const extension of format.extensions) expect(formatFor(`a${extension}`)).toBe(format);
    }
  });
});
