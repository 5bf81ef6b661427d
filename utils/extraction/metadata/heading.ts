import { words } from '../dom';

/** What may head an article that has no `h1`. */
const LIKE_A_HEADING = 'h2, h3, [class*="title" i], [id*="title" i], [class*="headline" i]';
/** Most elements of a kind that are looked at. */
const LOOKED_AT = 100;
/** Characters below which words that the document's title has too may be a menu's. */
const LEAST = 6;

/**
 * The heading of the article: the `h1` that the document's title contains, otherwise the longest; on pages without one the
 * element, whatever it is, whose words are what the document's title begins with.
 */
export function articleHeading(document: Document): Element | null {
  const headings = [...document.querySelectorAll('h1')].filter((heading) => words(heading.textContent).length > 1);
  const title = words(document.title).toLowerCase();
  const [best] = headings
    .map((heading) => ({ heading, text: words(heading.textContent).toLowerCase() }))
    .toSorted(
      (one, other) => shared(other.text, title) - shared(one.text, title) || other.text.length - one.text.length,
    );
  if (best) return best.heading;
  return likeAHeading(document, title);
}

function likeAHeading(document: Document, title: string): Element | null {
  const candidates = [...document.querySelectorAll(LIKE_A_HEADING)].slice(0, LOOKED_AT);
  const found = candidates.find((element) => {
    const text = words((element.textContent ?? '').slice(0, 400)).toLowerCase();
    return text.length >= LEAST && title.startsWith(text);
  });
  return found ?? null;
}

/** How many words of the document's title a heading has; all of its own, where it stands in the title as it is. */
function shared(heading: string, title: string): number {
  const own = heading.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (title.includes(heading)) return own.length;
  const wanted = new Set(title.match(/[\p{L}\p{N}]+/gu));
  return new Set(own.filter((word) => wanted.has(word))).size;
}
