import type { ExtractedArticle } from '../model/article';
import { countText, readingMinutes } from '../model/reading-time';
import type { RevisedContent } from '../model/saved-article';
import { blockText } from './text';

/** The parts of an article that a change to its content changes, besides its counts. */
export type Revisable = Pick<ExtractedArticle, 'content' | 'text' | 'images' | 'receipt'>;

/** What an article is whose content is now `body`: its text and counts anew, and of `images` those that it shows, each once. */
export function reviseContent(
  body: Element,
  receipt: Revisable['receipt'],
  images: Revisable['images'],
): RevisedContent {
  const text = blockText(body);
  const counts = countText(text);
  const known = new Map(images.toReversed().map((image) => [image.url, image]));
  const shown = new Set([...body.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? ''));
  return {
    content: body.innerHTML,
    text,
    images: [...shown].flatMap((url) => known.get(url) ?? []),
    receipt,
    ...counts,
    readingMinutes: readingMinutes(counts),
  };
}
