import { type MessageKey, t } from '../../utils/i18n';
import type { Rule, RuleField } from '../../utils/model/organise';
import { parseQuery } from '../../utils/search/parse-query';
import { ruleSearch } from '../../utils/search/rule-search';

/** What a rule looks at, as the form offers it. */
export const RULE_FIELDS: readonly (readonly [field: RuleField, label: MessageKey])[] = [
  ['site', 'ruleFieldSite'],
  ['author', 'ruleFieldAuthor'],
  ['search', 'ruleFieldSearch'],
];

const CONDITIONS = {
  site: 'ruleIfSite',
  author: 'ruleIfAuthor',
  search: 'ruleIfSearch',
} as const satisfies Record<RuleField, MessageKey>;

/** A rule that says nothing yet. */
export function emptyRule(id: string): Rule {
  return { id, field: 'site', value: '', tags: [], archived: false, favourite: false };
}

/** What a rule does, in words. */
export function effectWords({ tags, archived, favourite }: Rule): string {
  return [
    ...tags.map((tag) => t('ruleThenTag', tag)),
    ...(archived ? [t('ruleThenArchive')] : []),
    ...(favourite ? [t('ruleThenFavourite')] : []),
  ].join(', ');
}

/** The whole of a rule, in words. */
export function ruleWords(rule: Rule): string {
  return t('ruleSays', t(CONDITIONS[rule.field], rule.value), effectWords(rule));
}

/** What a rule lacks; null when it can be kept. */
export function ruleProblem(rule: Rule): string | null {
  if (!parseQuery(ruleSearch(rule))) return t('ruleNothing');
  return rule.tags.length > 0 || rule.archived || rule.favourite ? null : t('ruleNoAction');
}
