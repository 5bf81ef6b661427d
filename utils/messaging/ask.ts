import { reportError } from '../errors';
import type { ArticleId, ExtractedArticle } from '../model/article';
import type { FetchProblem } from '../model/capture';
import type { PageAnswer } from '../model/page-check';
import { readArticle } from '../model/read-article';
import { fail, ok, type Result } from '../model/result';
import { commands } from './protocol';

/** Has the worker work on what the library has queued; nobody waits for it, the library tells how far it is. */
export function runJobs(reason: 'retry' | 'import' | 'queue'): void {
  commands.sendMessage('runJobs', { reason }).catch((error) => reportError('waking the worker', error));
}

/** Has the worker bring the toolbar icon up to date for these articles' pages. */
export function refreshIcons(ids: readonly ArticleId[]): void {
  commands.sendMessage('refreshIcons', { ids: [...ids] }).catch((error) => reportError('waking the worker', error));
}

/** Has the worker fetch a page, where the reader allowed that, and extract its article, which is not kept. */
export async function fetchPage(url: string): Promise<Result<ExtractedArticle, FetchProblem>> {
  try {
    const fetched = await commands.sendMessage('fetchPage', { url });
    if (!fetched.ok) return fetched;
    const article = readArticle(fetched.value);
    return article ? ok(article) : fail('too-large');
  } catch (error) {
    reportError('fetching a page', error);
    return fail('page-unreachable');
  }
}

/** Has the worker ask what a page's address answers now, where the reader allowed that. */
export async function checkPage(url: string): Promise<PageAnswer> {
  try {
    const answer = await commands.sendMessage('checkPage', { url });
    if (answer.is !== 'page') return answer;
    const article = readArticle(answer.article);
    return article ? { ...answer, article } : { is: 'unreachable', problem: 'too-large' };
  } catch (error) {
    reportError('checking a page', error);
    return { is: 'unreachable', problem: 'page-unreachable' };
  }
}
