import type { LinkProblem } from '../../utils/messaging/protocol';
import type { Library, SaveOutcome } from '../../utils/model/library';
import type { Result } from '../../utils/model/result';
import { fetchPage } from './fetch-page';
import { saveArticle } from './save';

/** Fetches a page that is not open, extracts its article and keeps it. */
export async function saveLink(library: Library, url: string): Promise<Result<SaveOutcome, LinkProblem>> {
  const fetched = await fetchPage(url);
  if (!fetched.ok) return fetched;
  return saveArticle(library, { article: fetched.value, mode: 'add', tags: [], tabId: null });
}
