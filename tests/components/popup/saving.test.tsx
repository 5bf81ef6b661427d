import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { joinPage } from '../../../utils/extraction/join-pages';
import { toggleBlock } from '../../../utils/extraction/put-back';
import { ok } from '../../../utils/model/result';
import { DEFAULT_SETTINGS } from '../../../utils/model/settings';
import { anArticle, anImage, aPicture, freshLibrary, saved, updated } from '../../library/support';
import { expectAccessible } from '../../support/axe';
import { button, openPopup } from './open-popup';

const DAY = 86_400_000;

test('paints from the tab alone while the page is being read', async () => {
  const { root } = await openPopup({ ports: { capture: () => new Promise(() => {}) } });

  expect(root.querySelector('h1')?.textContent).toBe('The tide comes in | the tab says');
  await expect.element(page.getByText('Reading the page…')).toBeVisible();
  await expectAccessible(root);
});

test('previews title, site, author, date, length and pictures, and shows a picture only when given one', async () => {
  const article = anArticle('tide', {
    authors: ['Ada Writer', 'Bo Editor'],
    readingMinutes: 14,
    leadImage: 'https://cdn.example/lead.jpg',
    images: [anImage('one'), anImage('two')],
  });
  const picture = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

  const { root } = await openPopup({ article, ports: { previewPicture: async () => picture } });

  await expect.element(page.getByRole('heading', { name: 'The tide comes in' })).toBeVisible();
  await expect.element(page.getByText('Mar 31, 2026')).toBeVisible();
  await expect.element(page.getByText('By Ada Writer and Bo Editor')).toBeVisible();
  await expect.element(page.getByText('14 min · 2 pictures')).toBeVisible();
  await expect.poll(() => root.querySelector('img')?.src).toBe(picture);
  await expectAccessible(root);
});

test('requests no picture of its own', async () => {
  const article = anArticle('tide', { leadImage: 'https://cdn.example/lead.jpg' });

  const { root } = await openPopup({ article });
  await expect.element(page.getByText('1 min')).toBeVisible();

  expect(root.querySelector('img')).toBeNull();
});

test('saves by Enter, turns into Read, and reads in the very turn of the next Enter', async () => {
  const { root, asked, library } = await openPopup();
  await expect.element(page.getByText('1 min')).toBeVisible();

  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Saved to your library.')).toBeVisible();
  await expect.element(button(/^Read/)).toBeVisible();
  await expectAccessible(root);

  const [id] = await library.list({ shelf: 'all', sort: 'newest' });
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  expect(asked).toEqual([`read ${id}`]);
});

test('reads inside the click itself, while the gesture still counts', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle());
  const { asked } = await openPopup({ library });
  await expect.element(button(/^Read/)).toBeVisible();

  (button(/^Read/).element() as HTMLElement).click();

  expect(asked).toEqual([`read ${id}`]);
});

test('a double click on Save saves and does not open what was saved', async () => {
  const { asked } = await openPopup();
  await expect.element(page.getByText('1 min')).toBeVisible();

  await button(/^Save/).dblClick();
  await expect.element(page.getByText('Saved to your library.')).toBeVisible();

  expect(asked).toEqual([]);
});

test('Enter before the page was read saves as soon as it is', async () => {
  let answer: (() => void) | undefined;
  const capture = () =>
    new Promise<ReturnType<typeof ok<ReturnType<typeof anArticle>>>>((resolve) => {
      answer = () => resolve(ok(anArticle()));
    });
  const { library } = await openPopup({ ports: { capture } });
  await expect.poll(() => answer).toBeDefined();

  await userEvent.keyboard('{Enter}');
  await expect.element(button('Saving…')).toBeVisible();
  answer?.();

  await expect.element(page.getByText('Saved to your library.')).toBeVisible();
  expect(await library.list({ shelf: 'all', sort: 'newest' })).toHaveLength(1);
});

test('shows progress only once a save takes 150 ms', async () => {
  const library = freshLibrary();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { root } = await openPopup({
    library,
    ports: { save: (article, mode) => held.then(() => library.save({ article, mode })) },
  });
  await expect.element(page.getByText('1 min')).toBeVisible();

  const shownAfter = new Promise<number>((resolve) => {
    const start = performance.now();
    const look = () => root.querySelector('[aria-busy="true"]') && resolve(performance.now() - start);
    new MutationObserver(look).observe(root, { subtree: true, attributes: true });
  });
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  expect(await shownAfter).toBeGreaterThanOrEqual(145);
  await expect.element(button('Saving…')).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(root);
  release();

  await expect.element(button(/^Read/)).toHaveAttribute('aria-disabled', 'false');
});

test('saves at once on the click when the settings say so, and not again when it is saved', async () => {
  const save = vi.fn();
  const settings = { ...DEFAULT_SETTINGS, saveOnClick: true };

  const { library } = await openPopup({ ports: { settings } });
  await expect.element(page.getByText('Saved to your library.')).toBeVisible();

  const again = await openPopup({ library, ports: { settings, save } });
  await expect.poll(() => again.root.textContent).toMatch(/Saved just now.*Update/);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(save).not.toHaveBeenCalled();
});

test('Undo puts it into the trash and says so; Restore brings it back', async () => {
  const { root, library } = await openPopup();
  await expect.element(page.getByText('1 min')).toBeVisible();
  await userEvent.keyboard('{Enter}');

  await button('Undo').click();
  await expect.element(page.getByText(/^Removed\./)).toBeVisible();
  expect(await library.list({ shelf: 'trash', sort: 'newest' })).toHaveLength(1);
  await expectAccessible(root);

  await button(/^Restore/).click();
  await expect.element(page.getByText('Back in your library.')).toBeVisible();
  expect(await library.list({ shelf: 'all', sort: 'newest' })).toHaveLength(1);
});

test('says when a saved page was saved, offers Read and Update, and tells an update from no change', async () => {
  let now = Date.now() - 3 * DAY;
  const library = freshLibrary(() => now);
  await saved(library, anArticle());
  now = Date.now();

  const { root } = await openPopup({ library });
  await expect.element(page.getByText('Saved 3 days ago')).toBeVisible();
  expect(root.querySelector('time')?.dateTime).toMatch(/^\d{4}-\d\d-\d\dT/);
  await expectAccessible(root);

  await button('Update').click();
  await expect.element(page.getByText('Nothing changed since you saved it.')).toBeVisible();
});

test('an update that found other words says so', async () => {
  const library = freshLibrary();
  await saved(library, anArticle());
  await openPopup({ library, article: anArticle('tide', { content: '<p>New words.</p>', text: 'New words.' }) });

  await button('Update').click();

  await expect.element(page.getByText('Updated: the newest text is kept.')).toBeVisible();
});

test('an update keeps what the reader had put back into the text', async () => {
  const library = freshLibrary();
  const receipt = [{ step: 'drop', reason: 'r', text: 'Sign up', html: '<p>Sign up</p>', at: [1] }];
  const article = anArticle('tide', { content: '<p>Old words.</p>', text: 'Old words.', receipt });
  const id = await saved(library, article);
  await library.revise(id, (content) => toggleBlock(content, 0));
  await openPopup({ library, article: { ...article, content: '<p>New words.</p>', text: 'New words.' } });

  await button('Update').click();

  await expect.element(page.getByText('Updated: the newest text is kept.')).toBeVisible();
  expect((await library.content(id))?.text).toBe('New words.\n\nSign up');
});

test.each([
  [
    'keeps the pages that were added to the text',
    'Nothing changed since you saved it.',
    'First.',
    'First.\n\nSecond.',
    2,
  ],
  ['of a first page that has changed brings it alone', 'Updated: the newest text is kept.', 'New.', 'New.', 0],
])('an update %s', async (_, said, words, text, pages) => {
  const library = freshLibrary();
  const first = anArticle('tide', { content: '<p>First.</p>', text: 'First.' });
  const second = { ...first, url: `${first.url}?page=2`, content: '<p>Second.</p>', text: 'Second.' };
  const id = await saved(library, first);
  await library.revise(id, (content) => {
    const joined = joinPage({ ...content, url: first.url, title: first.title }, second);
    return joined.ok ? joined.value : null;
  });
  await openPopup({ library, article: { ...first, content: `<p>${words}</p>`, text: words } });

  await button('Update').click();

  await expect.element(page.getByText(said)).toBeVisible();
  expect((await library.content(id))?.text).toBe(text);
  expect((await library.content(id))?.pages ?? []).toHaveLength(pages);
});

test('a page in the trash offers to restore it', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle());
  await library.setDeleted([id], true);
  const { root } = await openPopup({ library });

  await expect.element(page.getByText('This page is in the trash.')).toBeVisible();
  await expectAccessible(root);
  await button(/^Restore/).click();

  await expect.element(button(/^Read/)).toBeVisible();
  expect(await library.list({ shelf: 'trash', sort: 'newest' })).toEqual([]);
});

test('counts pictures as they are kept, and says at the end how many were', async () => {
  const article = anArticle('tide', { images: [anImage('one'), anImage('two')] });
  const { root, library } = await openPopup({ article });
  await expect.element(page.getByText('1 min · 2 pictures')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Keeping pictures: 0 of 2')).toBeVisible();
  await expectAccessible(root);

  const [id = ''] = await library.list({ shelf: 'all', sort: 'newest' });
  await library.keepPicture(id, anImage('one').url, await aPicture('one'));
  await expect.element(page.getByText('Keeping pictures: 1 of 2')).toBeVisible();
  await library.missPicture(id, anImage('two').url, 'refused');

  await expect.element(page.getByText('1 of 2 pictures kept')).toBeVisible();
});

test('offers to keep pictures of other sites when some are missing, and only then', async () => {
  const article = anArticle('tide', { images: [anImage('one')] });
  const openAccess = vi.fn();
  const { root, library } = await openPopup({ article, ports: { openAccess } });
  await expect.element(page.getByText('1 min · 1 picture')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Keeping pictures: 0 of 1')).toBeVisible();
  expect(button(/other sites/).query()).toBeNull();

  const [id = ''] = await library.list({ shelf: 'all', sort: 'newest' });
  await library.missPicture(id, anImage('one').url, 'needs-permission');
  await button(/other sites/).click();

  expect(openAccess).toHaveBeenCalledOnce();
  await expectAccessible(root);
});

test('follows what another surface does to the page', async () => {
  const { library } = await openPopup();
  await expect.element(page.getByText('1 min')).toBeVisible();

  await updated(library, anArticle());

  await expect.element(page.getByText('Saved just now').first()).toBeVisible();
});

test('a look-up that was under way when the page was saved does not unsave it', async () => {
  const library = freshLibrary();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const findSaved: typeof library.findSaved = async (urls) => {
    const mark = await library.findSaved(urls);
    await held;
    return mark;
  };
  const { root } = await openPopup({ library, ports: { library: { ...library, findSaved } } });
  await expect.element(page.getByText('1 min')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Saved to your library.')).toBeVisible();

  release();
  await new Promise((resolve) => setTimeout(resolve, 100));

  expect(root.textContent).toContain('Saved to your library.');
});
