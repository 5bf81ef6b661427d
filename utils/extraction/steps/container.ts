import { Readability } from '@mozilla/readability';
import { mainScript } from '../language';

/** Characters an article must have before the extractor loosens its rules; Han says in one what takes Latin three. */
const CHARACTERS = { spaced: 500, dense: 170 } as const;

/** What the extractor found. */
export interface Container {
  /** The article's body, classes still on it; part of the document given. */
  readonly element: Element;
  readonly byline: string | null;
}

/** Finds the article's body with Readability, which takes the document apart. Null when it finds nothing. */
export function findContainer(document: Document): Container | null {
  if (!document.body) return null;
  const script = mainScript((document.body.textContent ?? '').replace(/\s+/g, ''));
  const isDense = script === 'Han' || script === 'Kana' || script === 'Hangul';
  restoreByNodes(document.body);
  const readability = new Readability<Element>(document, {
    charThreshold: isDense ? CHARACTERS.dense : CHARACTERS.spaced,
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node) => node as Element,
  });
  const found = readability.parse();
  return found?.content ? { element: found.content, byline: found.byline?.trim() || null } : null;
}

/**
 * Readability keeps the page as a string to begin again with looser rules, by assigning `innerHTML`: the extension's pages
 * allow no such assignment (Trusted Types), and copying nodes is as quick. Overridden on this one element of our copy.
 */
function restoreByNodes(body: HTMLElement): void {
  let kept: DocumentFragment | null = null;
  Object.defineProperty(body, 'innerHTML', {
    get() {
      kept = body.ownerDocument.createDocumentFragment();
      for (const child of body.childNodes) kept.append(child.cloneNode(true));
      return '';
    },
    set() {
      if (kept) body.replaceChildren(kept.cloneNode(true));
    },
  });
}
