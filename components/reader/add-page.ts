import type { JoinProblem } from '../../utils/extraction/join-pages';
import type { ExtractedArticle } from '../../utils/model/article';
import type { Library } from '../../utils/model/library';
import type { Article } from '../../utils/model/saved-article';

/** Adds a page to a saved article's text. Why it was not added, `not-saved` when the library could not be written; null when it was. */
export async function addPageTo(
  library: Pick<Library, 'revise'>,
  { id, url, title }: Article,
  page: ExtractedArticle,
): Promise<JoinProblem | 'not-saved' | null> {
  // Cleaning comes with it, which nobody needs who only reads.
  const { joinPage } = await import('../../utils/extraction/join-pages');
  let problem: JoinProblem | null = null;
  const done = await library.revise(id, (shown) => {
    const joined = joinPage({ ...shown, url, title }, page);
    problem = joined.ok ? null : joined.error;
    return joined.ok ? joined.value : null;
  });
  return problem ?? (done.ok ? null : 'not-saved');
}
