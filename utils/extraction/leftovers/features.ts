import { words } from '../dom';
import { DOUBTED } from '../steps/lean-readability';
import { comparable } from '../steps/repeated-title';
import { LOOKED_AT, NAMED, SAYS } from './lexicon';

/** What is known of the article besides its body. */
export interface Witness {
  readonly title: string;
  readonly excerpt: string | null;
  readonly authors: readonly string[];
  readonly siteName: string | null;
  /** Whether the page itself claims to be an article. */
  readonly isArticle: boolean;
  /** The text that the page's own data gives as the article's, when it gives one. */
  readonly articleBody: string | null;
}

/** A block of text as it stands in the article, with what can be said of it. */
export interface Block {
  readonly element: Element;
  readonly text: string;
  /** Words, two CJK characters counting as one. */
  readonly size: number;
  readonly features: readonly string[];
}

/** Elements that may hold one run of text; those that hold another of them are boxes. */
const TEXT_BLOCKS =
  'p, li, h1, h2, h3, h4, h5, h6, div, section, blockquote, pre, td, th, dt, dd, figcaption, caption, address, summary, center, aside, header, footer, ul, ol, article, main, nav, figure, table';

/** No character of these scripts has a lower code: a quick look that spares other texts the slow one. */
const MAY_BE_SPACELESS = /[\u0e00-\u0e7f\u2e80-\uffff]/;
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** How far up a block's boxes are asked for their names. */
const NAMES_ASKED = 4;

/** Words of the longest block amid others that is asked what it says, and characters of the longest that is compared with others. */
const LONGEST_ASKED = 45;
const LONGEST_COMPARED = 200;
/** Blocks from either end that are asked and compared whatever their length. */
const AT_THE_EDGES = 5;

const SIZES = [1, 3, 6, 10, 16, 25, 40, 70];
const DOUBTED_SHARES = [0.05, 0.2, 0.4, 0.6];
const PLACES = [0, 1, 2, 4, 8];

interface Draft {
  readonly element: Element;
  readonly text: string;
  readonly size: number;
  /** Characters of its links. */
  readonly linked: number;
  /** Its element's name and classes. */
  readonly look: string;
}

/** What the boxes around a block are; the same for all blocks in one box. */
interface Surroundings {
  /** Kinds of names, of the nearest boxes. */
  readonly names: readonly string[];
  readonly elements: readonly string[];
  /** How the nearest box is called that the extractor doubts; empty when it doubts none. */
  readonly doubted: string;
}

const LOWER_CASE = /\p{Ll}/u;
const BEGINS_LOWER = /^\p{Ll}/u;
const LETTER = /\p{L}/u;
const TELLING_ELEMENT = /^(?:aside|figure|table|ul|ol|blockquote|footer|header|nav|form|section|details|dl)$/;
const BRACKETED = /^[（(【[].*[）)】\]]$/;
const WRAPPER = /^(?:a|b|strong|i|em|small|span|time|sub|sup|font)$/;

/** Every block of text of an article's body, in order, with its features: names of what holds for it. Changes nothing. */
export function readBlocks(article: Element, witness: Witness): Block[] {
  const drafts = draftsOf(article);
  const shingles = witness.articleBody ? shinglesOf(witness.articleBody) : null;
  const main = mainParent(drafts);
  const mainLook = mostOf(drafts, ({ look }) => look) ?? '';
  const title = comparable(witness.title);
  const excerpt = comparable(witness.excerpt ?? '');
  const seen = new Set<string>();
  const often = saidAgain(drafts);
  const authors = witness.authors.filter((name) => name.length > 1);
  const site = (witness.siteName ?? '').length > 3 ? witness.siteName : null;
  const total = drafts.reduce((sum, { size }) => sum + size, 0);
  const sizeDoubted = sizeOfDoubted(drafts);
  const doubtedShare = DOUBTED_SHARES.findLast((least) => sizeDoubted >= least * total) ?? 0;
  let before = 0;
  const kinds = new Map<string, readonly string[]>();
  const surroundings = new Map<Element, Surroundings>();
  const around = (box: Element | null): Surroundings => {
    if (!box) return { names: [], elements: [], doubted: '' };
    const known = surroundings.get(box) ?? surroundingsOf(box, article, kinds);
    surroundings.set(box, known);
    return known;
  };
  return drafts.map((draft, index) => {
    const { element, text, size } = draft;
    const features: string[] = [];
    const add = (feature: string, holds: unknown = true) => {
      if (holds) features.push(feature);
    };
    const tag = element.localName;
    const kind = sizeOf(size);
    add(`tag:${tag}`);
    add(`size:${kind}`);
    add(`tag+size:${tag === 'p' || tag === 'li' || /^h\d/.test(tag) ? tag.replace(/\d/, '') : 'box'}/${kind}`);
    const density = size > 0 ? draft.linked / text.length : 0;
    const links = density === 0 ? 'none' : density < 0.25 ? 'few' : density < 0.8 ? 'many' : 'all';
    add(`links:${links}`);
    add(`links+size:${links}/${kind}`, links !== 'none');
    const fromStart = placeOf(index);
    const fromEnd = placeOf(drafts.length - 1 - index);
    add(`start:${fromStart}`);
    add(`end:${fromEnd}`);
    add(`end+size:${fromEnd}/${kind}`, drafts.length - 1 - index < 5);
    add(`start+size:${fromStart}/${kind}`, index < 5);
    const third = Math.min(2, Math.floor((3 * before) / Math.max(1, total)));
    add(`third:${third}`);
    before += size;

    const head = text.slice(0, LOOKED_AT);
    const lower = head.toLowerCase();
    let said = 0;
    // Amid others hardly a block as long as this is a leftover, and asking is what takes time.
    const isAtEdge = index < AT_THE_EDGES || drafts.length - index <= AT_THE_EDGES;
    if (size <= LONGEST_ASKED || isAtEdge)
      for (const name in SAYS) {
        if (!SAYS[name]?.test(lower)) continue;
        said += 1;
        add(`says:${name}`);
        add(`says+size:${name}/${size > 40 ? 'long' : size > 12 ? 'middle' : 'short'}`);
        add(`says+links:${name}/${links}`, links !== 'none');
      }
    add('says:nothing', said === 0);
    add('says:much', said > 1);
    add('ends:sentence', /[.!?…。！？»"”’)）』」]/.test(text.at(-1) ?? ''));
    add('ends:colon', /[:：]/.test(text.at(-1) ?? ''));
    add('begins:mark', /^[>»→▶•*|–—\-#+]/.test(text));
    add('begins:lower', BEGINS_LOWER.test(text));
    add('has:bar', /[|·•]/.test(head));
    add('has:digits-only', !LETTER.test(text));
    add('has:quote', /^[“"„«「『‘]/.test(text));
    add('capitals', size > 1 && !LOWER_CASE.test(head) && head !== lower);

    const own = element === article ? [] : namesOf(element, kinds);
    const parent = element === article ? null : element.parentElement;
    const { names: boxNames, elements: boxElements, doubted: doubtedBox } = around(parent === article ? null : parent);
    for (const name of new Set([...own, ...boxNames])) {
      add(`named:${name}`);
      add(`named+size:${name}/${size > 25 ? 'long' : 'short'}`);
    }
    for (const name of own) add(`self:${name}`);
    for (const name of boxElements) add(`in:${name}`);
    const doubt = element.hasAttribute(DOUBTED) ? element.localName : doubtedBox;
    if (doubt !== '') {
      add(`doubted:${doubt}`);
      add(`doubted+size:${kind}`);
      add(`doubted+links:${links}`);
      add(`doubted+third:${third}`);
      add(`doubted+share:${doubtedShare}`);
      add(`doubted+article:${witness.isArticle}`);
    }
    add('parent:main', element.parentElement === main || element === main);
    add('parent:near-main', element.parentElement?.parentElement === main);
    add('parent:other', element.parentElement !== main && element.parentElement?.parentElement !== main);
    add('class:main', draft.look === mainLook);
    add('class:other', draft.look !== mainLook);
    const child = element.firstElementChild;
    if (child && WRAPPER.test(child.localName))
      add(`all:${child.localName}`, !child.nextElementSibling && words(child.textContent) === text);
    add(`before:${kindOf(drafts[index - 1])}`);
    add(`after:${kindOf(drafts[index + 1])}`);
    add('after:end', index === drafts.length - 1);
    add('beside:picture', hasPictureBeside(element));
    add('said:often', often.has(text));
    add(
      'begins:author',
      authors.some((name) => text.startsWith(name)),
    );
    const namesAuthor = authors.some((name) => head.includes(name));
    add('names:author', namesAuthor);
    add(`names:author+end/${fromEnd}`, namesAuthor);
    add('names:site', site && text.includes(site));
    add(`names:site+end/${fromEnd}`, site && text.includes(site));
    add('bracketed', BRACKETED.test(text));
    // Nothing long is a title or stands twice.
    const plain = text.length <= LONGEST_COMPARED || index < AT_THE_EDGES ? comparable(text) : '';
    add('again', plain.length > 3 && seen.has(plain));
    seen.add(plain);
    add('title:same', title !== '' && plain === title);
    add('title:part', title !== '' && plain !== title && plain.length > 8 && title.includes(plain));
    add(
      'excerpt:same',
      excerpt.length > 20 && plain.length > 20 && (excerpt.includes(plain) || plain.includes(excerpt)) && index < 4,
    );
    if (shingles) {
      const known = shareKnown(text, shingles);
      add(known > 0.8 ? 'body:in' : known < 0.2 ? 'body:out' : 'body:partly');
      add(`body+size:${known > 0.8 ? 'in' : known < 0.2 ? 'out' : 'partly'}/${kind}`);
    } else add('body:none');
    return { element, text, size, features };
  });
}

function draftsOf(article: Element): Draft[] {
  const boxes = article.querySelectorAll(TEXT_BLOCKS);
  const linked = linkedCharacters(article);
  const drafts: Draft[] = [];
  for (let at = 0; at < boxes.length; at++) {
    const box = boxes[at] as Element;
    // What stands next in the document is the first of what stands in it. Text loose beside boxes belongs to nobody: it is never judged.
    const next = boxes[at + 1];
    if ((next && box.contains(next)) || box.localName === 'figcaption' || box.localName === 'pre') continue;
    const text = words(box.textContent);
    if (text === '') continue;
    const look = `${box.localName}.${box.getAttribute('class') ?? ''}`;
    drafts.push({ element: box, text, size: sizeInWords(text), linked: linked.get(box) ?? 0, look });
  }
  return drafts;
}

function sizeOfDoubted(drafts: readonly Draft[]): number {
  const doubted = drafts.filter(({ element }) => element.closest(`[${DOUBTED}]`) !== null);
  return doubted.reduce((sum, { size }) => sum + size, 0);
}

/** Texts that stand more than once in an article, as what sites put between its parts. */
function saidAgain(drafts: readonly Draft[]): Set<string> {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { text } of drafts) (once.has(text) ? again : once).add(text);
  return again;
}

/** How many characters of each block are in links. */
function linkedCharacters(article: Element): Map<Element, number> {
  const linked = new Map<Element, number>();
  for (const link of article.querySelectorAll('a')) {
    const box = link.closest(TEXT_BLOCKS);
    if (box) linked.set(box, (linked.get(box) ?? 0) + words(link.textContent).length);
  }
  return linked;
}

function sizeInWords(text: string): number {
  const spaceless = MAY_BE_SPACELESS.test(text) ? (text.match(SPACELESS)?.length ?? 0) : 0;
  if (spaceless === 0) return spacesIn(text) + 1;
  return Math.ceil(spaceless / 2) + text.replace(SPACELESS, ' ').split(/\s+/).filter(Boolean).length;
}

function spacesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count += 1;
  return count;
}

function sizeOf(size: number): number {
  return SIZES.findLast((least) => size >= least) ?? 0;
}

function placeOf(index: number): number {
  return PLACES.findLast((least) => index >= least) ?? 0;
}

function kindOf(draft: Draft | undefined): string {
  if (!draft) return 'edge';
  const tag = draft.element.localName;
  const form = /^h\d/.test(tag) ? 'h' : tag === 'li' ? 'li' : 'p';
  const linked = draft.linked / Math.max(1, draft.text.length) > 0.8;
  return `${form}/${draft.size > 25 ? 'long' : draft.size > 6 ? 'middle' : 'short'}${linked ? '/linked' : ''}`;
}

/** The box whose own blocks hold the most words. */
function mainParent(drafts: readonly Draft[]): Element | null {
  return mostOf(drafts, ({ element }) => element.parentElement);
}

function mostOf<T>(drafts: readonly Draft[], by: (draft: Draft) => T | null): T | null {
  const sizes = new Map<T, number>();
  for (const draft of drafts) {
    const key = by(draft);
    if (key !== null) sizes.set(key, (sizes.get(key) ?? 0) + draft.size);
  }
  let best: T | null = null;
  for (const [key, size] of sizes) if (best === null || size > (sizes.get(best) ?? 0)) best = key;
  return best;
}

function surroundingsOf(parent: Element, article: Element, known: Map<string, readonly string[]>): Surroundings {
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

function namesOf(box: Element, known: Map<string, readonly string[]>): readonly string[] {
  const name = `${box.getAttribute('class') ?? ''} ${box.id}`.trim().toLowerCase();
  if (name === '') return [];
  const before = known.get(name);
  if (before) return before;
  const found = Object.keys(NAMED).filter((kind) => NAMED[kind]?.test(name));
  known.set(name, found);
  return found;
}

function hasPictureBeside(element: Element): boolean {
  const isPicture = (other: Element | null) =>
    other !== null &&
    (other.localName === 'img' ||
      other.localName === 'figure' ||
      (other.querySelector('img') !== null && words(other.textContent) === ''));
  return isPicture(element.previousElementSibling) || element.querySelector('img') !== null;
}

function shinglesOf(text: string): Set<string> {
  const found = new Set<string>();
  const tokens = tokensOf(text);
  for (let at = 0; at + 2 < tokens.length; at++) found.add(`${tokens[at]} ${tokens[at + 1]} ${tokens[at + 2]}`);
  return found;
}

function shareKnown(text: string, shingles: ReadonlySet<string>): number {
  const tokens = tokensOf(text);
  if (tokens.length < 3) return 0.5;
  let known = 0;
  for (let at = 0; at + 2 < tokens.length; at++)
    if (shingles.has(`${tokens[at]} ${tokens[at + 1]} ${tokens[at + 2]}`)) known += 1;
  return known / (tokens.length - 2);
}

function tokensOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? [];
}
