import type { CleaningState } from '../cleaning';
import { httpUrl, words } from '../dom';

/** Frames worth a link: players, posts and maps that people look at. All other frames are adverts, counters and widgets. */
const WORTH_A_LINK =
  /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|bilibili\.com|v\.qq\.com|youku\.com|ixigua\.com|twitch\.tv|ted\.com|soundcloud\.com|spotify\.com|podcasts\.apple\.com|twitter\.com|x\.com|instagram\.com|tiktok\.com|facebook\.com|codepen\.io|google\.com|openstreetmap\.org|datawrapper\.de|dwcdn\.net|infogram\.com|flourish\.studio|archive\.org)$/;

/** Puts a link, with the still picture where there is one, in the place of players and frames: an offprint has neither. */
export function replaceMedia(body: HTMLElement, state: CleaningState): void {
  for (const media of body.querySelectorAll('iframe, video, audio, embed, object')) {
    const url = mediaUrl(media, state.baseUrl);
    const poster = httpUrl(media.getAttribute('poster'), state.baseUrl);
    if (!url && !poster) media.remove();
    else media.replaceWith(stillFigure(media, url, poster, state));
  }
}

function mediaUrl(media: Element, baseUrl: string): string | null {
  const source = media.querySelector('source[src]');
  const own = media.getAttribute('src') ?? media.getAttribute('data-src') ?? media.getAttribute('data');
  const url = httpUrl(own, baseUrl) ?? httpUrl(source?.getAttribute('src'), baseUrl);
  if (!url || /^(?:video|audio)$/.test(media.localName)) return url;
  const parsed = new URL(url);
  return WORTH_A_LINK.test(parsed.hostname) ? watchPage(parsed) : null;
}

/** The page on which a framed film is watched. */
function watchPage(url: URL): string {
  const youTube = /(?:youtube(?:-nocookie)?\.com)\/embed\/([\w-]{6,})/.exec(url.href)?.[1];
  if (youTube && youTube !== 'videoseries') return `https://www.youtube.com/watch?v=${youTube}`;
  const vimeo = /player\.vimeo\.com\/video\/(\d+)/.exec(url.href)?.[1];
  return vimeo ? `https://vimeo.com/${vimeo}` : url.href;
}

function stillFigure(media: Element, url: string | null, poster: string | null, state: CleaningState): Element {
  const { ownerDocument } = media;
  const figure = ownerDocument.createElement('figure');
  const title = words(media.getAttribute('title') ?? media.getAttribute('aria-label'));
  if (poster) {
    const image = ownerDocument.createElement('img');
    image.setAttribute('src', poster);
    image.setAttribute('alt', title);
    state.images.set(poster, { url: poster, sources: [poster], alt: title, width: null, height: null });
    figure.append(image);
  }
  if (url) {
    const link = ownerDocument.createElement('a');
    link.setAttribute('href', url);
    link.append(title || new URL(url).hostname.replace(/^www\./, ''));
    const caption = ownerDocument.createElement('figcaption');
    caption.append(link);
    figure.append(caption);
    state.receipt.push({
      step: 'replace-media',
      reason: `${media.localName}-replaced`,
      text: link.textContent ?? '',
      url,
    });
  }
  return figure;
}
