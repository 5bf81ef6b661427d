import type { ChangedLink, ReceiptEntry } from '../model/article';
import { httpUrl, isElement, unwrap } from './dom';
import { SqueezedText, squeeze, type TextPart, textBefore } from './links/text-position';

/** From which address to which; null for words without a link. */
interface Change {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * Puts the old address of a link that `unwrapTrackingLinks` changed back into clean or sanitised content: into the link where there is
 * still one, around its words otherwise. False, and nothing done, when the entry is of another kind or its place is not found.
 * The old address is the page's own and as trustworthy: sanitise the content before it is shown.
 */
export function restoreLink(body: Element, entry: ReceiptEntry): boolean {
  const old = oldAddress(entry);
  return Boolean(entry.link && old) && changeLink(body, entry, { from: entry.link?.href ?? null, to: old });
}

/** Undoes `restoreLink`: the link leads where it was found to lead, or is plain words again. False as there. */
export function cleanLinkAgain(body: Element, entry: ReceiptEntry): boolean {
  const old = oldAddress(entry);
  return Boolean(entry.link && old) && changeLink(body, entry, { from: old, to: entry.link?.href ?? null });
}

/** As it was written, when it is one to go to. */
function oldAddress({ url }: ReceiptEntry): string | null {
  return url && httpUrl(url, 'https://no.base.example/') ? url : null;
}

function changeLink(body: Element, { link, text }: ReceiptEntry, change: Change): boolean {
  if (!link) return false;
  const words = squeeze(text);
  if (words === '') return changeBare(body, link, change);
  const content = new SqueezedText(body);
  // Blocks that were put back may stand between the link and what came before it.
  for (const before of [link.before, '']) {
    for (const place of content.placesOf(before, words)) {
      if (changeAt(content.partsOf(place, place + words.length), change)) return true;
    }
  }
  return false;
}

function changeAt(parts: readonly TextPart[], { from, to }: Change): boolean {
  const links = parts.map(({ node }) => node.parentElement?.closest('a') ?? null);
  if (from !== null) {
    if (links.length === 0 || links.some((link) => link?.getAttribute('href') !== from)) return false;
    for (const link of new Set(links)) if (link) redirect(link, to);
    return true;
  }
  if (to === null || links.some((link) => link?.hasAttribute('href'))) return false;
  for (const [index, part] of parts.entries()) {
    const link = links[index];
    if (link) link.setAttribute('href', to);
    else wrap(part, to);
  }
  return true;
}

/** An anchor that other links lead to stays one. */
function redirect(link: Element, to: string | null): void {
  if (to !== null) link.setAttribute('href', to);
  else if (link.id) link.removeAttribute('href');
  else unwrap(link);
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
function changeBare(body: Element, { before }: ChangedLink, { from, to }: Change): boolean {
  const candidates = from === null ? body.querySelectorAll('img') : body.querySelectorAll('a[href]');
  for (const candidate of candidates) {
    const isFree = from === null ? !candidate.closest('a[href]') : candidate.getAttribute('href') === from;
    if (!isFree || squeeze(candidate.textContent ?? '') !== '' || textBefore(candidate, body) !== before) continue;
    if (from !== null) redirect(candidate, to);
    else if (to !== null) wrapPicture(candidate, to);
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
