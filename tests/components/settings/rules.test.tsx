import { render } from 'preact';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/theme/reset.css';
import '../../../components/theme/tokens.css';
import { RulesSection } from '../../../components/settings/RulesSection';
import type { Rule } from '../../../utils/model/organise';
import { anArticle, freshLibrary, saved } from '../../library/support';
import { expectAccessible } from '../../support/axe';

const RULE: Rule = { id: 'r', field: 'site', value: 'news.example', tags: ['news'], archived: true, favourite: false };

async function open(rules: readonly Rule[] = []) {
  const library = freshLibrary();
  const ids = [
    await saved(library, anArticle('one', { title: 'One' })),
    await saved(library, anArticle('two', { title: 'Two' }), ['news']),
  ];
  for (const rule of rules) await library.keepRule(rule);
  const root = document.body.appendChild(document.createElement('main'));
  render(<RulesSection library={library} />, root);
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  const states = async () => (await library.items(ids)).map(({ archived, tags }) => [archived, ...tags]);
  return { library, root, states };
}

const button = (name: string | RegExp) => page.getByRole('button', { name });

test('a rule is written, kept, and shows what it would do before it does it', async () => {
  const { library, root, states } = await open();
  await expect.element(page.getByText('No rules yet.')).toBeVisible();

  await button('Add a rule').click();
  await button('Keep').click();
  await expect.element(page.getByRole('alert').first()).toBeVisible();
  await expect.element(page.getByText('Say what to look for.')).toBeVisible();
  await userEvent.fill(page.getByRole('textbox', { name: 'Look for' }), 'News Example');
  await button('Keep').click();
  await expect.element(page.getByText(/Say what to do/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Add these tags' }).click();
  await userEvent.keyboard('news{Enter}');
  await expectAccessible(root);
  await button('Keep').click();

  await expect.element(page.getByText('Would change 1 saved article: tag “news”')).toBeVisible();
  await expect.element(page.getByRole('listitem').filter({ hasText: /^One$/ })).toBeVisible();
  await expectAccessible(root);
  expect(await states()).toEqual([[false], [false, 'news']]);
  expect(await library.rules()).toMatchObject([{ field: 'site', value: 'News Example', tags: ['news'] }]);
});

test('a rule is run on saved articles, and taken back', async () => {
  const { root, states } = await open([RULE]);

  await button(/would do to saved articles/).click();
  await button('Do it to these 2 articles').click();
  await expect.element(page.getByText('2 articles changed.')).toBeVisible();
  expect(await states()).toEqual([
    [true, 'news'],
    [true, 'news'],
  ]);
  await expectAccessible(root);
  await button('Undo').click();

  await expect.poll(states).toEqual([[false], [false, 'news']]);
  await button(/would do to saved articles/).click();
  await button('Not now').click();
  await expect.poll(() => button(/Do it to/).elements()).toHaveLength(0);
});

test('a rule that nothing needs says so', async () => {
  const { root } = await open([{ ...RULE, value: 'other.example' }]);

  await button(/would do to saved articles/).click();

  await expect.element(page.getByText('No saved article would be changed.')).toBeVisible();
  await expectAccessible(root);
});

test('a rule is deleted and brought back; one made elsewhere appears', async () => {
  const { library } = await open([RULE]);

  await button(/^Delete/).click();
  await expect.element(page.getByText('No rules yet.')).toBeVisible();
  await button('Undo').click();
  await expect.element(page.getByText('Site news.example → tag “news”, archive').first()).toBeVisible();
  await library.keepRule({ ...RULE, id: 'other', field: 'author', value: 'Ada' });

  await expect.element(page.getByText('Author Ada → tag “news”, archive')).toBeVisible();
});
