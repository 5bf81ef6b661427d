import type { ArticleImage } from '../../model/article';
import { sha256Hex } from '../../model/digest';
import { EMBEDDED_PICTURE, isEmbeddedPicture } from '../../model/embedded-picture';

/**
 * A `data:` picture; one shorter is a stand-in of a pixel or an empty drawing, as lazy-loading scripts leave behind.
 * No character of what begins a place may be in it, so that no text is looked through twice.
 */
const DATA = 'data:image/[\\w.+-]+(?:;[\\w=.-]+)*,[^\\s"\'<>()[\\]\\\\]{200,}';

/** Where HTML and Markdown name a picture. Elsewhere, as in a listing, such a url is text. */
const PLACES = new RegExp(
  `(?<before>\\bsrc\\s*=\\s*"\\s*|\\bsrc\\s*=\\s*'\\s*|\\]\\(\\s*<?|\\]:\\s*<?)(?<data>${DATA})(?=["'\\s>)]|$)`,
  'gi',
);

/** A body whose pictures have short addresses, and what those stand for. */
export interface LiftedBody {
  readonly source: string;
  readonly pictures: ReadonlyMap<string, string>;
}

/**
 * Gives each picture that is written into a body as a `data:` url an address made of it, the same for the same picture: articles,
 * lists and picture rows name their pictures in many places, and a picture is as long as a book.
 */
export async function liftPictures(source: string): Promise<LiftedBody> {
  if (!source.includes('data:image/')) return { source, pictures: new Map() };
  const urls = new Set([...source.matchAll(PLACES)].map(({ groups }) => dataUrl(groups?.data ?? '')));
  const named = await Promise.all(
    [...urls].map(async (url) => [url, EMBEDDED_PICTURE + (await sha256Hex(url))] as const),
  );
  const names = new Map(named);
  const lifted = source.replace(PLACES, (_, before: string, data: string) => before + names.get(dataUrl(data)));
  return { source: lifted, pictures: new Map(named.map(([url, name]) => [name, url])) };
}

/** Gives texts of a parsed body back the urls they show, as a listing of a page's source does. */
export function restoreTexts(body: Element, { pictures }: LiftedBody): void {
  if (pictures.size === 0) return;
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue ?? '';
    if (!text.includes(EMBEDDED_PICTURE)) continue;
    walker.currentNode.nodeValue = [...pictures].reduce((told, [name, url]) => told.replaceAll(name, url), text);
  }
}

/** The images with the `data:` url of each lifted one as the source it is had from. */
export function withEmbedded(images: readonly ArticleImage[], { pictures }: LiftedBody): ArticleImage[] {
  return images.map((image) => {
    const url = pictures.get(image.url);
    return url ? { ...image, sources: [url] } : image;
  });
}

/** The `data:` url that an image's address stands for; null for other images. */
export function embeddedUrl({ url, sources }: ArticleImage): string | null {
  return isEmbeddedPicture(url) ? (sources.find((source) => source.startsWith('data:image/')) ?? null) : null;
}

/** As it was meant, where it stood in an attribute. */
function dataUrl(written: string): string {
  return written.replaceAll('&amp;', '&');
}
