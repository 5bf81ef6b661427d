import { render } from 'preact';
import { expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type AppSurroundings, mountApp } from '../../../components/app/mount';
import { hashRoute } from '../../../components/app/route';
import { DEFAULT_SETTINGS } from '../../../utils/model/settings';
import { anArticle, freshLibrary } from '../../library/support';
import { expectAccessible } from '../../support/axe';

/** The app over a real library with `titles` in it, and what it asked of the world. */
async function openApp(layout: 'panel' | 'page', titles: readonly string[], room = 10_000_000_000) {
  const library = freshLibrary();
  for (const title of titles)
    await library.save({ article: anArticle(title.toLowerCase().replaceAll(' ', '-'), { title }), mode: 'add' });
  const lifetime = new AbortController();
  const root = document.body.appendChild(document.createElement('div'));
  const asked = { icons: [] as string[], jobs: [] as string[], downloads: [] as string[] };
  const surroundings: AppSurroundings = {
    layout,
    uiLanguage: 'en',
    library,
    route: hashRoute(window, lifetime.signal),
    settings: DEFAULT_SETTINGS,
    changeSettings: async () => undefined,
    watchSettings: () => undefined,
    runJobs: (reason) => asked.jobs.push(reason),
    refreshIcons: (ids) => asked.icons.push(...ids),
    download: ({ name }) => asked.downloads.push(name),
    openSettings: () => undefined,
    openStorage: () => asked.jobs.push('storage'),
    readRoom: async () => ({ isPersistent: true, usedBytes: 1_000, leftBytes: room }),
    openAccess: () => undefined,
    fetchPage: async () => ({ ok: false, error: 'page-unreachable' }),
    checkPage: async () => ({ is: 'gone' }),
  };
  mountApp(root, surroundings);
  onTestFinished(() => {
    lifetime.abort();
    render(null, root);
    root.remove();
    window.location.hash = '#/';
  });
  return { library, root, asked };
}

it('opens an article over the list in the panel and goes back to it', async () => {
  await page.viewport(360, 720);
  await openApp('panel', ['Harbour lights', 'Morning ferries']);

  await page.getByText('Morning ferries').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Morning ferries' })).toBeVisible();
  await userEvent.keyboard('{Escape}');

  await expect.element(page.getByText('Harbour lights')).toBeVisible();
});

it('shows the article beside the list on a wide page, with one main landmark and nothing axe objects to', async () => {
  await page.viewport(1200, 800);
  const { root } = await openApp('page', ['Harbour lights', 'Morning ferries']);

  await page.getByText('Morning ferries').click();

  await expect.element(page.getByRole('heading', { level: 1, name: 'Morning ferries' })).toBeVisible();
  await expect.element(page.getByText('Harbour lights')).toBeVisible();
  expect(root.querySelectorAll('main, [role="main"]')).toHaveLength(1);
  await expectAccessible(root);
});

it('moves the article being read to the trash, offers to undo it and tells the icon', async () => {
  await page.viewport(360, 720);
  const { library, asked } = await openApp('panel', ['Harbour lights']);
  const [id = ''] = await library.list({ shelf: 'all', sort: 'newest' });
  await page.getByText('Harbour lights').click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Harbour lights' })).toBeVisible();

  await userEvent.keyboard('#');
  await expect.poll(async () => (await library.state(id))?.deleted.value).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();

  await expect.poll(async () => (await library.state(id))?.deleted.value).toBe(false);
  expect(asked.icons).toEqual([id, id]);
});

it('imports a file and reports it, and a broken one with its line', async () => {
  await page.viewport(360, 720);
  const { library, root, asked } = await openApp('panel', []);
  const good = new File(['---\ntitle: A good file\n---\n\n<p>Some words to keep.</p>\n'], 'good.md');
  const bad = new File(['---\ntitle: "A bad file\n---\n\n<p>Lost.</p>\n'], 'bad.md');

  const picker = root.querySelector<HTMLInputElement>('input[type="file"]');
  const files = new DataTransfer();
  files.items.add(good);
  files.items.add(bad);
  if (picker) picker.files = files.files;
  picker?.dispatchEvent(new Event('change', { bubbles: true }));

  await expect.element(page.getByText(/^Line \d+/)).toBeVisible();
  const [id = '', ...others] = await library.list({ shelf: 'all', sort: 'newest' });
  expect((await library.article(id))?.title).toBe('A good file');
  expect(others).toEqual([]);
  expect(asked.jobs).toEqual(['import']);
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await expect.element(page.getByText(/The import was undone/)).toBeVisible();
  expect(await library.list({ shelf: 'all', sort: 'newest' })).toEqual([]);
  expect(asked.icons).toEqual([id]);
});

it('says before a save fails that room runs out, with the way to make some', async () => {
  await page.viewport(360, 720);
  const { root, asked } = await openApp('panel', ['Harbour lights'], 120_000_000);

  await expect.element(page.getByText(/Storage is nearly full: 120 MB left/)).toBeVisible();
  await expectAccessible(root);
  await page.getByRole('button', { name: 'Make room' }).click();

  expect(asked.jobs).toEqual(['storage']);
});

it('says nothing of room while there is enough, and leads to the storage page from the menu', async () => {
  await page.viewport(360, 720);
  const { asked } = await openApp('panel', ['Harbour lights']);

  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Storage and restore points' }).click();

  expect(asked.jobs).toEqual(['storage']);
  expect(page.getByText(/Storage is nearly full/).elements()).toHaveLength(0);
});
