import { describe, expect, it } from 'vitest';
import { toggleBlock } from '../../../utils/extraction/put-back';
import { parseFrontMatter, serializeFrontMatter } from '../../../utils/formats/front-matter';
import type { ExtractedArticle, ReceiptEntry } from '../../../utils/model/article';
import { anArticle } from '../../library/support';

const receipt: ReceiptEntry[] = [
  {
    step: 'drop-repeated-title',
    reason: 'title',
    text: 'The tide comes in',
    html: '<h2>The tide comes in</h2>',
    at: [0],
  },
  {
    step: 'drop-leftovers',
    reason: 'says:more',
    text: '“More”: #1',
    html: '<p>“More”: <a href="https://a.example/?a=1&amp;b=2">#1</a></p>',
    at: [1],
  },
  { step: 'unwrap-tracking-links', reason: 'tracking-link', text: 'kettles', url: 'https://shop.example/' },
];
const captured = anArticle('tide', { content: '<p>One</p><p>Two</p>', text: 'One\n\nTwo', receipt });

async function read(text: string): Promise<ExtractedArticle> {
  const parsed = await parseFrontMatter({ name: 'tide.md', bytes: new TextEncoder().encode(text) });
  if (!parsed.ok) throw new Error(parsed.error.reason);
  return parsed.value;
}

describe('the blocks left out of an article', () => {
  it('go out and come in again with it, as they were and put back, byte for byte', async () => {
    const once = toggleBlock(captured, 0);
    const twice = once && toggleBlock(once, 1);
    const both = { ...captured, ...twice };
    expect(both.text).toContain('“More”');

    for (const article of [captured, both]) {
      const exported = serializeFrontMatter(article);
      const again = await read(exported);

      expect(again.receipt).toEqual(article.receipt.slice(0, 2));
      expect(again.content).toBe(article.content);
      expect(serializeFrontMatter(again)).toBe(exported);
    }
  });

  it('can be put back after an import, and the file says so then', async () => {
    const imported = await read(serializeFrontMatter(captured));
    const revised = { ...imported, ...toggleBlock(imported, 1) };

    expect(revised.text).toBe('One\n\n“More”: #1\n\nTwo');
    expect((await read(serializeFrontMatter(revised))).receipt[1]).toEqual({ ...receipt[1], back: true });
  });

  it('are not told in a file of somebody else’s until one is put back', async () => {
    const file = '---\ntitle: Tides\n---\n\n<h2>Tides</h2><p>One</p>\n';
    const imported = await read(file);
    expect(imported.receipt).toHaveLength(1);

    expect(serializeFrontMatter(imported)).not.toContain('left_out');
    expect(serializeFrontMatter({ ...imported, ...toggleBlock(imported, 0) })).toContain('left_out');
  });

  it('are written only as far as they can be read again', async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({
      ...receipt[1],
      html: `<p>${'x'.repeat(900)}</p>`,
      at: [at],
    }));

    const again = await read(serializeFrontMatter({ ...captured, receipt: many as ReceiptEntry[] }));

    expect(again.receipt.length).toBeGreaterThan(100);
    expect(again.receipt.length).toBeLessThanOrEqual(200);
  });

  it.each([
    ['text', 'left_out: all of it'],
    ['a list of nonsense', 'left_out: [1, null, [2], {html: 3, at: up}]'],
    ['places that are none', 'left_out: [{html: <p>x</p>, at: [-1]}, {html: <p>x</p>, at: []}]'],
    ['no html', 'left_out: [{at: [0]}]'],
  ])('are not believed when they are %s', async (_, line) => {
    expect((await read(`---\ntitle: T\n${line}\n---\n\n<p>One</p>\n`)).receipt).toEqual([]);
  });

  it('do no harm however hostile the file', async () => {
    const html = `</p></div><script>x</script><img src=x onerror=x><p onclick=x style=x>One<form><input name=parentNode></form>`;
    const imported = await read(`---\ntitle: T\nleft_out: [{html: '${html}', at: [0], text: x}]\n---\n\n<p>Two</p>\n`);

    expect(toggleBlock(imported, 0)?.content).toMatch(/^<p>One<\/p><p>Two<\/p>$/);
  });
});
