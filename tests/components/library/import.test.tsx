import { render } from 'preact';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportReport } from '../../../components/library/ImportReport';
import type { ImportProgress, ImportUndo } from '../../../components/library/import-report-model';
import { expectAccessible } from '../../support/axe';
import { freshLibrary, libraryOf, row, show } from './support';

function drag(root: HTMLElement, type: string, file = new File(['---'], 'note.md')) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const target = root.querySelector('header') ?? root;
  target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

function report(progress: ImportProgress, undo: ImportUndo | null = null) {
  const did: string[] = [];
  const root = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  render(
    <ImportReport
      progress={progress}
      onOpen={(id) => did.push(`open ${id}`)}
      onDismiss={() => did.push('dismiss')}
      undo={undo}
      onUndo={() => did.push('undo')}
    />,
    root,
  );
  return { root, did };
}

test('files dropped anywhere are handed over, and while dragged they are welcomed', async () => {
  const { root, asked } = show(freshLibrary());
  await expect.element(page.getByText('Nothing saved yet')).toBeVisible();

  drag(root, 'dragenter');
  await expect.element(page.getByText('Drop to import')).toBeVisible();
  await expectAccessible(root);
  drag(root, 'drop');

  expect(asked.imported).toEqual([['note.md']]);
  await expect.poll(() => page.getByText('Drop to import').elements()).toHaveLength(0);
});

test('the welcome goes when the files are dragged away', async () => {
  const { root } = show(freshLibrary());
  drag(root, 'dragenter');
  await expect.element(page.getByText('Drop to import')).toBeVisible();

  drag(root, 'dragleave');

  await expect.poll(() => page.getByText('Drop to import').elements()).toHaveLength(0);
});

test('files are picked by a button that the keyboard reaches', async () => {
  const { library } = await libraryOf('Paper');
  const { root, asked } = show(library);
  await expect.element(row('Paper')).toBeVisible();
  const button = page.getByRole('button', { name: 'Import files' }).first();
  button.element().focus();
  await expect.element(button).toHaveFocus();
  const input = root.querySelector<HTMLInputElement>('input[type="file"]');

  await userEvent.upload(input as HTMLInputElement, [new File(['---'], 'a.md'), new File(['---'], 'b.md')]);

  expect(asked.imported).toEqual([['a.md', 'b.md']]);
});

test('tells how far an import is', async () => {
  const { root } = report({
    done: 1,
    total: 3,
    pointId: 'p',
    results: [{ name: 'a.md', outcome: 'added', articleId: 'a' }],
  });

  await expect.element(page.getByRole('status')).toHaveTextContent('Importing 1 of 3');
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '1');
  await expectAccessible(root);
});

test('tells what became of each file, failures first, with the line and the reason in plain words', async () => {
  const { root, did } = report({
    done: 3,
    total: 3,
    pointId: 'p',
    results: [
      { name: 'a.md', outcome: 'added', articleId: 'a' },
      { name: 'b.md', outcome: 'already-saved', articleId: 'b' },
      { name: 'c.md', outcome: 'failed', reason: 'duplicate-key', line: 7 },
    ],
  });

  const files = [...root.querySelectorAll('li')].map((file) => file.textContent);
  expect(files).toEqual(['c.mdLine 7: This key appears twice.', 'a.mdAdded', 'b.mdAlready saved']);
  await expect.element(page.getByRole('status')).toHaveTextContent('1 file imported');
  await expectAccessible(root);
  await page.getByRole('button', { name: 'Read “a.md”' }).click();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  expect(did).toEqual(['open a', 'dismiss']);
});

test('a reason of another version gets a general sentence', () => {
  const { root } = report({
    done: 1,
    total: 1,
    pointId: 'p',
    results: [{ name: 'c.md', outcome: 'failed', reason: 'from-the-future' }],
  });

  expect(root.querySelector('li')?.textContent).toContain('Something unexpected went wrong');
});

test('offers to take the import back, tells how far that is and that it is done', async () => {
  const progress: ImportProgress = {
    done: 1,
    total: 1,
    pointId: 'p',
    results: [{ name: 'a.md', outcome: 'added', articleId: 'a' }],
  };
  const { root, did } = report(progress);
  await page.getByRole('button', { name: 'Undo this import' }).click();
  expect(did).toEqual(['undo']);
  await expectAccessible(root);

  const { root: busy } = report(progress, { done: 20, total: 50 });
  expect(busy.querySelector('[role="status"]')?.textContent).toContain('Undoing the import: 20 of 50');
  expect(page.elementLocator(busy).getByRole('button', { name: 'Undo this import' }).elements()).toHaveLength(0);
  const { root: done } = report(progress, 'undone');
  expect(done.querySelector('[role="status"]')?.textContent).toContain('The import was undone');
  const { root: failed } = report(progress, 'failed');
  expect(failed.querySelector('[role="status"]')?.textContent).toContain('could not be undone');
  await expectAccessible(failed);
});
