import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ExtractedArticle } from '../../../utils/model/article';
import { expectAccessible } from '../../support/axe';
import { extracted, libraryWith, openReader } from './reading';

const OLD = 'https://shop.example/kettles?utm_source=tides';
const NEW = 'https://shop.example/kettles';
const TEXT = `<p>Buy <a href="${NEW}">kettles</a> here.</p><details><summary>Promotional content</summary><p>[Ad] Two for one</p></details><p>The end.</p>`;
const receipt: ExtractedArticle['receipt'] = [
  { step: 'fold-promos', reason: 'promo-label', text: '[Ad] Two for one' },
  { step: 'replace-media', reason: 'player', text: 'A film', url: 'https://films.example/1' },
  {
    step: 'unwrap-tracking-links',
    reason: 'tracking-link',
    text: 'kettles',
    url: OLD,
    link: { href: NEW, before: 'Buy' },
  },
];

async function openChanged(over: Partial<ExtractedArticle> = {}) {
  const kept = await libraryWith(extracted(TEXT, { receipt, ...over }));
  const opened = openReader(kept.library, kept.id);
  await page.getByText(/changed$/).click();
  return { ...kept, ...opened };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const html = (holder: Element) => holder.querySelector('.article-text')?.innerHTML ?? '';

describe('the changed links of an article', () => {
  it('are told with their kind and their old address, promotion among them; only what can be undone has a button', async () => {
    const { holder } = await openChanged();

    const rows = [...holder.querySelectorAll('footer details li')].map((row) =>
      [...row.querySelectorAll('bdi, small, code, button')].map((part) => part.textContent),
    );
    expect(rows).toEqual([
      ['[Ad] Two for one', 'Promotion, folded', 'Unfold'],
      ['A film', 'Player shown as a link', 'https://films.example/1'],
      ['kettles', 'Advertising link taken off', OLD, 'Put the old address back'],
    ]);
    expect(holder.textContent).not.toContain('left out');
    await expectAccessible(holder);
  });

  it('get their old address back by keyboard, said aloud, and are cleaned again', async () => {
    const { holder, library, id } = await openChanged();

    (button('Put the old address back: kettles').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');

    await expect.element(button('Clean again: kettles')).toHaveFocus();
    await vi.waitFor(() => expect(html(holder)).toContain('utm_source'));
    await expect.element(page.getByRole('status').last()).toHaveTextContent('The old address is back: kettles');
    await button('Clean again: kettles').click();

    await vi.waitFor(() => expect(html(holder)).not.toContain('utm_source'));
    expect((await library.content(id))?.receipt).toEqual(receipt);
    expect((await library.content(id))?.content).toBe(TEXT);
  });

  it('unfold promotion where it stands and fold it again', async () => {
    const { holder, library, id } = await openChanged();

    await button('Unfold in the article: [Ad] Two for one').click();
    await vi.waitFor(() => expect(html(holder)).not.toContain('<details'));
    await button('Fold again: [Ad] Two for one').click();

    await vi.waitFor(() => expect(html(holder)).toContain('<details'));
    expect((await library.content(id))?.content).toBe(TEXT);
  });

  it('say so when they cannot be changed', async () => {
    await openChanged({ content: '<p>Something else.</p>' });

    await button('Put the old address back: kettles').click();

    await expect.element(page.getByRole('status').last()).toHaveTextContent('This could not be changed: kettles');
  });

  it('fit 320 px', async () => {
    await page.viewport(320, 700);
    await openChanged({
      receipt: receipt.map((entry) => ({
        ...entry,
        text: 'x'.repeat(200),
        ...(entry.url ? { url: OLD + 'x'.repeat(200) } : {}),
      })),
    });

    expect(document.documentElement.scrollWidth).toBe(320);
  });
});
