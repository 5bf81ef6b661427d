import { render } from 'preact';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CheckDialog } from '../../../components/check/CheckDialog';
import type { AskWeb } from '../../../components/check/check-article';
import '../../../components/theme/reset.css';
import '../../../components/theme/tokens.css';
import type { ExtractedArticle } from '../../../utils/model/article';
import type { PageAnswer } from '../../../utils/model/page-check';
import { fail } from '../../../utils/model/result';
import { anArticle, freshLibrary, saved } from '../../library/support';
import { expectAccessible } from '../../support/axe';

const TITLES = ['changed', 'changed-too', 'moved', 'gone', 'same', 'refused'] as const;
type Slug = (typeof TITLES)[number];

const article = (slug: Slug, over: Partial<ExtractedArticle> = {}) =>
  anArticle(slug, { title: `Story ${slug}`, ...over });
const other = (slug: Slug) => article(slug, { text: `New words on ${slug}.`, content: `<p>New words on ${slug}.</p>` });

/** What each page answers. */
const ANSWERS: Readonly<Record<Slug, PageAnswer>> = {
  changed: { is: 'page', url: 'https://news.example/changed', article: other('changed') },
  'changed-too': { is: 'page', url: 'https://news.example/changed-too', article: other('changed-too') },
  moved: { is: 'page', url: 'https://news.example/2026/moved', article: article('moved') },
  gone: { is: 'gone' },
  same: { is: 'page', url: 'https://news.example/same', article: article('same') },
  refused: { is: 'unreachable', problem: 'needs-permission' },
};

const answering: AskWeb['checkPage'] = async (url) => ANSWERS[url.split('/').at(-1) as Slug];

async function open(slugs: readonly Slug[], checkPage: AskWeb['checkPage'] = answering) {
  const library = freshLibrary();
  const ids: string[] = [];
  for (const slug of slugs) ids.push(await saved(library, article(slug)));
  const calls = { onClose: vi.fn(), onAllow: vi.fn() };
  const root = document.body.appendChild(document.createElement('div'));
  const ask = { checkPage, fetchPage: async () => fail('page-unreachable' as const) };
  render(<CheckDialog library={library} ask={ask} ids={ids} uiLanguage="en" {...calls} />, root);
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  return { library, ids, root, ...calls };
}

const said = () => page.getByRole('dialog').getByRole('status').first();
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('a check of a selection', () => {
  it('lists what was found and counts the rest', async () => {
    const { root, library, ids, onAllow, onClose } = await open(TITLES);

    await expect
      .element(said())
      .toHaveTextContent('6 articles checked. 2 changed · 1 moved · 1 gone · 1 unchanged · 1 unclear');
    const rows = [...root.querySelectorAll('li bdi')].map((each) => each.textContent);
    expect(rows).toEqual(['Story changed', 'Story changed-too', 'Story moved', 'Story gone', 'Story refused']);
    await expectAccessible(root);
    expect((await library.items(ids)).filter(({ isGone }) => isGone).map(({ article: { title } }) => title)).toEqual([
      'Story gone',
    ]);

    await button('Allow…').click();
    expect(onAllow).toHaveBeenCalledOnce();
    await page.getByText('Close', { exact: true }).click();
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('keeps a new text after it was looked at, and undoes that', async () => {
    const { root, library, ids } = await open(['changed']);
    await button('Show what changed in “Story changed”').click();
    await expect.element(page.getByRole('region', { name: /^Differences/ })).toHaveFocus();
    await expectAccessible(root);

    await button('Back to the results').click();
    await expect.element(button('Keep the new text of “Story changed”')).toHaveFocus();
    await userEvent.keyboard('{Enter}');

    await expect.element(page.getByText('The new text is kept; the earlier one stays a version.')).toBeVisible();
    expect((await library.content(ids[0] ?? ''))?.text).toBe('New words on changed.');
    await expect.element(button('Undo for “Story changed”')).toHaveFocus();
    await userEvent.keyboard('{Enter}');

    await expect.element(page.getByText('Undone.')).toBeVisible();
    expect((await library.content(ids[0] ?? ''))?.text).toBe('Words about the changed.');
  });

  it('keeps all new texts at once', async () => {
    const { library, ids } = await open(['changed', 'changed-too', 'same']);

    await button('Keep all 2 new texts').click();

    await expect.element(button('Undo for “Story changed-too”')).toBeVisible();
    const counts = await Promise.all(ids.map(async (id) => (await library.article(id))?.versions.length));
    expect(counts).toEqual([2, 2, 1]);
  });

  it('shows how far it is, asks a host for one thing at a time, and stops', async () => {
    const asked: string[] = [];
    const waiting: (() => void)[] = [];
    const { root } = await open(['changed', 'moved', 'gone'], async (url) => {
      asked.push(url);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return answering(url);
    });
    await expect.element(said()).toHaveTextContent('0 of 3 checked');
    expect(root.querySelector('progress')).not.toBeNull();
    await expectAccessible(root);
    await vi.waitFor(() => expect(asked).toHaveLength(1));

    waiting.shift()?.();
    await expect.element(said()).toHaveTextContent('1 of 3 checked');
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    await button('Stop').click();
    waiting.shift()?.();

    await expect.element(said()).toHaveTextContent('Stopped: 2 of 3 checked. 1 changed · 1 moved');
    expect(asked).toHaveLength(2);
  });

  it('fits 320 px', async () => {
    await page.viewport(320, 700);
    await open(TITLES);
    await expect.element(button('Keep all 2 new texts')).toBeVisible();

    const dialog = document.querySelector('dialog');
    expect(dialog?.scrollWidth).toBe(dialog?.clientWidth);
    expect(document.documentElement.scrollWidth).toBe(320);
  });
});
