import type { Article } from '../../utils/model/saved-article';

/**
 * The language to set an article in: what the page says, or, where it says nothing, what its script tells, because
 * fonts, quotation marks and line breaking of Han text depend on it. Undefined when that tells nothing either.
 */
export function typesetLanguage(
  article: Pick<Article, 'lang' | 'cjkCharCount' | 'wordCount'>,
  text: string,
): string | undefined {
  if (article.lang) return article.lang;
  if (article.cjkCharCount <= article.wordCount) return undefined;
  const sample = text.slice(0, 2000);
  if (/\p{Script=Hangul}/u.test(sample)) return 'ko';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sample)) return 'ja';
  return 'zh';
}
