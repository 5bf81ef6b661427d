import { askPage } from '../../utils/capture/ask-page';
import { extractLinkedPage } from '../../utils/capture/fetch-page';
import type { ExtractedArticle } from '../../utils/model/article';
import type { FetchProblem } from '../../utils/model/capture';
import type { PageAnswer } from '../../utils/model/page-check';
import { fail, type Result } from '../../utils/model/result';
import { hasAccessTo } from '../../utils/surfaces/host-access';
import { parsePage } from './parse-page';

/** Fetches a page that is not open, where the reader allowed that, and extracts its article. */
export async function fetchPage(url: string): Promise<Result<ExtractedArticle, FetchProblem>> {
  if (!URL.canParse(url)) return fail('page-unreachable');
  if (!(await hasAccessTo(url))) return fail('needs-permission');
  return extractLinkedPage(url, parsePage);
}

/** Asks what a page's address answers now, where the reader allowed that. */
export async function checkPage(url: string): Promise<PageAnswer> {
  if (!URL.canParse(url)) return { is: 'unreachable', problem: 'page-unreachable' };
  if (!(await hasAccessTo(url))) return { is: 'unreachable', problem: 'needs-permission' };
  return inTurn(new URL(url).host, () => askPage(url, parsePage));
}

/** The last of what was asked of each host. */
const lastAsked = new Map<string, Promise<unknown>>();

/** Asks a host once it has answered all that was asked of it before, from whichever page of ours. */
function inTurn<Answer>(host: string, ask: () => Promise<Answer>): Promise<Answer> {
  const mine = (lastAsked.get(host) ?? Promise.resolve()).then(ask, ask);
  lastAsked.set(host, mine);
  const leave = () => void (lastAsked.get(host) === mine && lastAsked.delete(host));
  mine.then(leave, leave);
  return mine;
}
