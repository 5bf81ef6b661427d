import { extractLinkedPage } from '../../utils/capture/fetch-page';
import type { LinkProblem } from '../../utils/messaging/protocol';
import type { Library, SaveOutcome } from '../../utils/model/library';
import { fail, type Result } from '../../utils/model/result';
import { hasAccessTo } from '../../utils/surfaces/host-access';
import { parsePage } from './parse-page';
import { saveArticle } from './save';

/** Fetches a page that is not open, extracts its article and keeps it. */
export async function saveLink(library: Library, url: string): Promise<Result<SaveOutcome, LinkProblem>> {
  if (!(await hasAccessTo(url))) return fail('needs-permission');
  const extracted = await extractLinkedPage(url, parsePage);
  if (!extracted.ok) return extracted;
  return saveArticle(library, { article: extracted.value, mode: 'add', tags: [], tabId: null });
}
