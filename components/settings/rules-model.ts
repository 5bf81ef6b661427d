import { createModel, effect, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import { t, tCount } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import type { Library, LibraryError } from '../../utils/model/library';
import type { Rule } from '../../utils/model/organise';
import type { Result } from '../../utils/model/result';
import type { ListItem } from '../../utils/model/saved-article';
import { progressRunner } from '../library/bulk-runner';
import { effectWords, ruleWords } from './rule-words';

/** What rules need of the library. */
export type RuleLibrary = Pick<
  Library,
  'rules' | 'keepRule' | 'dropRule' | 'ruleTargets' | 'changeArticles' | 'items' | 'tags' | 'subscribe'
>;

/** Articles of a preview that are shown by their titles. */
const MOST_SHOWN = 12;

/** What a rule would do to saved articles. */
export interface RulePreview {
  readonly rule: Rule;
  /** Null while the library is looked through. */
  readonly ids: readonly ArticleId[] | null;
  readonly first: readonly ListItem[];
}

/** What was done last, and how it is taken back. */
interface Done {
  readonly words: string;
  readonly undo: (() => Promise<unknown>) | null;
}

/** The reader's rules: kept, tried on the library and, when that was seen, run. */
export const RulesModel = createModel((library: RuleLibrary) => {
  const rules = signal<readonly Rule[] | null>(null);
  const tags = signal<readonly string[]>([]);
  /** The rule being written. */
  const open = signal<Rule | null>(null);
  const preview = signal<RulePreview | null>(null);
  const done = signal<Done | null>(null);
  const { run, progress } = progressRunner();
  const lifetime = new AbortController();

  async function read() {
    try {
      const [kept, known] = await Promise.all([library.rules(), library.tags()]);
      if (lifetime.signal.aborted) return;
      rules.value = kept;
      tags.value = known.map(({ tag }) => tag);
    } catch (error) {
      reportError('rules', error);
    }
  }

  async function attempt(write: Promise<Result<void, LibraryError>>, words: string, undo: Done['undo']) {
    const result = await write.catch(() => null);
    done.value = result?.ok ? { words, undo } : { words: t('ruleNotKept'), undo: null };
    return result?.ok ?? false;
  }

  async function show(rule: Rule) {
    preview.value = { rule, ids: null, first: [] };
    try {
      const ids = await library.ruleTargets(rule);
      const first = await library.items(ids.slice(0, MOST_SHOWN));
      if (preview.peek()?.rule === rule) preview.value = { rule, ids, first };
    } catch (error) {
      reportError('rule preview', error);
      preview.value = null;
      done.value = { words: t('libraryUnavailable'), undo: null };
    }
  }

  effect(() => () => lifetime.abort());

  return {
    rules,
    tags,
    open,
    preview,
    done,
    progress,
    /** Reads the rules, and follows them from now on. */
    start() {
      library.subscribe(({ kind }) => kind === 'rules' && void read(), lifetime.signal);
      return read();
    },
    /** Keeps a rule and shows what it would do to articles that were saved before. */
    async keep(rule: Rule) {
      const before = rules.peek()?.find(({ id }) => id === rule.id);
      const undo = () => (before ? library.keepRule(before) : library.dropRule(rule.id));
      if (!(await attempt(library.keepRule(rule), t('ruleKept', ruleWords(rule)), undo))) return;
      open.value = null;
      await show(rule);
    },
    async drop(rule: Rule) {
      if (preview.peek()?.rule.id === rule.id) preview.value = null;
      await attempt(library.dropRule(rule.id), t('ruleDeleted', ruleWords(rule)), () => library.keepRule(rule));
    },
    show,
    /** Does what the preview shows. */
    async run() {
      const { rule, ids } = preview.peek() ?? {};
      if (!rule || !ids) return;
      const { archived, favourite, tags: addTags } = rule;
      const change = { addTags, ...(archived ? { archived } : {}), ...(favourite ? { favourite } : {}) };
      const ran = await run((options) => library.changeArticles([{ ids, change }], { ...options, reason: 'rule' }));
      preview.value = null;
      const undo = () => run((options) => library.changeArticles(ran.undo, options));
      const words = ran.failure ? t('libraryNotChanged') : tCount('ruleRan', ran.changed);
      done.value = { words, undo: ran.changed > 0 ? undo : null };
    },
    async undo() {
      const undo = done.peek()?.undo;
      done.value = null;
      await undo?.();
      done.value = { words: t('ruleUndone'), undo: null };
    },
    /** What the preview says. */
    wouldDo: ({ rule, ids }: RulePreview) =>
      ids && ids.length > 0 ? tCount('ruleWould', ids.length, effectWords(rule)) : t('ruleWouldNone'),
  };
});
