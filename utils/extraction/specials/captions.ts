import { words } from '../dom';
import { readPicture } from '../steps/pictures';

/** Longest caption, in characters. */
const LONGEST = 500;

/** How many boxes around a caption may be the one that holds its picture. */
const MOST_BOXES = 3;

const CAPTIONS = '[class*="caption" i]';
const CAPTION_ELEMENT = /^(?:p|div|span|small|em)$/;

/**
 * A box with one picture and words that its class calls a caption becomes a figure: WordPress' `wp-caption` and its many likes. Boxes with
 * more in them are left alone.
 */
export function settleCaptions(root: Document | Element): void {
  for (const caption of root.querySelectorAll(CAPTIONS)) {
    if (
      !CAPTION_ELEMENT.test(caption.localName) ||
      caption.closest('figure, figcaption, table, picture') ||
      caption.querySelector('img, figure')
    )
      continue;
    const text = words(caption.textContent);
    if (text === '' || text.length > LONGEST) continue;
    const box = pictureBox(caption, text, root);
    if (!box) continue;
    const figure = box.ownerDocument.createElement('figure');
    const line = box.ownerDocument.createElement('figcaption');
    line.append(...caption.childNodes);
    caption.remove();
    figure.append(...box.childNodes, line);
    box.replaceWith(figure);
  }
}

/** The box around a caption that holds one picture and no other words; null when there is none. */
function pictureBox(caption: Element, text: string, root: Document | Element): Element | null {
  let box: Element | null = caption.parentElement;
  for (let step = 0; step < MOST_BOXES && box && box !== root && box.localName === 'div'; step++) {
    const pictures = box.querySelectorAll('img');
    if (pictures.length > 1 || (box.textContent?.length ?? 0) > 4 * LONGEST || words(box.textContent) !== text)
      return null;
    const [picture] = pictures;
    // The caption of a picture that will not be there is left to the steps that know what stands around articles.
    if (picture) return readPicture(picture, 'https://no.base.example/') ? box : null;
    box = box.parentElement;
  }
  return null;
}
