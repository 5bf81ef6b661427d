import { captureTab } from '../../utils/capture/capture-tab';
import type { ExtractedArticle } from '../../utils/model/article';
import type { CaptureProblem, CaptureScope } from '../../utils/model/capture';
import type { Library, LibraryError, SaveOutcome } from '../../utils/model/library';
import type { Result } from '../../utils/model/result';
import { readRecipes } from '../../utils/settings/recipes';
import { markTabSaved, refreshIcons } from './icons';
import { keepPictures } from './jobs';
import { ruledBy } from './rules';

/** Keeps an article, with what the reader's rules say of it, then starts on its pictures without making the caller wait for them. */
export async function saveArticle(
  library: Library,
  request: {
    readonly article: ExtractedArticle;
    readonly mode: 'add' | 'update';
    readonly tags: readonly string[];
    readonly tabId: number | null;
  },
): Promise<Result<SaveOutcome, LibraryError>> {
  const saved = await library.save({ ...request, whenNew: await ruledBy(library, request.article) });
  if (saved.ok) {
    void keepPictures(library);
    void refreshIcons(library, [saved.value.id]);
    if (request.tabId !== null) void markTabSaved(request.tabId);
  }
  return saved;
}

/** Captures a tab and keeps what was found. An article that is there already is left as it is. */
export async function captureAndSave(
  library: Library,
  tab: { readonly id: number; readonly url?: string },
  scope: CaptureScope,
): Promise<Result<SaveOutcome, LibraryError | CaptureProblem>> {
  const captured = await captureTab(tab, { scope, recipes: (await readRecipes()).map(({ recipe }) => recipe) });
  if (!captured.ok) return captured;
  return saveArticle(library, { article: captured.value, mode: 'add', tags: [], tabId: tab.id });
}
