import { extractLinkedPage } from '../../utils/capture/fetch-page';
import type { ExtractedArticle } from '../../utils/model/article';
import type { FetchProblem } from '../../utils/model/capture';
import { fail, type Result } from '../../utils/model/result';
import { hasAccessTo } from '../../utils/surfaces/host-access';
import { parsePage } from './parse-page';

/** Fetches a page that is not open, where the reader allowed that, and extracts its article. */
export async function fetchPage(url: string): Promise<Result<ExtractedArticle, FetchProblem>> {
  if (!URL.canParse(url)) return fail('page-unreachable');
  if (!(await hasAccessTo(url))) return fail('needs-permission');
  return extractLinkedPage(url, parsePage);
}
