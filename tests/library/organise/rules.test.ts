import { expect, test } from 'vitest';
import { applyRules } from '../../../utils/library/organise/apply-rules';
import type { ExtractedArticle } from '../../../utils/model/article';
import type { Rule } from '../../../utils/model/organise';
import { anArticle, freshLibrary, saved, tended, unwrapped } from '../support';

const rule = (changes: Partial<Rule>): Rule => ({
  id: 'r',
  field: 'site',
  value: 'News Example',
  tags: ['news'],
  archived: false,
  favourite: false,
  ...changes,
});

const CASES: readonly (readonly [Partial<Rule>, Partial<ExtractedArticle>, boolean])[] = [
  [{}, {}, true],
  [{ value: 'news.example' }, { siteName: 'Quite another name' }, true],
  [{ value: 'example' }, { siteName: null }, false],
  [{ value: 'other.example' }, {}, false],
  [{ field: 'author', value: 'ada writer' }, {}, true],
  [{ field: 'author', value: 'Writer Ada' }, {}, false],
  [{ field: 'search', value: '默认 -tide' }, { text: '默認的設置' }, true],
  [{ field: 'search', value: 'words OR moon' }, {}, true],
  [{ field: 'search', value: 'minutes:>10' }, { readingMinutes: 11 }, true],
  [{ field: 'search', value: 'minutes:>10' }, {}, false],
  [{ field: 'search', value: '  ' }, {}, false],
];

test.each(CASES)('%j means %j: %s, for a new article as for a saved one', async (changes, article, isMeant) => {
  const made = rule(changes);
  const one = anArticle('moon', article);
  const library = freshLibrary();

  const applied = applyRules([made], one, Date.now());
  const id = await saved(library, one);

  expect(applied.tags).toEqual(isMeant ? ['news'] : []);
  expect(await library.ruleTargets(made)).toEqual(isMeant ? [id] : []);
  await tended(library);
  expect(await library.ruleTargets(made)).toEqual(isMeant ? [id] : []);
});

test('several rules do all that they say', () => {
  const rules = [
    rule({ id: '1', archived: true }),
    rule({ id: '2', tags: ['news', 'ada'], favourite: true, field: 'author', value: 'ada' }),
    rule({ id: '3', tags: ['never'], value: 'nobody' }),
  ];

  expect(applyRules(rules, anArticle(), 0)).toEqual({ tags: ['news', 'ada'], archived: true, favourite: true });
});

test('what a rule does is done to new articles only', async () => {
  const library = freshLibrary();
  const whenNew = { tags: ['news'], archived: true, favourite: true };
  const request = { article: anArticle(), tags: ['own'], mode: 'update' as const };

  const { id } = unwrapped(await library.save({ ...request, whenNew }));
  const [fresh] = await library.items([id]);
  await library.changeTags([id], { remove: ['news'] });
  await library.setArchived([id], false);
  await library.save({ ...request, whenNew });

  expect(fresh).toMatchObject({ tags: ['own', 'news'], archived: true, favourite: true });
  expect((await library.items([id]))[0]).toMatchObject({ tags: ['own'], archived: false });
});

test('a rule concerns only articles that it would change', async () => {
  const library = freshLibrary();
  const done = await saved(library, anArticle('done'), ['news']);
  const half = await saved(library, anArticle('half'), ['news']);
  const trashed = await saved(library, anArticle('trashed'));
  await library.setArchived([done], true);
  await library.setDeleted([trashed], true);

  expect(await library.ruleTargets(rule({ archived: true }))).toEqual([half]);
  expect(await library.ruleTargets(rule({}))).toEqual([]);
});

test('rules are kept, changed, removed and brought back in their place', async () => {
  let now = 0;
  const library = freshLibrary(() => ++now);
  for (const id of ['1', '2']) await library.keepRule(rule({ id, tags: [' a / b ', 'a/b', ''] }));

  await library.dropRule('1');
  const without = await library.rules();
  await library.keepRule(rule({ id: '1', archived: true, tags: [] }));

  expect(without).toEqual([rule({ id: '2', tags: ['a/b'] })]);
  expect(await library.rules()).toEqual([
    rule({ id: '1', archived: true, tags: [] }),
    rule({ id: '2', tags: ['a/b'] }),
  ]);
});
