import { words } from '../dom';
import { decodeEntities } from '../metadata/entities';

/** How many times as long as what the page shows the text in its data must be to take its place. */
const FAR_LONGER = 1.8;
/** Characters from which such a text is an article's. */
const LEAST = 600;

/**
 * The article's body from the page's own data where the page shows only its beginning, as sites do that fill it in later: null where
 * what is shown is all, or where the two do not begin alike and so are not the same article.
 */
export function bodyFromData(article: Element, articleBody: string | null): Element | null {
  if (!articleBody) return null;
  const shown = letters(article.textContent ?? '');
  const paragraphs = paragraphsOf(articleBody);
  const given = letters(paragraphs.join(' '));
  if (given.length < LEAST || given.length < FAR_LONGER * shown.length) return null;
  const begins = [...article.querySelectorAll('p')].map((paragraph) => letters(paragraph.textContent ?? ''));
  const long = begins.filter((text) => text.length > 40);
  if (shown.length > 40 && !long.some((text) => given.includes(text.slice(0, 80)))) return null;
  const body = article.ownerDocument.createElement('div');
  for (const text of paragraphs) {
    const paragraph = article.ownerDocument.createElement('p');
    paragraph.append(text);
    body.append(paragraph);
  }
  // Pictures are what the data has none of.
  const [picture] = article.querySelectorAll('figure, picture, img');
  if (picture) body.prepend(picture);
  return body;
}

/** Paragraphs of a text that may be plain, have its line ends, or be HTML; tags are taken out, entities read. */
function paragraphsOf(text: string): string[] {
  const lines = text
    .replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>/gi, '')
    .replace(/<\/?(?:p|div|br|h[1-6]|li|ul|ol|blockquote|section|article)\b[^>]*>/gi, '\n')
    .replace(/<[^>]{1,2000}>/g, '')
    .split(/\s*\n\s*/);
  return lines.map((line) => words(decodeEntities(line))).filter((line) => line !== '');
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
