import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TagInput } from '../../../components/ui/TagInput';
import { expectAccessible } from '../../support/axe';

let root: HTMLElement;

function Owner({ start, suggestions }: { start: string[]; suggestions: string[] }) {
  const [tags, setTags] = useState(start);
  return (
    <>
      <TagInput
        label="Tags"
        tags={tags}
        suggestions={suggestions}
        onAdd={(tag) => setTags((before) => [...before, tag])}
        onRemove={(tag) => setTags((before) => before.filter((each) => each !== tag))}
      />
      <output>{tags.join('|')}</output>
    </>
  );
}

function show(start: string[] = [], suggestions: string[] = ['economy', 'Education', 'café society', '经济']) {
  root = document.body.appendChild(document.createElement('main'));
  render(<Owner start={start} suggestions={suggestions} />, root);
  return page.getByRole('combobox', { name: 'Tags' });
}

const tags = () => root.querySelector('output')?.textContent;

afterEach(() => {
  render(null, root);
  root.remove();
});

test('adds what is typed with Enter or a comma of any script', async () => {
  const box = show();

  await box.click();
  await userEvent.keyboard('zebra{Enter}');
  await userEvent.keyboard('yak,');
  await box.fill('斑马，');

  await expect.poll(tags).toBe('zebra|yak|斑马');
});

test('offers tags that match whatever their case and accents, and takes the one chosen by arrow keys', async () => {
  const box = show();

  await box.click();
  await userEvent.keyboard('CAFE{ArrowDown}');

  await expect.element(page.getByRole('option', { name: 'café society' })).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(root);
  await userEvent.keyboard('{Enter}');
  await expect.poll(tags).toBe('café society');
});

test('writes a known tag the way it is known', async () => {
  const box = show();

  await box.click();
  await userEvent.keyboard('education{Enter}');

  await expect.poll(tags).toBe('Education');
});

test('takes the last tag off with Backspace only when the box is empty', async () => {
  const box = show(['one', 'two']);

  await box.click();
  await userEvent.keyboard('x{Backspace}');
  await expect.poll(tags).toBe('one|two');
  await userEvent.keyboard('{Backspace}');

  await expect.poll(tags).toBe('one');
});

test('takes a tag off with its button and keeps the focus in the box', async () => {
  show(['one', 'two']);

  await page.getByRole('button', { name: 'Remove tag one' }).click();

  await expect.poll(tags).toBe('two');
  expect(document.activeElement?.getAttribute('role')).toBe('combobox');
});

test('does not add a tag twice', async () => {
  const box = show(['Education']);

  await box.click();
  await userEvent.keyboard('education{Enter}');

  await expect.poll(tags).toBe('Education');
  await expect.element(box).toHaveValue('');
});

test('closes the suggestions with Escape and keeps what is typed', async () => {
  const box = show();
  await box.click();
  await userEvent.keyboard('ec');
  await expect.element(page.getByRole('listbox')).toBeVisible();

  await userEvent.keyboard('{Escape}');

  await expect.element(box).toHaveAttribute('aria-expanded', 'false');
  await expect.element(box).toHaveValue('ec');
});
