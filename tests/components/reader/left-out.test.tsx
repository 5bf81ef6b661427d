import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ExtractedArticle } from '../../../utils/model/article';
import { expectAccessible } from '../../support/axe';
import { extracted, libraryWith, openReader } from './reading';

const receipt: ExtractedArticle['receipt'] = [
  {
    step: 'drop-leftovers',
    reason: 'says:more',
    text: 'Read more about the bridge',
    html: '<p>Read more about the bridge</p>',
    at: [1],
  },
  { step: 'drop-short-boxes', reason: 'box-name', text: '分享到港口的墙上', html: '<p>分享到港口的墙上</p>', at: [2] },
  { step: 'drop-boilerplate', reason: 'closing-line', text: 'Topics: boats' },
  { step: 'unwrap-tracking-links', reason: 'tracking-link', text: 'kettles', url: 'https://shop.example/?k=1' },
];
const TEXT = '<p>The first paragraph.</p><p>The second paragraph.</p>';

async function openFooter(over: Partial<ExtractedArticle> = {}, width?: number) {
  const kept = await libraryWith(extracted(over.content ?? TEXT, { receipt, ...over }));
  const opened = openReader(kept.library, kept.id, { width });
  const summary = page.getByText(/blocks? left out$/);
  await summary.click();
  return { ...kept, ...opened, summary };
}

const paragraphs = (holder: Element) =>
  [...holder.querySelectorAll('.article-text p')].map((paragraph) => paragraph.textContent);
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the blocks left out of an article', () => {
  it('are told with why, their words and how much they are; links that were changed apart from them', async () => {
    const { holder, summary } = await openFooter();

    await expect.element(summary).toHaveTextContent('3 blocks left out');
    const rows = [...holder.querySelectorAll('footer details:first-of-type li')].map((row) =>
      [...row.querySelectorAll('bdi, small')].map((part) => part.textContent),
    );
    expect(rows).toEqual([
      ['Read more about the bridge', 'Not part of the text · 5 words'],
      ['分享到港口的墙上', 'Side box · 8 characters'],
      ['Topics: boats', 'Closing line · 2 words'],
    ]);
    expect(holder.querySelector('footer details:last-of-type')?.textContent).toContain('https://shop.example/?k=1');
    expect(document.querySelectorAll('footer details li button')).toHaveLength(2);
    await expectAccessible(holder);
  });

  it('are put back by keyboard, said aloud, remembered with the article, and left out again', async () => {
    const { holder, library, id, summary } = await openFooter();
    const put = button('Put back: Read more about the bridge');

    (put.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');

    const leave = button('Leave out: Read more about the bridge');
    await expect.element(leave).toHaveFocus();
    expect(paragraphs(holder)).toEqual(['The first paragraph.', 'Read more about the bridge', 'The second paragraph.']);
    await expect.element(page.getByRole('status').last()).toHaveTextContent('Put back into the article: Read more');
    await expect.element(summary).toHaveTextContent('2 blocks left out');
    expect((await library.article(id))?.wordCount).toBe(11);
    const again = openReader(library, id);
    await vi.waitFor(() => expect(paragraphs(again.holder)).toHaveLength(3));
    again.close();

    await leave.click();

    await vi.waitFor(() => expect(paragraphs(holder)).toEqual(['The first paragraph.', 'The second paragraph.']));
    expect((await library.content(id))?.receipt).toEqual(receipt);
  });

  it('leave the words at the top of the window where they were', async () => {
    await page.viewport(600, 500);
    const content = Array.from({ length: 30 }, (_, at) => `<p>Paragraph ${at}: ${`word${at} `.repeat(40)}</p>`).join(
      '',
    );
    const { holder } = await openFooter({ content });
    const put = button('Put back: Read more about the bridge');
    put.element().scrollIntoView({ block: 'end' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    const last = () => holder.querySelector('.article-text p:last-child')?.getBoundingClientRect().top ?? 0;
    const before = last();

    await put.click();
    await vi.waitFor(() => expect(paragraphs(holder)).toHaveLength(31));
    await new Promise((resolve) => setTimeout(resolve, 400));

    expect(Math.abs(last() - before)).toBeLessThan(3);
  });

  it('say so when they cannot be put back', async () => {
    await openFooter({ receipt: [{ ...receipt[0], at: [99] } as (typeof receipt)[number]] });

    await button('Put back: Read more about the bridge').click();

    await expect
      .element(page.getByRole('status').last())
      .toHaveTextContent('This could not be changed: Read more about the bridge');
  });

  it('fit 320 px', async () => {
    await page.viewport(320, 700);
    await openFooter({
      receipt: receipt.map((entry) => ({ ...entry, text: 'x'.repeat(300) })),
    });

    expect(document.documentElement.scrollWidth).toBe(320);
  });
});
