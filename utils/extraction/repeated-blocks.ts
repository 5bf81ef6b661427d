import { isElement } from './dom';
import { squeeze } from './links/text-position';

/** A block that was taken out of a page, and which of its blocks it was. */
export interface RepeatedBlock {
  readonly block: Element;
  readonly index: number;
}

/**
 * Takes out of a page what an earlier page of the article has too: blocks at its beginning and end that say the same or the title, and
 * pictures anywhere. In their order.
 */
export function takeRepeats(page: Element, earlier: Element, titles: readonly string[]): RepeatedBlock[] {
  const said = new Set([...[...earlier.children].map(textOf), ...titles.map(squeeze)]);
  const shown = new Set([...earlier.querySelectorAll('img')].map(sourceOf));
  const blocks = [...page.childNodes].filter(isElement);
  const isPictureAgain = (block: Element) => {
    const pictures = [...block.querySelectorAll('img')];
    return (
      block.matches('figure, p') && pictures.length > 0 && pictures.every((picture) => shown.has(sourceOf(picture)))
    );
  };
  const isAgain = (block: Element) =>
    isPictureAgain(block) || block.localName === 'hr' || (!block.querySelector('img') && said.has(textOf(block)));
  const start = blocks.findIndex((block) => !isAgain(block));
  const end = blocks.findLastIndex((block) => !isAgain(block));
  const repeats = blocks.flatMap((block, index) => {
    const isEdge = start < 0 || index < start || index > end;
    return isEdge || (isPictureAgain(block) && isOnlyPicture(block)) ? [{ block, index }] : [];
  });
  for (const { block } of repeats) block.remove();
  return repeats;
}

/** A figure, caption and all; a paragraph with words of its own is more than its picture. */
function isOnlyPicture(block: Element): boolean {
  return block.localName === 'figure' || textOf(block) === '';
}

function textOf(block: Element): string {
  return squeeze(block.textContent ?? '');
}

function sourceOf(picture: Element): string {
  return picture.getAttribute('src') ?? '';
}
