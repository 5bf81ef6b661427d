import type { CleaningState } from '../cleaning';
import { httpUrl, selectAny, words } from '../dom';
import { pageOf } from '../specials/embeds';

const PLAYERS = ['iframe', 'video', 'audio', 'embed', 'object'];

/** What is left of a player or frame. */
interface Still {
  readonly url: string | null;
  readonly poster: string | null;
}

/** Puts a link, with the still picture where there is one, in the place of players and frames: an offprint has neither. */
export function replaceMedia(body: HTMLElement, state: CleaningState): void {
  for (const media of selectAny(body, PLAYERS)) {
    const url = mediaUrl(media, state.baseUrl);
    const poster = httpUrl(media.getAttribute('poster'), state.baseUrl);
    if (url || poster) showStill(media, { url, poster }, state);
    else media.remove();
  }
}

function mediaUrl(media: Element, baseUrl: string): string | null {
  const source = media.querySelector('source[src]');
  const own = media.getAttribute('src') ?? media.getAttribute('data-src') ?? media.getAttribute('data');
  const url = httpUrl(own, baseUrl) ?? httpUrl(source?.getAttribute('src'), baseUrl);
  if (!url || /^(?:video|audio)$/.test(media.localName)) return url;
  return httpUrl(pageOf(url), url);
}

/** The still picture with the link as its caption: in the figure that the player is in already, or in one of its own. */
function showStill(media: Element, { url, poster }: Still, state: CleaningState): void {
  const { ownerDocument } = media;
  const title = words(media.getAttribute('title') ?? media.getAttribute('aria-label'));
  const own = media.parentElement?.closest('figure');
  const figure = own ?? ownerDocument.createElement('figure');
  if (poster) {
    const image = ownerDocument.createElement('img');
    image.setAttribute('src', poster);
    image.setAttribute('alt', title);
    state.images.set(poster, { url: poster, sources: [poster], alt: title, width: null, height: null });
    if (own) media.before(image);
    else figure.append(image);
  }
  if (url) {
    const text = title || new URL(url).hostname.replace(/^www\./, '');
    captionOf(figure).append(linkTo(url, text, ownerDocument));
    state.receipt.push({ step: 'replace-media', reason: `${media.localName}-replaced`, text, url });
  }
  if (own) media.remove();
  else media.replaceWith(figure);
}

function captionOf(figure: Element): Element {
  const caption = figure.querySelector('figcaption') ?? figure.ownerDocument.createElement('figcaption');
  if (words(caption.textContent) !== '') caption.append(' ');
  figure.append(caption);
  return caption;
}

function linkTo(url: string, text: string, document: Document): Element {
  const link = document.createElement('a');
  link.setAttribute('href', url);
  link.append(text);
  return link;
}
