import { createModel, signal } from '@preact/signals';
import { reportError } from '../../utils/errors';
import type { ArticleId, ContentId } from '../../utils/model/article';
import type { Library, LibraryError } from '../../utils/model/library';
import type { CheckFinding } from '../../utils/model/page-check';
import type { Result } from '../../utils/model/result';
import type { AskWeb, CheckedLibrary } from '../check/check-article';
import type { Undo } from '../check/settle';

/** What versions need of the library. */
export type VersionsLibrary = CheckedLibrary & Pick<Library, 'showVersion' | 'dropVersion'>;

/** What was last done, and came of it. */
export type VersionsState =
  | { readonly is: 'idle' | 'checking' | 'dropped' | 'undone' | 'failed' }
  | { readonly is: 'found' | 'settled'; readonly finding: CheckFinding }
  | { readonly is: 'shown'; readonly contentId: ContentId };

/** The texts kept of one open article, and what became of its page. Whatever is done can be undone once, by `undo`. */
export const VersionsModel = createModel((library: VersionsLibrary, id: ArticleId, ask: AskWeb | null) => {
  const state = signal<VersionsState>({ is: 'idle' });
  const undoing = signal<Undo | null>(null);
  let latest = 0;

  async function check(): Promise<void> {
    if (!ask) return;
    const mine = ++latest;
    state.value = { is: 'checking' };
    const finding = await findingNow(ask).catch((error: unknown): CheckFinding => {
      reportError('checking a page', error);
      return { id, is: 'unreachable', problem: 'page-unreachable' };
    });
    if (mine === latest) state.value = { is: 'found', finding };
  }

  async function findingNow(web: AskWeb): Promise<CheckFinding> {
    // Few readers check, so none waits for what that takes.
    const { checkArticle } = await import('../check/check-article');
    return checkArticle(library, web, id);
  }

  async function settleFinding(): Promise<void> {
    const { value } = state;
    if (value.is !== 'found') return;
    const { settle } = await import('../check/settle');
    const undo = await settle(library, value.finding);
    undoing.value = undo;
    state.value = undo ? { is: 'settled', finding: value.finding } : { is: 'failed' };
  }

  /** Does what can be undone by putting the article back as it is now, with the text `dropped`. */
  async function change(
    write: () => Promise<Result<void, LibraryError>>,
    done: VersionsState,
    dropped?: ContentId,
  ): Promise<void> {
    const [article, content] = await Promise.all([library.article(id), dropped ? library.version(id, dropped) : null]);
    const written = article && (await write()).ok;
    const after = written ? await library.article(id) : null;
    if (!article || !after) {
      state.value = { is: 'failed' };
      return;
    }
    const before = { article, contents: content ? [content] : [] };
    undoing.value = async () => (await library.putBack(before, after.current.value)).ok;
    state.value = done;
  }

  return {
    state,
    undoing,
    check,
    /** Forgets a check that is under way: what it finds is remembered, but not told. */
    cancel(): void {
      latest += 1;
      state.value = { is: 'idle' };
    },
    settle: settleFinding,
    show: (contentId: ContentId) => change(() => library.showVersion(id, contentId), { is: 'shown', contentId }),
    drop: (contentId: ContentId) => change(() => library.dropVersion(id, contentId), { is: 'dropped' }, contentId),
    async undo(): Promise<void> {
      const undo = undoing.peek();
      undoing.value = null;
      state.value = { is: (await undo?.()) ? 'undone' : 'failed' };
    },
  };
});
