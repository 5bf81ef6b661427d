import { countText } from '../model/reading-time';
import { parentOf, words } from './dom';

/** A run of text that no edge of a box interrupts. */
export class TextRun {
  #size: number | null = null;

  /** `linked`: share of its characters that are in links. */
  constructor(
    readonly text: string,
    readonly linked: number,
  ) {}

  /** Words, Han, kana and hangul characters counted by half. Counted when it is asked for, as it is of few. */
  get size(): number {
    if (this.#size === null) {
      const { wordCount, cjkCharCount } = countText(this.text);
      this.#size = wordCount + cjkCharCount / 2;
    }
    return this.#size;
  }
}

const NEVER_READ = new Set(['script', 'style', 'noscript', 'template', 'svg', 'textarea', 'select']);

const BOXES = new Set(
  `p h1 h2 h3 h4 h5 h6 li td th dd dt blockquote pre figcaption div section article main ul ol dl table tr figure header footer aside body
  form details summary center nav`.split(/\s+/),
);

/** `SHOW_TEXT`, as `NodeFilter` calls it, which workers and tests without a window lack. */
const TEXT = 4;

/** Where the text in an element stands: in which box, and whether it is in a link; null for what is never read. */
interface Place {
  readonly box: Element;
  readonly isLinked: boolean;
}

/**
 * The text under an element, in order. Goes from text to text, without recursion, and asks elements for nothing that a form's controls can stand
 * in front of, so that it may be given any page as it is.
 */
export function textRuns(root: Element): TextRun[] {
  const walker = Document.prototype.createTreeWalker.call(root.ownerDocument, root, TEXT);
  const placeOf = placesIn(root);
  const runs: { readonly box: Element; readonly pieces: string[]; linked: number }[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { data, parentElement } = node;
    const { length } = data.trim();
    const place = length === 0 || !parentElement ? null : placeOf(parentElement);
    if (!place) continue;
    let run = runs.at(-1);
    if (run?.box !== place.box) {
      run = { box: place.box, pieces: [], linked: 0 };
      runs.push(run);
    }
    run.pieces.push(data);
    if (place.isLinked) run.linked += length;
  }
  return runs.map(({ pieces, linked }) => {
    const text = words(pieces.join(''));
    return new TextRun(text, linked / Math.max(1, text.length));
  });
}

/** Tells where the text in elements under `root` stands; asks each element once. */
function placesIn(root: Element): (element: Element) => Place | null {
  const known = new Map<Element, Place | null>([[root, { box: root, isLinked: false }]]);
  return (element) => {
    const asked: Element[] = [];
    let at: Element | null = element;
    for (; at && !known.has(at); at = parentOf(at)) asked.push(at);
    let place = (at && known.get(at)) ?? null;
    for (const one of asked.reverse()) {
      place = place && placeIn(one, place);
      known.set(one, place);
    }
    return place;
  };
}

function placeIn(element: Element, around: Place): Place | null {
  const name = element.localName;
  if (NEVER_READ.has(name)) return null;
  if (!BOXES.has(name) && name !== 'a') return around;
  return { box: BOXES.has(name) ? element : around.box, isLinked: around.isLinked || name === 'a' };
}
