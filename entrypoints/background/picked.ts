import { captureTab } from '../../utils/capture/capture-tab';
import { isPicking, stopPicking } from '../../utils/capture/pick-tab';
import type { CaptureProblem } from '../../utils/model/capture';
import type { Library, LibraryError, SaveOutcome } from '../../utils/model/library';
import { fail, type Result } from '../../utils/model/result';
import { keepRecipe } from '../../utils/settings/recipes';
import { saveArticle } from './save';

/** Longest selector that is remembered: what `parseRecipe` agrees to read. */
const MAX_SELECTOR = 500;

/** Who says that the reader has picked, as far as it is looked at. */
interface Picking {
  readonly url?: string;
  readonly tab?: { readonly id?: number };
}

/**
 * Keeps what the reader picked in a tab. The word for it comes from a page's process, so it is only taken from a tab in which the
 * reader had asked to pick, once, and the article is read there as for any other save.
 */
export async function savePicked(
  library: Library,
  { url = '', tab }: Picking,
  selector: string | null,
): Promise<Result<SaveOutcome, LibraryError | CaptureProblem>> {
  const tabId = tab?.id;
  if (tabId === undefined || !(await isPicking(tabId))) return fail('page-unreachable');
  await stopPicking(tabId);
  const captured = await captureTab({ id: tabId, url }, { scope: 'article', recipes: [], picked: true });
  if (!captured.ok) return captured;
  if (selector) await rememberSite(url, selector);
  return saveArticle(library, { article: captured.value, mode: 'update', tags: [], tabId });
}

async function rememberSite(url: string, selector: string): Promise<void> {
  if (!URL.canParse(url) || selector.length > MAX_SELECTOR) return;
  const host = new URL(url).hostname.replace(/^www\./, '');
  const recipe = { hosts: [host], path: null, body: selector, title: null, author: null, date: null, remove: [] };
  // A site has one recipe of this kind: picking again mends it.
  await keepRecipe({ id: `picked-${host}`, recipe });
}
