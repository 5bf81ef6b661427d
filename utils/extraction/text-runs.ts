import { countText } from '../model/reading-time';
import { isElement, isText, words } from './dom';

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

/** Elements and text, as `NodeFilter` calls them, which workers and tests without a window lack. */
const ELEMENTS_AND_TEXT = 5;

/**
 * The text under an element, in order. Walks without recursion and asks elements for nothing that a form's controls can stand in front
 * of, so that it may be given any page as it is.
 */
export function textRuns(root: Element): TextRun[] {
  const runs = new RunList(root);
  const walker = Document.prototype.createTreeWalker.call(root.ownerDocument, root, ELEMENTS_AND_TEXT);
  let node = walker.firstChild();
  while (node) {
    let below: Node | null = null;
    if (isText(node)) runs.add(node.data);
    else if (isElement(node)) {
      runs.enter(node);
      // A filter that is asked of every node takes three times as long.
      if (!NEVER_READ.has(node.localName)) below = walker.firstChild();
    }
    node = below ?? following(walker, root, runs);
  }
  return runs.list();
}

/** The next node that is not below the current one; the boxes that end on the way are left. */
function following(walker: TreeWalker, root: Element, runs: RunList): Node | null {
  for (;;) {
    if (walker.currentNode === root) return null;
    if (isElement(walker.currentNode)) runs.leave(walker.currentNode);
    const next = walker.nextSibling();
    if (next) return next;
    walker.parentNode();
  }
}

/** Collects text by the box it stands in, while boxes and links are entered and left. */
class RunList {
  readonly #runs: { readonly box: Element; readonly pieces: string[]; linked: number }[] = [];
  readonly #boxes: Element[];
  #links = 0;

  constructor(root: Element) {
    this.#boxes = [root];
  }

  enter(element: Element): void {
    if (BOXES.has(element.localName)) this.#boxes.push(element);
    if (element.localName === 'a') this.#links += 1;
  }

  leave(element: Element): void {
    if (BOXES.has(element.localName)) this.#boxes.pop();
    if (element.localName === 'a') this.#links -= 1;
  }

  add(text: string): void {
    const length = text.trim().length;
    const box = this.#boxes.at(-1);
    if (length === 0 || !box) return;
    let run = this.#runs.at(-1);
    if (run?.box !== box) {
      run = { box, pieces: [], linked: 0 };
      this.#runs.push(run);
    }
    run.pieces.push(text);
    if (this.#links > 0) run.linked += length;
  }

  list(): TextRun[] {
    return this.#runs.map(({ pieces, linked }) => {
      const text = words(pieces.join(''));
      return new TextRun(text, linked / Math.max(1, text.length));
    });
  }
}
