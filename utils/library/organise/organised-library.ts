import type { OrganisedLibrary } from '../../model/organise';
import type { LibraryContext } from '../context';
import { setReadBy } from '../states';
import { changeArticles } from './change-articles';
import { dropRule, keepRule, readRules, ruleTargets } from './rules';
import { sharedTags } from './shared-tags';
import { dropSmartList, keepSmartList, orderSmartLists, readSmartLists } from './smart-lists';
import { removeTag, renameTag, tagTree } from './tag-tree';

/** What keeps a library in order, as part of it. */
export function organisedLibrary(context: LibraryContext): OrganisedLibrary {
  return {
    setReadBy: (ids, day) => setReadBy(context, ids, day),
    changeArticles: (steps, options) => changeArticles(context, steps, options),
    tagTree: () => tagTree(context),
    sharedTags: (ids) => sharedTags(context, ids),
    renameTag: (from, to, options) => renameTag(context, from, to, options),
    removeTag: (tag, options) => removeTag(context, tag, options),
    smartLists: () => readSmartLists(context),
    keepSmartList: (list) => keepSmartList(context, list),
    dropSmartList: (id) => dropSmartList(context, id),
    orderSmartLists: (ids) => orderSmartLists(context, ids),
    rules: () => readRules(context),
    keepRule: (rule) => keepRule(context, rule),
    dropRule: (id) => dropRule(context, id),
    ruleTargets: (rule) => ruleTargets(context, rule),
  };
}
