import type { ArticleImage } from '../../model/article';
import { isEmbeddedPicture } from '../../model/embedded-picture';
import type { CleaningState } from '../cleaning';
import { httpUrl, pixels, unwrap, words } from '../dom';
import { decodeFully } from '../metadata/entities';
import { parseSrcset } from './srcset';

/** Attributes in which lazy-loading scripts keep a picture's address, in the order in which they are believed. */
export const LAZY_ATTRIBUTES = [
  'data-original',
  'data-src',
  'data-lazy-src',
  'data-actualsrc',
  'data-original-src',
  'data-lazy',
  'data-hi-res-src',
  'data-full-src',
  'data-echo',
  'data-image',
  'data-url',
  'real_src',
  'data-real-src',
  'file',
  'zoomfile',
] as const;

/** Attributes with lazy candidates of several sizes. */
export const LAZY_SRCSETS = ['data-srcset', 'data-lazy-srcset', 'data-original-set'] as const;

/** Names that stand-ins have while the real picture is not loaded. */
const PLACEHOLDER =
  /^data:|^about:|(?:^|[/_-])(?:blank|placeholder|spacer|loading|pixel|transparent|grey|gray|1x1|clear|lazy(?:load)?|dummy|default-?image)(?:[-_]?\d{1,4}(?:x\d{1,4})?)?\.(?:gif|png|svg|jpe?g|webp)(?:$|[?#])/i;

/** Attributes whose values are no address, or are read by name. */
const KNOWN_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['src', 'srcset', 'alt', 'title', 'class', 'id', 'style', 'aria-label', 'longdesc'],
  ...LAZY_ATTRIBUTES,
  ...LAZY_SRCSETS,
]);
const NAMES_A_FILE = /\.(?:jpe?g|png|webp|avif)(?:[?!\s]|$)/i;
const FILE_WITH_SIZE = /\.(?:jpe?g|png|webp|avif)\S*\s+\d/i;

const PICTURE_FILE = /\.(?:jpe?g|png|webp|gif|avif|bmp)$/i;

/** The widest picture that is useful on a screen, in CSS pixels times density; wider ones are tried after it. */
const USEFUL_WIDTH = 2600;

/** Most sources kept for one picture. */
const MAX_SOURCES = 8;

/**
 * Settles every picture: `src` is what the page shows, all that could be fetched instead is listed in `state.images`, the largest useful
 * one first. A link to the full-size file around a picture becomes its first source. Pixels that only count visits go.
 */
export function settlePictures(body: HTMLElement, state: CleaningState): void {
  for (const picture of body.querySelectorAll('picture')) foldPicture(picture);
  for (const image of body.querySelectorAll('img')) {
    const found = readPicture(image, state.baseUrl);
    if (!found) {
      image.remove();
      continue;
    }
    const full = fullSizeLink(image, state.baseUrl);
    const sources = [...new Set([...(full ? [full] : []), ...found.sources])];
    const known = state.images.get(found.url);
    const merged = [...new Set([...sources.slice(0, -1), ...(known?.sources ?? []), found.url])];
    state.images.set(found.url, {
      ...found,
      alt: found.alt || (known?.alt ?? ''),
      sources: merged.slice(-MAX_SOURCES),
    });
    write(image, found);
  }
}

/** Moves the candidates of `<source>` elements to the `<img>`, which then stands alone. */
export function foldPicture(picture: Element): void {
  const image = picture.querySelector('img');
  if (!image) {
    const only = picture.querySelector('source[srcset], source[data-srcset]');
    const created = picture.ownerDocument.createElement('img');
    created.setAttribute('srcset', only?.getAttribute('srcset') ?? only?.getAttribute('data-srcset') ?? '');
    picture.replaceWith(created);
    return;
  }
  const sets = [...picture.querySelectorAll('source')].map(
    (source) => source.getAttribute('srcset') ?? source.getAttribute('data-srcset') ?? '',
  );
  const own = image.getAttribute('srcset');
  const merged = [...sets, own ?? ''].filter((set) => set.trim() !== '').join(', ');
  if (merged) image.setAttribute('srcset', merged);
  picture.replaceWith(image);
}

/** A picture's address and the alternatives that its attributes name; null when there is nothing to fetch or to see. */
export function readPicture(image: Element, baseUrl: string): ArticleImage | null {
  const width = pixels(image.getAttribute('width'));
  const height = pixels(image.getAttribute('height'));
  if (width !== null && height !== null && width <= 2 && height <= 2) return null;
  const src = image.getAttribute('src');
  const own = src && !isPlaceholder(src) ? (isEmbeddedPicture(src) ? src : httpUrl(src, baseUrl)) : null;
  const named = LAZY_ATTRIBUTES.map((name) => image.getAttribute(name));
  const others = own === null ? otherAttributes(image) : [];
  const lazy = [...named, ...others]
    .filter((value): value is string => value !== null && looksLikeUrl(value))
    .map((value) => httpUrl(value, baseUrl));
  const sets = ['srcset', ...LAZY_SRCSETS].map((name) => image.getAttribute(name) ?? '');
  const candidates = parseSrcset([...sets, ...others.filter((value) => FILE_WITH_SIZE.test(value))].join(', '))
    .map(({ url, size }) => ({ url: isPlaceholder(url) ? null : httpUrl(url, baseUrl), size }))
    .filter((candidate): candidate is { url: string; size: number } => candidate.url !== null)
    .sort((one, other) => usefulness(other.size) - usefulness(one.size));
  const offered = [...candidates.map(({ url }) => url), ...lazy].filter((url): url is string => url !== null);
  const url = own ?? lazy.find((value) => value !== null) ?? candidates[0]?.url ?? (src ? httpUrl(src, baseUrl) : null);
  if (!url || (own === null && offered.length === 0 && isPlaceholder(src ?? ''))) return null;
  const sources = [...new Set(offered.filter((source) => source !== url)), url];
  return { url, sources, alt: altOf(image), width, height };
}

/** Some sites encode quotation marks twice (`&amp;quot;`). */
function altOf(image: Element): string {
  return words(decodeFully(image.getAttribute('alt') ?? ''));
}

/** Whatever a lazy-loading script nobody has heard of calls its attribute, the value names a picture's file. */
function otherAttributes(image: Element): string[] {
  return [...image.attributes]
    .filter(({ name, value }) => !KNOWN_ATTRIBUTES.has(name) && value.length < 2000 && NAMES_A_FILE.test(value))
    .map(({ value }) => value);
}

function usefulness(size: number): number {
  return size <= USEFUL_WIDTH ? size : 1 / size;
}

/** Whether an address is that of a stand-in for a picture still to be loaded. */
export function isPlaceholder(url: string): boolean {
  return PLACEHOLDER.test(url.trim());
}

function looksLikeUrl(value: string): boolean {
  const trimmed = value.trim();
  return /^(?:https?:)?\/\/\S+$|^\.{0,2}\/\S+$|^[^\s"{}<>]+\.(?:jpe?g|png|webp|gif|avif)(?:[?!]\S*)?$/i.test(trimmed);
}

function fullSizeLink(image: Element, baseUrl: string): string | null {
  const link = image.closest('a[href]');
  if (!link || words(link.textContent) !== '' || link.querySelectorAll('img').length !== 1) return null;
  const url = httpUrl(link.getAttribute('href'), baseUrl);
  if (!url || !PICTURE_FILE.test(new URL(url).pathname)) return null;
  unwrap(link);
  return url;
}

function write(image: Element, { url, alt, width, height }: ArticleImage): void {
  for (const name of image.getAttributeNames()) image.removeAttribute(name);
  image.setAttribute('src', url);
  image.setAttribute('alt', alt);
  if (width !== null) image.setAttribute('width', String(width));
  if (height !== null) image.setAttribute('height', String(height));
}
