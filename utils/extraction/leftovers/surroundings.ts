import { DOUBTED } from '../steps/lean-readability';
import { NAMED } from './lexicon';

/** How far up a block's boxes are asked for their names. */
const NAMES_ASKED = 4;

const TELLING_ELEMENT = /^(?:aside|figure|table|ul|ol|blockquote|footer|header|nav|form|section|details|dl)$/;

/** What the boxes around a block are; the same for all blocks in one box. */
export interface Surroundings {
  /** Kinds of names, of the nearest boxes. */
  readonly names: readonly string[];
  readonly elements: readonly string[];
  /** How the nearest box is called that the extractor doubts; empty when it doubts none. */
  readonly doubted: string;
}

/** What the boxes from `parent` up to the article are. `known`: the kinds of names asked so far. */
export function surroundingsOf(parent: Element, article: Element, known: Map<string, readonly string[]>): Surroundings {
  const names = new Set<string>();
  const elements = new Set<string>();
  let asked = 1;
  let doubted = '';
  for (let box: Element | null = parent; box && box !== article; box = box.parentElement) {
    if (asked < NAMES_ASKED) for (const name of namesOf(box, known)) names.add(name);
    if (TELLING_ELEMENT.test(box.localName)) elements.add(box.localName);
    if (doubted === '' && box.hasAttribute(DOUBTED)) doubted = box.localName;
    asked += 1;
  }
  return { names: [...names], elements: [...elements], doubted };
}

/** The kinds of what a box is called. */
export function namesOf(box: Element, known: Map<string, readonly string[]>): readonly string[] {
  const name = `${box.getAttribute('class') ?? ''} ${box.id}`.trim().toLowerCase();
  if (name === '') return [];
  const before = known.get(name);
  if (before) return before;
  const found = Object.keys(NAMED).filter((kind) => NAMED[kind]?.test(name));
  known.set(name, found);
  return found;
}
