import '../../../components/theme/reset.css';
import '../../../components/theme/tokens.css';
import { render } from 'preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StorageScreen } from '../../../components/storage/StorageScreen';
import type { StoragePorts } from '../../../components/storage/storage-ports';
import { openUpkeep } from '../../../utils/library/health/upkeep';
import { newRestorePoint } from '../../../utils/model/restore-point';
import { LARGE_PICTURE_BYTES } from '../../../utils/model/storage';
import { damage } from '../../library/health/support';
import { anArticle, anImage, aPicture, freshLibrary, saved, updated } from '../../library/support';
import { expectAccessible } from '../../support/axe';

type Stored = ReturnType<typeof freshLibrary>;

/** The page over a library, until the test is over. */
async function open(library: Stored, changes: Partial<StoragePorts> = {}, width = 800) {
  await page.viewport(width, 900);
  const asked: string[] = [];
  const root = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  const ports: StoragePorts = {
    uiLanguage: 'en',
    library,
    upkeep: openUpkeep({ name: library.name }),
    shrink: async (blob) => new Blob([blob.slice(0, 1_000)], { type: 'image/webp' }),
    readRoom: async () => ({ isPersistent: false, usedBytes: 48_000_000, leftBytes: 7_000_000_000 }),
    persist: async () => false,
    runJobs: () => asked.push('jobs'),
    openArticle: (id) => asked.push(`open ${id}`),
    openLibrary: () => asked.push('library'),
    openAccess: () => asked.push('access'),
    ...changes,
  };
  render(<StorageScreen ports={ports} />, root);
  return { root, asked };
}

const section = (name: string) => page.getByRole('region', { name });
const points = () => section('Restore points');

test('tells what takes up room, how much is left, and that all is sound', async () => {
  const library = freshLibrary();
  await saved(library, anArticle('tide'));
  const { root } = await open(library);

  const room = section('What takes up room');
  await expect.element(room.getByText('1 article; in all 48 MB, by the browser’s count.')).toBeVisible();
  await expect.element(room.getByText('Room left: 7 GB.')).toBeVisible();
  await expect.element(room.getByText('Texts', { exact: true })).toBeVisible();
  await expect.element(section('Is everything sound?').getByText('Every record is sound.')).toBeVisible();
  await expect.element(points().getByText(/There are none/)).toBeVisible();
  await room.getByRole('button', { name: 'Ask the browser to keep them' }).click();
  await expect.element(room.getByText(/did not agree this time/)).toBeVisible();
  await expectAccessible(root);
});

test('a restore point shows what it would change, is put back, and that is undone', async () => {
  const library = freshLibrary();
  const ids = [await saved(library, anArticle('tide')), await saved(library, anArticle('ebb'))];
  await library.purge(ids, newRestorePoint('purge'));
  const { root } = await open(library);
  await expect.element(points().getByText('Before articles were deleted')).toBeVisible();
  await expect.element(points().getByText(/2 articles/)).toBeVisible();

  await points()
    .getByRole('button', { name: /^Put back/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Put back as it was?' });
  await expect.element(dialog.getByText('2 articles come back.')).toBeVisible();
  await expect.element(dialog.getByText('The tide comes in')).toBeVisible();
  await expectAccessible(root);
  expect(await library.list({ shelf: 'all', sort: 'newest' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Put back', exact: true }).click();

  await expect.element(page.getByText('2 put back.').last()).toBeInTheDocument();
  await expect.poll(() => library.list({ shelf: 'all', sort: 'newest' })).toHaveLength(2);
  await expect.element(points().getByText('Before a restore point was put back')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => library.list({ shelf: 'all', sort: 'newest' })).toHaveLength(0);
});

test('a point that would change nothing says so, and Escape leaves everything as it is', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  await library.setArchived([id], true, newRestorePoint('tags', 'sea'));
  await library.setArchived([id], false);
  await open(library);
  await expect.element(points().getByText('Before tags were changed: sea')).toBeVisible();

  await points()
    .getByRole('button', { name: /^Put back/ })
    .click();

  await expect.element(page.getByRole('dialog').getByText(/there is nothing to put back/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => page.getByRole('dialog').elements()).toHaveLength(0);
  await expect.element(points().getByRole('button', { name: /^Put back/ })).toHaveFocus();
});

test('a point is removed with undo', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  await library.purge([id], newRestorePoint('purge'));
  await open(library);

  await points()
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect.element(points().getByText(/There are none/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();

  await expect.element(points().getByText('Before articles were deleted')).toBeVisible();
});

test('what is wrong is told and repaired; an article without its text is named and opened', async () => {
  const library = freshLibrary();
  const [tide, ebb] = [await saved(library, anArticle('tide')), await saved(library, anArticle('ebb'))];
  const text = (await library.article(ebb))?.current.value ?? '';
  await damage(library.name, async (_, remove) => {
    await remove('entries', tide);
    await remove('contents', text);
  });
  const { root, asked } = await open(library);
  const health = section('Is everything sound?');

  await expect.element(health.getByText(/1 record that lists or searches need/)).toBeVisible();
  await expect.element(health.getByText(/1 article has lost its text/)).toBeVisible();
  await health.getByRole('button', { name: 'The ebb comes in' }).click();
  await expectAccessible(root);
  await health.getByRole('button', { name: 'Repair' }).click();

  await expect.element(page.getByText('1 record repaired.').last()).toBeInTheDocument();
  await expect.poll(() => health.getByText(/1 record that lists/).elements()).toHaveLength(0);
  expect(health.getByRole('button', { name: 'Repair' }).elements()).toHaveLength(0);
  expect(await library.items([tide])).toHaveLength(1);
  expect(asked).toEqual([`open ${ebb}`, 'jobs']);
});

test('pictures are made smaller and older texts dropped, each with undo', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide', { images: [anImage('light')] }));
  await library.keepPicture(id, anImage('light').url, await aPicture('x'.repeat(LARGE_PICTURE_BYTES)));
  await updated(library, anArticle('tide', { images: [anImage('light')], text: 'Newer' }));
  await open(library);
  const smaller = section('Make room');
  await expect.element(smaller.getByText('1 picture is that large: 300 kB.')).toBeVisible();

  await smaller.getByRole('button', { name: 'Make pictures smaller' }).click();
  await expect.element(page.getByText('1 picture made smaller: 299 kB less.').last()).toBeInTheDocument();
  await expect.element(smaller.getByText('No picture is that large.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(smaller.getByText('1 picture is that large: 300 kB.')).toBeVisible();

  await smaller.getByRole('button', { name: 'Drop older texts' }).click();
  await expect.element(page.getByText('1 older text dropped.').last()).toBeInTheDocument();
  expect((await library.article(id))?.versions).toHaveLength(1);
});

test('the index is made anew', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  await open(library);
  const index = section('Search index');
  await expect.element(index.getByText('1 article can be searched by its whole text.')).toBeVisible();

  await index.getByRole('button', { name: 'Make the index anew' }).click();

  await expect.element(page.getByText('The index was made anew.').last()).toBeInTheDocument();
  expect(await library.list({ shelf: 'all', sort: 'newest', search: 'words about the tide' })).toEqual([id]);
});

test('missing pictures are told by why and tried again', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide', { images: [anImage('a'), anImage('b')] }));
  await library.missPicture(id, anImage('a').url, 'needs-permission');
  await library.missPicture(id, anImage('b').url, 'refused');
  const { root, asked } = await open(library);
  const health = section('Is everything sound?');
  await expect.element(health.getByText('1 was refused by its site.')).toBeVisible();
  await expectAccessible(root);

  await health.getByRole('button', { name: 'Allow other sites…' }).click();
  await health.getByRole('button', { name: 'Try them all again' }).click();

  await expect.element(health.getByText('Every picture is here or on its way.')).toBeVisible();
  expect(await library.dueJobs(Date.now())).toHaveLength(1);
  expect(asked).toEqual(['access', 'jobs']);
});

test('long work tells how far it is and stops when asked; nothing else can begin meanwhile', async () => {
  const library = freshLibrary();
  await saved(library, anArticle('tide'));
  const upkeep = openUpkeep({ name: library.name });
  let finish = () => {};
  const dropOlderTexts: typeof upkeep.dropOlderTexts = async (progressing) => {
    progressing?.onProgress?.(30, 100);
    await new Promise<void>((resolve) => {
      finish = resolve;
      progressing?.signal?.addEventListener('abort', () => resolve());
    });
    return { ok: true, value: { changed: 0, bytes: 0, undo: null } };
  };
  const survey = await upkeep.survey();
  const { root } = await open(library, {
    upkeep: { ...upkeep, dropOlderTexts, survey: async () => ({ ...survey, versions: 2 }) },
  });
  const smaller = section('Make room');

  await smaller.getByRole('button', { name: 'Drop older texts' }).click();

  await expect.element(smaller.getByRole('progressbar')).toHaveAttribute('value', '30');
  await expect.element(smaller.getByText('30 of 100')).toBeVisible();
  for (const name of ['Drop older texts', 'Make the index anew'])
    await expect.element(page.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(root);
  await smaller.getByRole('button', { name: 'Stop' }).click();
  await expect.poll(() => smaller.getByRole('progressbar').elements()).toHaveLength(0);
  await expect.element(smaller.getByRole('button', { name: 'Make pictures smaller' })).toHaveFocus();
  finish();
});

test('little room is an alert, and work for which there is none says so', async () => {
  const library = freshLibrary();
  await saved(library, anArticle('tide'));
  const upkeep = openUpkeep({ name: library.name });
  const { root } = await open(library, {
    readRoom: async () => ({ isPersistent: true, usedBytes: 1_000, leftBytes: 90_000_000 }),
    upkeep: { ...upkeep, reindex: async () => ({ ok: false, error: 'quota-exceeded' }) },
  });

  await expect.element(page.getByRole('alert')).toHaveTextContent(/Less than 200 MB is left/);
  await page.getByRole('button', { name: 'Make the index anew' }).click();
  await expect.element(page.getByText(/There is no room left for this/).last()).toBeInTheDocument();
  await expectAccessible(root);
});

test('a library that cannot be opened says so and is tried again', async () => {
  const library = freshLibrary();
  await saved(library, anArticle('tide'));
  const upkeep = openUpkeep({ name: library.name });
  const facts = vi.fn(upkeep.facts).mockRejectedValueOnce(new Error('gone'));
  const { root } = await open(library, { upkeep: { ...upkeep, facts } });

  await expect.element(page.getByRole('alert')).toBeVisible();
  await expectAccessible(root);
  await page.getByRole('button', { name: 'Try again' }).click();

  await expect.element(page.getByText(/1 article; in all/)).toBeVisible();
});

test('fits 320 px', async () => {
  const library = freshLibrary();
  const id = await saved(library, anArticle('tide'));
  await library.purge([id], newRestorePoint('purge'));
  const { root } = await open(library, {}, 320);

  await expect.element(points().getByText('Before articles were deleted')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  await expectAccessible(root);
});
