import { t } from '../../utils/i18n';
import type { ArticleId, ContentId, ExtractedArticle } from '../../utils/model/article';
import type { Library } from '../../utils/model/library';
import type { Article } from '../../utils/model/saved-article';
import { dayAndTime } from '../check/check-words';
import { withTitle } from '../check/same-article';
import type { ComparedText } from '../diff/TextDiff';

/** Two texts of an article that are shown beside each other. */
export interface Comparison {
  readonly before: ComparedText;
  readonly after: ComparedText;
}

/** A text that is kept, with the headline it had, as it is compared; null when it is gone. */
export async function keptText(
  library: Pick<Library, 'version'>,
  article: Article,
  contentId: ContentId,
  language: string,
): Promise<ComparedText | null> {
  const version = article.versions.find((each) => each.contentId === contentId);
  const content = await library.version(article.id, contentId);
  if (!version || !content) return null;
  const title = contentId === article.current.value ? article.title : (version.title ?? article.title);
  const label = t('versionsTextOf', dayAndTime(version.capturedAt, language));
  return { label, text: withTitle(title, content.text), ...written(article) };
}

/** What stands on an article's page now, as it is compared. */
export function pageText(page: ExtractedArticle): ComparedText {
  return { label: t('versionsOnPage'), text: withTitle(page.title, page.text), ...written(page) };
}

/** The text an article shows and what stands on its page now. */
export async function comparedWithPage(
  library: Pick<Library, 'version' | 'article'>,
  id: ArticleId,
  page: ExtractedArticle,
  language: string,
): Promise<Comparison | null> {
  const article = await library.article(id);
  const before = article && (await keptText(library, article, article.current.value, language));
  return before && { before, after: pageText(page) };
}

function written({ lang, dir }: Pick<Article, 'lang' | 'dir'>): Pick<ComparedText, 'lang' | 'dir'> {
  return { lang: lang ?? undefined, dir };
}
