import { describe, expect, it } from 'vitest';
import { parseFrontMatter, serializeFrontMatter } from '../../../utils/formats/front-matter';
import { type KeptState, keptStateOf, withKeptState } from '../../../utils/formats/front-matter/kept-state';

const NOTHING: KeptState = { tags: [], archived: false, favourite: false, savedAt: null };
const MUCH: KeptState = {
  tags: ['a', '中文'],
  archived: true,
  favourite: true,
  savedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
};

async function imported(text: string) {
  const result = await parseFrontMatter({ name: 'a.md', bytes: new TextEncoder().encode(text) });
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
}

describe('what the reader did with an article', () => {
  it('is carried by the file of a capture', async () => {
    const captured = { ...(await imported('---\ntitle: a\n---\n<p>b</p>')), frontMatter: null };

    const again = await imported(serializeFrontMatter(captured, MUCH));

    expect(keptStateOf(again.frontMatter)).toEqual(MUCH);
  });

  it('leaves the front matter of an imported file alone while nothing was done', async () => {
    const file = "---\ntitle: 'a'\ntag: b\n---\n\n<p>c</p>\n";
    const read = await imported(file);

    expect(serializeFrontMatter(read, { ...NOTHING, tags: ['b'], savedAt: Date.now() })).toBe(file);
  });

  it('changes the key that is there and adds the others', () => {
    const entries = withKeptState(
      [
        ['Keywords', 'b'],
        ['archived', true],
      ],
      { ...NOTHING, tags: ['c'], favourite: true },
    );

    expect(entries).toEqual([
      ['Keywords', ['c']],
      ['archived', false],
      ['favorite', true],
    ]);
  });

  it('is nothing where a file says nothing', () => {
    expect(keptStateOf(null)).toEqual(NOTHING);
    expect(
      keptStateOf([
        ['saved', 'soon'],
        ['archived', 'no'],
      ]),
    ).toEqual(NOTHING);
  });
});
