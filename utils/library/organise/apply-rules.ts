import type { ExtractedArticle } from '../../model/article';
import { dayOf } from '../../model/day';
import type { SaveRequest } from '../../model/library';
import type { Rule } from '../../model/organise';
import type { ArticleState } from '../../model/saved-article';
import { holds } from '../../search/evaluate';
import { parseQuery } from '../../search/parse-query';
import { ruleSearch } from '../../search/rule-search';
import { EARLIEST } from '../clock';
import { urlKeysOf } from '../ids';
import { hasLeaf, type KnownArticle } from '../search/has-leaf';
import { foldedFields } from '../search/look-at-texts';

/** What rules do to an article that is about to be saved at `now` (ms since 1970). */
export function applyRules(
  rules: readonly Rule[],
  article: ExtractedArticle,
  now: number,
): NonNullable<SaveRequest['whenNew']> {
  const known: KnownArticle = {
    row: { ...article, savedAt: now, keys: urlKeysOf(article) },
    state: NEW_STATE,
    fields: foldedFields(article, article.text),
  };
  const meant = rules.filter((rule) => isMeant(rule, known, now));
  return {
    tags: [...new Set(meant.flatMap(({ tags }) => tags))],
    archived: meant.some(({ archived }) => archived),
    favourite: meant.some(({ favourite }) => favourite),
  };
}

function isMeant(rule: Rule, known: KnownArticle, now: number): boolean {
  const query = parseQuery(ruleSearch(rule));
  return query !== null && holds(query, (leaf) => hasLeaf(known, dayOf(now), leaf));
}

const never = <T>(value: T) => ({ value, time: EARLIEST, device: '' });

/** What an article is before anything was done to it. */
const NEW_STATE: ArticleState = {
  articleId: '',
  archived: never(false),
  favourite: never(false),
  deleted: never(false),
  position: never(null),
  tags: {},
};
