import { isFrontPage, isSameSite, isSectionOf } from '../model/canonical-url';
import type { CheckProblem, PageAnswer } from '../model/page-check';
import { extractResponse, type ParsePage, requestPage } from './fetch-page';

/** Not found, and gone for good: https://httpwg.org/specs/rfc9110.html#status.404. */
const GONE: readonly number[] = [404, 410];

/**
 * What became of an article's page: there, and where; gone, which a site says by 404, 410 or by leading to its front page or to a
 * section without an article; or not to be told. Requests it once, redirects aside, and keeps nothing.
 */
export async function askPage(url: string, parsePage: ParsePage): Promise<PageAnswer> {
  const response = await requestPage(url);
  if (!response) return unreachable('page-unreachable');
  const landed = response.url || url;
  if (!isSameSite(url, landed)) return unreachable('other-site');
  if (GONE.includes(response.status)) return { is: 'gone' };
  if (!response.ok) return unreachable('server-error');
  if (isFrontPage(landed) && !isFrontPage(url)) return { is: 'gone' };
  const extracted = await extractResponse(response, url, parsePage);
  if (extracted.ok) return { is: 'page', url: landed, article: extracted.value };
  const isLedUp = extracted.error === 'no-article' && isSectionOf(landed, url);
  return isLedUp ? { is: 'gone' } : unreachable(extracted.error);
}

function unreachable(problem: CheckProblem): PageAnswer {
  return { is: 'unreachable', problem };
}
