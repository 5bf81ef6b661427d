import { paragraphsOf } from '../../utils/diff/pieces';
import type { ExtractedArticle } from '../../utils/model/article';
import type { Article, SavedContent } from '../../utils/model/saved-article';

/** Share of two texts that may differ before an address that leads elsewhere is taken to lead to another article. */
const OTHER = 0.6;

/** Whether an article's page no longer says what is kept of it: its words or its headline, not its pictures or links. */
export function differs(article: Article, content: SavedContent, page: ExtractedArticle): boolean {
  // Of some words of a page, or all that was to be seen on it, one can only say whether they still belong together.
  if (article.kind === 'selection') return !squeezed(page.text).includes(squeezed(content.text));
  if (article.kind === 'visible-text') return !isWithin(page.text, content.text);
  return inParagraphs(article.title, content.text) !== inParagraphs(page.title, page.text);
}

/** Whether a page is about something else than what is kept. */
export async function isOtherArticle(
  article: Article,
  content: SavedContent,
  page: ExtractedArticle,
): Promise<boolean> {
  if (article.title.trim() !== '' && squeezed(article.title) === squeezed(page.title)) return false;
  if (article.kind !== 'article' && !differs(article, content, page)) return false;
  const { diffTexts } = await import('../../utils/diff/diff-texts');
  return diffTexts(content.text, page.text).share > OTHER;
}

/** A headline and a text as one text to compare. */
export function withTitle(title: string, text: string): string {
  return `${title}\n\n${text}`;
}

function inParagraphs(title: string, text: string): string {
  return paragraphsOf(withTitle(title, text)).join('\n\n');
}

function isWithin(part: string, whole: string): boolean {
  const all = squeezed(whole);
  return paragraphsOf(part).every((paragraph) => all.includes(squeezed(paragraph)));
}

function squeezed(text: string): string {
  return text.normalize().replace(/\s+/g, '');
}
