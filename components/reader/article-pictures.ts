import { t } from '../../utils/i18n';
import type { ArticlePicture, PictureFailure, StoredPicture } from '../../utils/model/picture';
import { PICTURE_URL_ATTRIBUTE } from '../../utils/sanitize';
import { scrollerOf } from './reading-place';
import { DRAWN_ATTRIBUTE } from './reading-position';
import { webUrl } from './web-url';

/** How far outside the window pictures are already read from the library. */
const NEAR = '1500px 0px';
/** A picture no larger than this (CSS px) stands in its line like a letter and gets no frame. */
const INLINE_SIZE = 48;
/** The shape a frame takes when neither page nor picture says: wide enough to read its note. */
const UNKNOWN_RATIO = '3 / 2';

const FAILURES = {
  'needs-permission': 'readerPictureNeedsPermission',
  refused: 'readerPictureRefused',
  unreachable: 'readerPictureUnreachable',
  'not-a-picture': 'readerPictureNotAPicture',
  'too-large': 'readerPictureTooLarge',
} as const satisfies Record<PictureFailure, string>;

interface Frame {
  readonly image: HTMLImageElement;
  readonly url: string;
  /** Null for a picture that stands in its line. */
  readonly box: HTMLElement | null;
  /** What the frame shows now, so that an update redraws only what changed. */
  shown: string;
}

/**
 * The pictures of one shown article: blobs of the library while they are near the window, frames of the right shape
 * until then, and for a picture that could not be had its words, the reason and a link. Never a request.
 */
export class ArticlePictures {
  readonly #frames: Frame[];
  readonly #addresses = new Map<string, string>();
  readonly #near = new Set<Element>();
  readonly #observer: IntersectionObserver;
  #pictures = new Map<string, ArticlePicture>();
  #disposed = false;

  /** Frames the pictures of `root`, which must be in the document. */
  constructor(
    root: Element,
    private readonly read: (hash: string) => Promise<StoredPicture | null>,
  ) {
    this.#frames = [...root.querySelectorAll<HTMLImageElement>(`img`)].map(frameOf);
    const pane = scrollerOf(root);
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.#near.add(target);
          else this.#near.delete(target);
        }
        this.#draw();
      },
      // Named, because the margin of an implied root does not reach through a pane or frame that scrolls by itself.
      { root: pane === document.scrollingElement ? document : pane, rootMargin: NEAR },
    );
    for (const { box, image } of this.#frames) this.#observer.observe(box ?? image);
  }

  /** Draws where each picture stands now. */
  update(pictures: readonly ArticlePicture[]): void {
    this.#pictures = new Map(
      pictures.flatMap((picture) => [
        [picture.url, picture],
        ...picture.sources.map((source) => [source, picture] as const),
      ]),
    );
    for (const picture of pictures) this.#pictures.set(picture.url, picture);
    for (const frame of this.#frames) keepShape(frame, this.#pictures.get(frame.url));
    this.#draw();
  }

  /** Stops and gives the memory of every shown picture back. */
  dispose(): void {
    this.#disposed = true;
    this.#observer.disconnect();
    for (const address of this.#addresses.values()) URL.revokeObjectURL(address);
    this.#addresses.clear();
  }

  #draw(): void {
    for (const frame of this.#frames) {
      const picture = this.#pictures.get(frame.url);
      if (picture?.status === 'kept' && picture.hash) {
        if (this.#near.has(frame.box ?? frame.image)) void this.#show(frame, picture.hash);
      } else note(frame, picture);
    }
  }

  async #show(frame: Frame, hash: string): Promise<void> {
    if (frame.shown === hash) return;
    frame.shown = hash;
    const address = await this.#address(hash);
    if (this.#disposed || frame.shown !== hash) return;
    if (address === null) {
      note(frame, this.#pictures.get(frame.url), t('readerPictureBroken'));
      return;
    }
    frame.image.addEventListener('error', () => note(frame, this.#pictures.get(frame.url), t('readerPictureBroken')), {
      once: true,
    });
    frame.image.addEventListener(
      'load',
      () => frame.box?.style.setProperty('--ratio', `${frame.image.naturalWidth} / ${frame.image.naturalHeight}`),
      { once: true },
    );
    frame.image.hidden = false;
    frame.image.src = address;
    frame.box?.querySelector(`[${DRAWN_ATTRIBUTE}]`)?.remove();
    frame.box?.removeAttribute('data-missing');
  }

  async #address(hash: string): Promise<string | null> {
    const known = this.#addresses.get(hash);
    if (known) return known;
    const stored = await this.read(hash);
    if (!stored || this.#disposed) return null;
    // Another frame may have asked for the same picture meanwhile.
    const address = this.#addresses.get(hash) ?? URL.createObjectURL(stored.blob);
    this.#addresses.set(hash, address);
    return address;
  }
}

function frameOf(image: HTMLImageElement): Frame {
  const url = image.getAttribute(PICTURE_URL_ATTRIBUTE) ?? '';
  image.decoding = 'async';
  const small = [image.getAttribute('width'), image.getAttribute('height')].some(
    (size) => size !== null && Number(size) <= INLINE_SIZE,
  );
  if (small) return { image, url, box: null, shown: '' };
  const box = document.createElement('span');
  box.className = 'picture';
  image.replaceWith(box);
  image.hidden = true;
  box.append(image);
  return { image, url, box, shown: '' };
}

/** Keeps the place the picture will take, so that the words below do not move when it comes. */
function keepShape({ image, box }: Frame, picture: ArticlePicture | undefined): void {
  if (!box || image.naturalWidth > 0) return;
  const width = picture?.width ?? Number(image.getAttribute('width'));
  const height = picture?.height ?? Number(image.getAttribute('height'));
  box.style.setProperty('--ratio', width > 0 && height > 0 ? `${width} / ${height}` : UNKNOWN_RATIO);
  if (width > 0) box.style.setProperty('--natural-width', `${width}px`);
}

/** Draws the frame of a picture that is not there: its words, why, and where to look at it. */
function note(frame: Frame, picture: ArticlePicture | undefined, reason = reasonFor(picture)): void {
  const shown = `note:${reason}`;
  if (frame.shown === shown || frame.box === null) return;
  frame.shown = shown;
  frame.image.hidden = true;
  const pending = picture?.status === 'pending';
  frame.box.dataset.missing = pending ? 'pending' : 'missing';
  frame.box.querySelector(`[${DRAWN_ATTRIBUTE}]`)?.remove();

  const words = document.createElement('span');
  words.className = 'picture-note';
  words.setAttribute(DRAWN_ATTRIBUTE, '');
  words.setAttribute('dir', 'auto');
  const alt = picture?.alt || frame.image.alt;
  if (alt) words.append(line('picture-alt', alt));
  words.append(line('picture-reason', reason));
  const address = webUrl(frame.url);
  // Inside a link of the article the link itself leads there.
  if (address && !pending && !frame.box.closest('a[href]')) {
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    link.rel = 'noopener noreferrer nofollow';
    link.referrerPolicy = 'no-referrer';
    link.textContent = t('readerPictureOpen');
    words.append(link);
  }
  frame.box.append(words);
}

function reasonFor(picture: ArticlePicture | undefined): string {
  if (picture?.status === 'pending') return t('readerPicturePending');
  return picture?.failure ? t(FAILURES[picture.failure]) : t('readerPictureUnknown');
}

function line(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
