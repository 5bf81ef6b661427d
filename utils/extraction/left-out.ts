import { commentsIn, words } from './dom';

/** A block that a step took out of the article, with the comment that marks where it stood. */
export interface LeftOut {
  /** Name of the extraction step, and why as a short machine word. */
  readonly step: string;
  readonly reason: string;
  readonly element: Element;
  /** Told apart from the page's own comments by identity, which no page can forge; no step minds a comment. */
  readonly mark: Comment;
}

/** What a list may hold besides words that is worth showing. */
const SHOWN = 'img, picture, video, audio, iframe, embed, object, math, table, pre';

/** Takes one element out of the article. */
export function leaveOut(element: Element, step: string, reason: string): LeftOut {
  const mark = element.ownerDocument.createComment('');
  element.replaceWith(mark);
  return { step, reason, element, mark };
}

/**
 * What was left out as the blocks that a reader would call so: what had been taken out of a block before that went itself is part of it
 * again, and a list of which nothing remains is one. What remains of the list itself stays where it is.
 */
export function wholeBlocks(leftOut: readonly LeftOut[]): LeftOut[] {
  const elements = new Set<Node>(leftOut.map(({ element }) => element));
  const outermost = leftOut.filter(({ mark, element }) => {
    if (!elements.has(mark.getRootNode())) return true;
    mark.replaceWith(element);
    return false;
  });
  return joinLists(outermost);
}

function joinLists(leftOut: readonly LeftOut[]): LeftOut[] {
  const lists = new Map<Element, LeftOut[]>();
  const others: LeftOut[] = [];
  for (const one of leftOut) {
    const list = one.mark.parentElement?.closest('ul, ol');
    if (list && words(list.textContent) === '' && !list.querySelector(SHOWN))
      lists.set(list, [...(lists.get(list) ?? []), one]);
    else others.push(one);
  }
  return [...others, ...[...lists].flatMap(([list, parts]) => joined(list, parts) ?? parts)];
}

function joined(list: Element, parts: readonly LeftOut[]): LeftOut | null {
  const [first] = parts;
  const whole = list.cloneNode(true) as Element;
  const copies = commentsIn(whole);
  for (const [index, mark] of commentsIn(list).entries()) {
    const part = parts.find((one) => one.mark === mark);
    if (part) copies[index]?.replaceWith(part.element);
  }
  if (!first || !list.parentNode) return null;
  const mark = list.ownerDocument.createComment('');
  list.before(mark);
  return { ...first, element: whole, mark };
}
