import type { ReceiptEntry } from '../model/article';
import { httpUrl, isElement } from './dom';
import { SqueezedText, squeeze, type TextPart, textBefore } from './links/text-position';

/**
 * Puts the old address of a link that `unwrapTrackingLinks` changed back into clean or sanitised content: into the link where there is
 * still one, around its words otherwise. False, and nothing done, when the entry is of another kind or its place is not found.
 * The old address is the page's own and as trustworthy: sanitise the content before it is shown.
 */
export function restoreLink(body: Element, entry: ReceiptEntry): boolean {
  const { link, url } = entry;
  const old = httpUrl(url, 'https://no.base.example/');
  if (!link || !url || !old) return false;
  const text = squeeze(entry.text);
  if (text === '') return restoreBare(body, link, url);
  const content = new SqueezedText(body);
  // Blocks that were put back may stand between the link and what came before it.
  for (const before of [link.before, '']) {
    for (const place of content.placesOf(before, text)) {
      if (restoreAt(content.partsOf(place, place + text.length), link.href, url)) return true;
    }
  }
  return false;
}

function restoreAt(parts: readonly TextPart[], href: string | null, url: string): boolean {
  const links = parts.map(({ node }) => node.parentElement?.closest('a') ?? null);
  if (href !== null) {
    const [first] = links;
    if (!first || links.some((link) => link?.getAttribute('href') !== href)) return false;
    for (const link of links) link?.setAttribute('href', url);
    return true;
  }
  if (links.some((link) => link?.hasAttribute('href'))) return false;
  for (const [index, part] of parts.entries()) {
    const link = links[index];
    if (link) link.setAttribute('href', url);
    else wrap(part, url);
  }
  return true;
}

function wrap({ node, from, to }: TextPart, url: string): void {
  const link = node.ownerDocument.createElement('a');
  link.setAttribute('href', url);
  const words = node.splitText(from);
  words.splitText(to - from);
  words.replaceWith(link);
  link.append(words);
}

/** A link around a picture alone has no words to be found by, and where it was unwrapped only the picture is left. */
function restoreBare(body: Element, { href, before }: NonNullable<ReceiptEntry['link']>, url: string): boolean {
  const candidates = href === null ? body.querySelectorAll('img') : body.querySelectorAll('a[href]');
  for (const candidate of candidates) {
    const isFree = href === null ? !candidate.closest('a[href]') : candidate.getAttribute('href') === href;
    if (!isFree || squeeze(candidate.textContent ?? '') !== '' || textBefore(candidate, body) !== before) continue;
    if (href !== null) candidate.setAttribute('href', url);
    else wrapPicture(candidate, url);
    return true;
  }
  return false;
}

function wrapPicture(picture: Element, url: string): void {
  if (!isElement(picture.parentNode)) return;
  const link = picture.ownerDocument.createElement('a');
  link.setAttribute('href', url);
  picture.replaceWith(link);
  link.append(picture);
}
