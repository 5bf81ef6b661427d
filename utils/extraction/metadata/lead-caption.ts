import { words } from '../dom';

/** Most figures of a page that are looked at, and the longest caption that is one. */
const LOOKED_AT = 100;
const LONGEST = 600;
/** Characters from which a file's name is the picture's own (`og-image.jpg` is not). */
const TELLING = 8;

/** The words below the picture at `url` where the page shows it in a figure, at whatever size; null where it does not. */
export function captionInPage(document: Document, url: string): string | null {
  const name = fileName(url);
  if (name.length < TELLING) return null;
  for (const figure of [...document.querySelectorAll('figure:has(figcaption)')].slice(0, LOOKED_AT)) {
    const pictures = [...figure.querySelectorAll('img, source')];
    const isShown = pictures.some((picture) =>
      [...picture.attributes].some(({ value }) => value.slice(0, 5000).includes(name)),
    );
    const caption = isShown ? words(figure.querySelector('figcaption')?.textContent) : '';
    if (caption !== '' && caption.length <= LONGEST) return caption;
  }
  return null;
}

/** The name of a picture's file without its ending, which changes with its size's. */
function fileName(url: string): string {
  return /([^/?#]*?)(?:\.\w{2,5})?(?:[?#]|$)/.exec(url.slice(0, 5000))?.[1] ?? '';
}
