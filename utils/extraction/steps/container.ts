import { mainScript } from '../language';
import { EMBED_MARK } from '../specials/embeds';
import { LeanReadability } from './lean-readability';
import { asDocument, type PageCopy } from './page-copy';

/**
 * Characters an article must have before the extractor loosens its rules. Han says in one what takes Latin three; Japanese
 * and Korean pages keep the usual number, because their sign-up boxes and notices are as long as a short Chinese article.
 */
const CHARACTERS = { han: 250, other: 500 } as const;

/** Characters of the page in which so many without spaces are looked for. */
const LOOKED_AT = 20_000;
const SAMPLE = 4_000;

/** What the extractor found. */
export interface Container {
  /** The article's body, classes still on it; part of the copy given. */
  readonly element: Element;
  readonly byline: string | null;
}

/**
 * Finds the article's body with Readability, which takes the copy apart. `text`: the page's words; `copyAnew`: makes another.
 * Null when it finds nothing.
 */
export function findContainer(copy: PageCopy, text: string, copyAnew: () => PageCopy): Container | null {
  const { body } = copy;
  const isHan = mainScript(sampleOf(text)) === 'Han';
  const readability = new LeanReadability(asDocument(copy), {
    charThreshold: isHan ? CHARACTERS.han : CHARACTERS.other,
    disableJSONLD: true,
    allowedVideoRegex: new RegExp(EMBED_MARK),
    keepClasses: true,
    serializer: (node) => node as Element,
  });
  restoreFrom(body, () => {
    body.replaceChildren(...copyAnew().body.childNodes);
    readability._prepDocument();
  });
  const found = readability.parse();
  return found?.content ? { element: found.content, byline: found.byline?.trim() || null } : null;
}

/**
 * Readability keeps the page as a string to begin again with looser rules, by assigning `innerHTML`: the extension's pages allow no such
 * assignment (Trusted Types), and few pages need it, so that the page is made anew instead. Overridden on this one element of our copy.
 */
function restoreFrom(body: HTMLElement, restore: () => void): void {
  Object.defineProperty(body, 'innerHTML', { get: () => '', set: restore });
}

/** Words from the middle of the page, where navigation is not, as many as a script is told by. */
function sampleOf(text: string): string {
  const from = Math.floor(text.length * 0.3);
  let sample = '';
  for (let at = from; at < from + LOOKED_AT && sample.length < SAMPLE; at += SAMPLE)
    sample += text.slice(at, Math.min(at + SAMPLE, from + LOOKED_AT)).replace(/\s+/g, '');
  return sample;
}
