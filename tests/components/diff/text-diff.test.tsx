import { render } from 'preact';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type ComparedText, TextDiff } from '../../../components/diff/TextDiff';
import '../../../components/theme/reset.css';
import '../../../components/theme/tokens.css';
import { expectAccessible } from '../../support/axe';

const BEFORE = [
  'The ferry leaves Port Arden at nine.',
  ...['It is painted blue.', 'It carries forty cars.', 'It has a bar.', 'It has a deck.', 'It has a crew of ten.'],
  'A ticket costs four pounds for one person.',
  'Dogs travel free.',
];
const AFTER = [
  'The ferry leaves Port Arden at ten.',
  ...BEFORE.slice(1, 6),
  'A ticket costs five pounds for one person.',
  'Bicycles cost two pounds.',
];

const text = (label: string, paragraphs: readonly string[], over: Partial<ComparedText> = {}): ComparedText => ({
  label,
  text: paragraphs.join('\n\n'),
  ...over,
});

function show(before: readonly string[], after: readonly string[], over: Partial<ComparedText> = {}, width = 700) {
  const root = document.body.appendChild(document.createElement('main'));
  root.style.inlineSize = `${width}px`;
  render(<TextDiff before={text('As saved', before, over)} after={text('Now', after, over)} />, root);
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  return root;
}

const status = () => page.getByRole('status');
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** What an element says without what only screen readers are told. */
function seen(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove();
  return copy.textContent ?? '';
}

test('says how much differs and marks it with elements, words and signs', async () => {
  const root = show(BEFORE, AFTER);

  await expect.element(status()).toHaveTextContent('4 differences · 6 words added · 5 words removed');
  const changed = root.querySelector('[data-is="changed"]');
  expect([...(changed?.querySelectorAll('del, ins') ?? [])].map((each) => [each.localName, seen(each)])).toEqual([
    ['del', 'nine'],
    ['ins', 'ten'],
  ]);
  expect(changed?.textContent).toContain('removed: nine end of what was removed');
  await expectAccessible(root);
  document.documentElement.dataset.theme = 'dark';
  onTestFinished(() => void delete document.documentElement.dataset.theme);
  await expectAccessible(root);
});

test('goes from place to place by keys and buttons, round the ends', async () => {
  const root = show(BEFORE, AFTER);
  await expect.element(button('Next difference')).toBeVisible();
  const focused = () => document.activeElement?.getAttribute('aria-label');

  await button('Next difference').click();
  expect(focused()).toBe('Difference 1 of 4: changed');
  await userEvent.keyboard('n');
  expect(focused()).toBe('Difference 2 of 4: changed');
  await expect.element(page.getByText('2 of 4', { exact: true })).toBeVisible();
  await userEvent.keyboard('nn');
  expect(focused()).toBe('Difference 4 of 4: added');
  await userEvent.keyboard('n');
  expect(focused()).toBe('Difference 1 of 4: changed');
  await userEvent.keyboard('p');
  expect(focused()).toBe('Difference 4 of 4: added');
  expect(root.contains(document.activeElement)).toBe(true);
});

test('folds up what is the same and unfolds it by keyboard', async () => {
  const root = show(BEFORE, AFTER);
  await expect.element(button('3 paragraphs that are the same')).toBeVisible();
  expect(root.textContent).not.toContain('It carries forty cars.');

  (button('3 paragraphs that are the same').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');

  await expect.element(page.getByText('It carries forty cars.')).toBeVisible();
});

test('sets what was beside what is where there is room', async () => {
  const root = show(BEFORE, AFTER, {}, 900);
  await button('Side by side').click();

  const [before, after] = [...(root.querySelector('[data-is="changed"]')?.children ?? [])];
  if (!before || !after) throw new Error('nothing beside anything');
  expect([seen(before), seen(after)]).toEqual([BEFORE[0], AFTER[0]]);
  expect(after.getBoundingClientRect().left).toBeGreaterThan(before.getBoundingClientRect().right - 1);
  await expect.element(button('Side by side')).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(root);
});

test('tells Chinese by words and counts characters', async () => {
  const root = show(['图书馆周三上午九点开放。'], ['图书馆周五上午九点开放。'], { lang: 'zh-CN' });

  await expect.element(status()).toHaveTextContent('1 difference · 2 characters added · 2 characters removed');
  expect([...root.querySelectorAll('del, ins')].map(seen)).toEqual(['周三', '周五']);
  expect(root.querySelector('[lang="zh-CN"]')).not.toBeNull();
});

test('says that a paragraph moved', async () => {
  const root = show(['Alpha.', 'Beta.', 'Gamma.'], ['Beta.', 'Gamma.', 'Alpha.']);

  await expect.element(page.getByText('Moved away from here')).toBeVisible();
  await expect.element(page.getByText('Moved here')).toBeVisible();
  await expectAccessible(root);
});

test('says when no word differs', async () => {
  const root = show(BEFORE, BEFORE);

  await expect.element(status()).toHaveTextContent('No word differs.');
  expect(root.querySelector('[data-place]')).toBeNull();
});

test('fits 320 px, long words and other directions of writing', async () => {
  await page.viewport(320, 700);
  const long = 'https://news.example/'.concat('a-long-way-'.repeat(30));
  show([`${long} one`, 'x'], [`${long} two`, 'y'], { dir: 'rtl' }, 320);

  await expect.element(status()).toHaveTextContent('3 differences');
  expect(document.documentElement.scrollWidth).toBe(320);
});
