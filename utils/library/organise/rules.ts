import type { ArticleId } from '../../model/article';
import type { LibraryError } from '../../model/library';
import type { Rule } from '../../model/organise';
import type { Result } from '../../model/result';
import { parseQuery } from '../../search/parse-query';
import { ruleSearch } from '../../search/rule-search';
import type { LibraryContext } from '../context';
import { startingWith } from '../held';
import { listArticles } from '../list';
import { tidyTag } from '../tags';
import { writeKept } from './kept-rows';

/** The reader's rules in the order they were made. */
export function readRules({ connection }: LibraryContext): Promise<Rule[]> {
  return connection.read(['rules'], async (transaction) => {
    const rows = await transaction.objectStore('rules').getAll();
    return rows
      .sort((one, other) => one.madeAt - other.madeAt || (one.id < other.id ? -1 : 1))
      .flatMap(({ rule }) => rule.value ?? []);
  });
}

/** Keeps a rule in the place of one with its id. */
export function keepRule(context: LibraryContext, rule: Rule): Promise<Result<void, LibraryError>> {
  return put(context, rule.id, { ...rule, tags: [...new Set(rule.tags.map(tidyTag))].filter(Boolean) });
}

/** Removes a rule; keeping it again takes that back. */
export function dropRule(context: LibraryContext, id: string): Promise<Result<void, LibraryError>> {
  return put(context, id, null);
}

/** The saved articles that a rule would change, newest first; none in the trash. */
export async function ruleTargets(context: LibraryContext, rule: Rule): Promise<ArticleId[]> {
  // A rule that says nothing yet is about nothing, where a search would be about everything.
  if (!parseQuery(ruleSearch(rule))) return [];
  const matching = await listArticles(context, { shelf: 'all', sort: 'newest', search: ruleSearch(rule) });
  const has = await Promise.all([
    ...(rule.archived ? [listed(context, 'archived')] : []),
    ...(rule.favourite ? [listed(context, 'favourite')] : []),
    ...rule.tags.map((tag) => withTag(context, tag)),
  ]);
  return matching.filter((id) => has.some((each) => !each.has(id)));
}

async function listed(context: LibraryContext, shelf: 'archived' | 'favourite'): Promise<ReadonlySet<ArticleId>> {
  return new Set(await listArticles(context, { shelf, sort: 'newest' }));
}

async function withTag({ connection }: LibraryContext, tag: string): Promise<ReadonlySet<ArticleId>> {
  return connection.read(['entries'], async (transaction) => {
    const tagged = transaction.objectStore('entries').index('tagged');
    return new Set(await tagged.getAllKeys(startingWith(0, tag)));
  });
}

function put(context: LibraryContext, id: string, rule: Rule | null): Promise<Result<void, LibraryError>> {
  return writeKept(context, 'rules', 'rules', async (transaction, clock) => {
    const store = transaction.objectStore('rules');
    const before = await store.get(id);
    const madeAt = before?.madeAt ?? context.now();
    await store.put({ id, madeAt, rule: clock.stamp(rule, before?.rule) });
  });
}
