import type { Library } from '../../utils/model/library';
import { renamedTag, withRenamedTag } from '../../utils/search/split-filters';

/** Where tags are named besides on articles. */
export type NamesTags = Pick<Library, 'smartLists' | 'keepSmartList' | 'rules' | 'keepRule'>;

/** Has lists and rules that name a tag, or one below it, go along when it is renamed; resolves with what takes that back. */
export async function followRename(library: NamesTags, from: string, to: string): Promise<() => Promise<void>> {
  const [lists, rules] = await Promise.all([library.smartLists(), library.rules()]);
  const changedLists = lists.flatMap((list) => {
    const search = withRenamedTag(list.query.search ?? '', from, to);
    return search === (list.query.search ?? '')
      ? []
      : [{ before: list, after: { ...list, query: { ...list.query, search } } }];
  });
  const changedRules = rules.flatMap((rule) => {
    const tags = rule.tags.map((tag) => renamedTag(tag, from, to));
    const value = rule.field === 'search' ? withRenamedTag(rule.value, from, to).trim() : rule.value;
    const isSame = value === rule.value && tags.every((tag, i) => tag === rule.tags[i]);
    return isSame ? [] : [{ before: rule, after: { ...rule, tags, value } }];
  });
  for (const { after } of changedLists) await library.keepSmartList(after);
  for (const { after } of changedRules) await library.keepRule(after);
  return async () => {
    for (const { before } of changedLists) await library.keepSmartList(before);
    for (const { before } of changedRules) await library.keepRule(before);
  };
}
