import { reportError } from '../../utils/errors';
import { applyRules } from '../../utils/library/organise/apply-rules';
import type { ExtractedArticle } from '../../utils/model/article';
import type { Library, SaveRequest } from '../../utils/model/library';
import type { Rule } from '../../utils/model/organise';

/** The rules, read when the worker starts and after each change, so that no save waits for them. */
let held: Promise<readonly Rule[]> | null = null;

/** Has the rules ready for saves. */
export function keepRulesReady(library: Library): void {
  const read = () => {
    held = library.rules().catch((error: unknown) => {
      reportError('rules', error);
      held = null;
      return [];
    });
  };
  // For as long as the worker lives, which no signal tells of.
  library.subscribe(({ kind }) => kind === 'rules' && read(), new AbortController().signal);
  read();
}

/** What the reader's rules do to an article that is about to be saved. */
export async function ruledBy(library: Library, article: ExtractedArticle): Promise<SaveRequest['whenNew']> {
  const rules = await (held ?? library.rules().catch(() => []));
  return rules.length > 0 ? applyRules(rules, article, Date.now()) : undefined;
}
