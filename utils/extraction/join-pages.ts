import type { ExtractedArticle } from '../model/article';
import { urlKey } from '../model/canonical-url';
import { MAX_PAGES } from '../model/pages';
import { fail, ok, type Result } from '../model/result';
import type { RevisedContent } from '../model/saved-article';
import { MAX_HTML_LENGTH, parseInert } from '../sanitize';
import { joinReceipts } from './joined-receipt';
import { squeeze } from './links/text-position';
import { takeRepeats } from './repeated-blocks';
import { type Revisable, reviseContent } from './revise-content';

/** The parts of an article that a page is joined to. */
export type Joinable = Revisable & Pick<ExtractedArticle, 'url' | 'title' | 'pages'>;

/** Why a page is not joined: it is there already, says nothing that is not there, or there would be too many or too much. */
export type JoinProblem = 'already-joined' | 'nothing-new' | 'too-many' | 'too-large';

/**
 * An article's content with its next page after it and a rule between them. What stands on both pages (title, lead, pictures) is left out
 * of the second and told in the receipt, from which it can be put back. Neither is changed. Needs a document.
 */
export function joinPage(article: Joinable, page: ExtractedArticle): Result<RevisedContent, JoinProblem> {
  const pages = article.pages?.length ? article.pages : [article.url];
  const known = new Set(pages.map(urlKey));
  if (known.has(urlKey(page.url))) return fail('already-joined');
  if (pages.length >= MAX_PAGES) return fail('too-many');
  const [first, second] = [parseInert(article.content), parseInert(page.content)];
  if (!first.ok || !second.ok || article.content.length + page.content.length > MAX_HTML_LENGTH)
    return fail('too-large');
  const [body, added] = [first.value.body, second.value.body];
  const repeats = takeRepeats(added, body, [article.title, page.title]);
  if (!bringsNews(added, body)) return fail('nothing-new');
  const receipt = joinReceipts({ body, receipt: article.receipt }, { receipt: page.receipt, repeats });
  tellAnchorsApart(added, body, pages.length + 1);
  body.append(first.value.createElement('hr'), ...added.childNodes);
  const nextPage = page.nextPage && !known.has(urlKey(page.nextPage.url)) ? page.nextPage : null;
  const revised = reviseContent(body, receipt, [...article.images, ...page.images]);
  return ok({ ...revised, pages: [...pages, page.url], nextPage });
}

function bringsNews(added: Element, body: Element): boolean {
  const text = squeeze(added.textContent ?? '');
  if (text === '') return added.querySelector('img') !== null;
  return !squeeze(body.textContent ?? '').includes(text);
}

/** Both pages may call their first footnote the same. */
function tellAnchorsApart(added: Element, body: Element, number: number): void {
  const taken = new Set([...body.querySelectorAll('[id]')].map(({ id }) => id));
  const links = [...added.querySelectorAll('a[href^="#"]')];
  for (const target of added.querySelectorAll('[id]')) {
    if (!taken.has(target.id)) continue;
    const href = `#${target.id}`;
    target.id = `${target.id}-${number}`;
    for (const link of links) if (link.getAttribute('href') === href) link.setAttribute('href', `#${target.id}`);
  }
}
