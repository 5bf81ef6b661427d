/** What Readability knows of an element while it takes doubtful ones out. */
export interface Known {
  /** The element's words, runs of white space as one space. */
  textOf(element: Element): string;
  /** What its class and id speak for: above 0 for text, below for none. */
  weightOf(element: Element): number;
  /** Share of so many characters of its words that are in links. */
  linkedOf(element: Element, length: number): number;
  /** Attributes of frames that are kept. */
  readonly video: RegExp;
  /** Words that alone are an advertisement's or a stand-in's. */
  readonly empty: readonly RegExp[];
}

/** Commas from which a box is text whatever else is in it. */
const COMMAS = 10;

/** Elements whose words count for text. */
const TEXTISH = 'span, li, td, blockquote, dl, div, img, ol, p, pre, table, ul';
const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/**
 * Whether Readability doubts an element: by Readability 0.6's `_cleanConditionally`, with the same answers, each thing worked out
 * only where the ones before it have not decided. Data tables and listings, which it never doubts, are the caller's.
 */
export function isDoubtful(element: Element, known: Known): boolean {
  const weight = known.weightOf(element);
  if (weight < 0) return true;
  const text = known.textOf(element);
  if (text.split(',').length > COMMAS) return false;
  const frames = [...element.querySelectorAll('object, embed, iframe')];
  if (frames.some((frame) => [...frame.attributes].some(({ value }) => known.video.test(value)))) return false;
  if (known.empty.some((words) => words.test(text))) return true;
  const box = new DoubtedBox(element, text, known);
  return box.isAgainst(weight, frames.length) && !box.isPictureList();
}

class DoubtedBox {
  readonly #pictures: number;
  #isList: boolean | null = null;

  constructor(
    readonly element: Element,
    readonly text: string,
    readonly known: Known,
  ) {
    this.#pictures = this.#count('img');
  }

  /** Whether anything speaks against it. */
  isAgainst(weight: number, frames: number): boolean {
    const { length } = this.text;
    const paragraphs = this.#count('p');
    const pictures = this.#pictures;
    if (this.#count('input') > Math.floor(paragraphs / 3)) return true;
    if ((frames === 1 && length < 75) || frames > 1) return true;
    const linked = this.known.linkedOf(this.element, length);
    if (linked > (weight < 25 ? 0.2 : 0.5) && (weight >= 25 || !this.#isListLike())) return true;
    if (pictures > 1 && paragraphs / pictures < 0.5 && !this.#isInFigure()) return true;
    if (this.#count('li') - 100 > paragraphs && !this.#isListLike()) return true;
    if (length < 25 && linked > 0 && (pictures === 0 || pictures > 2) && this.#isShortForNothing()) return true;
    return pictures === 0 && this.#share(TEXTISH) === 0;
  }

  /** A list in which every item is a picture and nothing else stays. */
  isPictureList(): boolean {
    if (!this.#isListLike()) return false;
    for (const child of this.element.children) if (child.children.length > 1) return false;
    return this.#pictures === this.#count('li');
  }

  #isShortForNothing(): boolean {
    return !this.#isListLike() && !this.#isInFigure() && this.#share(HEADINGS) < 0.9;
  }

  /** Whether it is a list, or hardly more than one. */
  #isListLike(): boolean {
    this.#isList ??= /^[uo]l$/.test(this.element.localName) || this.#share('ul, ol') > 0.9;
    return this.#isList;
  }

  #isInFigure(): boolean {
    let box = this.element.parentElement;
    for (let step = 0; step < 4 && box; step++, box = box.parentElement) if (box.localName === 'figure') return true;
    return false;
  }

  /** The words of all such elements in it, those in each other more than once, by its own; 0 where it has none. */
  #share(selector: string): number {
    if (this.text.length === 0) return 0;
    let length = 0;
    for (const part of this.element.querySelectorAll(selector)) length += this.known.textOf(part).length;
    return length / this.text.length;
  }

  #count(tag: string): number {
    return this.element.getElementsByTagName(tag).length;
  }
}
