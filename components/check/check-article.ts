import type { ArticleId, ExtractedArticle } from '../../utils/model/article';
import { cleanUrl, urlKey } from '../../utils/model/canonical-url';
import type { Library } from '../../utils/model/library';
import type { CheckFinding, CheckProblem, PageAnswer, PageCheck } from '../../utils/model/page-check';
import type { Article, SavedContent } from '../../utils/model/saved-article';
import type { FetchPage } from '../reader/pages-model';
import { webUrl } from '../reader/web-url';
import { joinAllPages } from './join-all-pages';
import { differs, isOtherArticle } from './same-article';

/** What a check needs of the library. */
export type CheckedLibrary = Pick<
  Library,
  'article' | 'content' | 'version' | 'save' | 'setAddress' | 'putBack' | 'recordCheck' | 'state'
>;

/** How the web is asked. */
export interface AskWeb {
  /** What an article's address answers. */
  checkPage(url: string): Promise<PageAnswer>;
  /** A further page of an article of several. */
  readonly fetchPage: FetchPage;
}

/** Asks what became of one article's page, remembers it, and tells. What could not be told leaves the library as it was. */
export async function checkArticle(library: CheckedLibrary, ask: AskWeb, id: ArticleId): Promise<CheckFinding> {
  const [article, content] = await Promise.all([library.article(id), library.content(id)]);
  if (!article || !content) return { id, is: 'unreachable', problem: 'not-in-library' };
  const finding = await findingOf(ask, article, content);
  if (finding.is !== 'unreachable') await library.recordCheck(id, checkOf(finding));
  return finding;
}

/** A finding as it is remembered. */
export function checkOf(finding: Exclude<CheckFinding, { is: 'unreachable' }>): PageCheck {
  const movedTo = 'movedTo' in finding ? finding.movedTo : undefined;
  return { is: finding.is, checkedAt: Date.now(), ...(movedTo ? { movedTo } : {}) };
}

async function findingOf(ask: AskWeb, article: Article, content: SavedContent): Promise<CheckFinding> {
  const { id } = article;
  const answer = await askAddresses(ask, article);
  if (answer.is === 'gone') return { id, is: 'gone' };
  if (answer.is === 'unreachable') return { id, ...answer };
  const joined = await joinAllPages(answer.article, content, ask.fetchPage);
  if (!joined) return unreachable(id, 'page-unreachable');
  const page = await withBlocksBack(joined, content);
  const movedTo = movedFrom(article, answer.url, page);
  if (movedTo && (await isOtherArticle(article, content, page))) return unreachable(id, 'other-page');
  if (differs(article, content, page)) return { id, is: 'changed', page, ...(movedTo ? { movedTo } : {}) };
  return movedTo ? { id, is: 'moved', movedTo } : { id, is: 'unchanged' };
}

/** The page with the left-out blocks that the reader had put back, so that they are not taken for news. */
async function withBlocksBack(page: ExtractedArticle, { receipt }: SavedContent): Promise<ExtractedArticle> {
  if (!receipt.some(({ back }) => back)) return page;
  const { putBackAgain } = await import('../../utils/extraction/put-back');
  return putBackAgain(page, receipt);
}

/** What the article's own address answers, or, when that is gone, the one that it was read at. */
async function askAddresses(ask: AskWeb, { canonicalUrl, url }: Article): Promise<PageAnswer> {
  const addresses = [...new Map([canonicalUrl, url].map((each) => [urlKey(each), webUrl(each)])).values()];
  let answer: PageAnswer = { is: 'unreachable', problem: 'browser-page' };
  for (const address of addresses) {
    if (!address) continue;
    answer = await ask.checkPage(address);
    if (answer.is !== 'gone') break;
  }
  return answer;
}

/** Where the article is now, when its address leads to another; null when it is where it was. */
function movedFrom(article: Article, landed: string, page: ExtractedArticle): string | null {
  const known = [article.canonicalUrl, article.url].map(urlKey);
  if (known.includes(urlKey(landed))) return null;
  const own = webUrl(page.canonicalUrl);
  return own && !known.includes(urlKey(own)) ? own : cleanUrl(landed);
}

function unreachable(id: ArticleId, problem: CheckProblem): CheckFinding {
  return { id, is: 'unreachable', problem };
}
