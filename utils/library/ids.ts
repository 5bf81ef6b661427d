import type { ArticleId, ContentId, ExtractedArticle } from '../model/article';
import { urlKey } from '../model/canonical-url';
import { sha256Hex } from '../model/digest';

/**
 * The id of an article: of its canonical address, so that it is the same on every machine. A selection is an article of its
 * own, told apart by its words, and never takes the place of the page's article.
 */
export async function articleIdOf(
  article: Pick<ExtractedArticle, 'kind' | 'canonicalUrl' | 'text'>,
): Promise<ArticleId> {
  const key = urlKey(article.canonicalUrl);
  const identity = article.kind === 'selection' ? `${key}\nselection\n${await sha256Hex(article.text)}` : key;
  return (await sha256Hex(identity)).slice(0, 32);
}

/** The id of a text: of all it holds but where it goes on, whatever order its record of sources happens to have. */
export function contentIdOf(
  content: Pick<ExtractedArticle, 'content' | 'text' | 'images' | 'receipt' | 'sources' | 'confidence' | 'frontMatter'>,
): Promise<ContentId> {
  const images = content.images.map(({ url, sources, alt, width, height }) => [url, sources, alt, width, height]);
  // Older receipts tell neither blocks nor where links are: their texts keep the ids they had.
  const receipt = content.receipt.map(({ step, reason, text, url, html, at, back, link }) => [
    ...[step, reason, text, url ?? null],
    ...(html === undefined && !back ? [] : [html ?? null, at ?? null, back ?? false]),
    ...(link ? [[link.href, link.before]] : []),
  ]);
  const sources = Object.entries(content.sources).sort(([a], [b]) => (a < b ? -1 : 1));
  const held = [content.content, content.text, images, receipt, sources, content.frontMatter];
  // Without it as ids were before it was known, so that a text that two libraries have stays one.
  const confidence = Object.entries(content.confidence ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256Hex(JSON.stringify(confidence.length > 0 ? [...held, confidence] : held));
}

/** The keys an article is found by: of its own address and of the one it was read at. A selection has the page's. */
export function urlKeysOf(article: Pick<ExtractedArticle, 'url' | 'canonicalUrl'>): string[] {
  return keyList(urlKey(article.canonicalUrl), [urlKey(article.url)]);
}

/** Keys as a row holds them: the canonical address's first, the others once each and in alphabetical order. */
export function keyList(canonical: string, others: readonly string[]): string[] {
  return [...new Set([canonical, ...[...others].sort()])];
}
