import { words } from '../dom';
import { DOUBTED } from '../steps/lean-readability';
import { comparable } from '../steps/repeated-title';
import { type Draft, draftsOf, mainParent, mostOf, saidAgain, sizeOfDoubted } from './drafts';
import { LOOKED_AT, SAYS } from './lexicon';
import { shareKnown, shinglesOf } from './shingles';
import { namesOf, type Surroundings, surroundingsOf } from './surroundings';

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

/** One thing that holds for a block: what is asked, the answer, and a second one where two are asked together. */
export type Say = (what: string, answer?: string | number, other?: string | number) => void;

/** A block of text as it stands in the article, with what can be said of it. */
export interface Block {
  readonly element: Element;
  readonly text: string;
  /** Words, two CJK characters counting as one. */
  readonly size: number;
  /** Whether it is, or stands in, a box that the extractor doubts. */
  readonly isDoubted: boolean;
  /** Says all that holds for it. Worked out at each call: of most blocks nobody asks more than once. */
  readonly tell: (say: Say) => void;
}

/** What holds for a block, as names: `what:answer/other`. */
export function featuresOf({ tell }: Block): string[] {
  const names: string[] = [];
  tell((what, answer, other) => {
    names.push(answer === undefined ? what : other === undefined ? `${what}:${answer}` : `${what}:${answer}/${other}`);
  });
  return names;
}

/** Words of the longest block amid others that is asked what it says, and characters of the longest that is compared with others. */
const LONGEST_ASKED = 45;
const LONGEST_COMPARED = 200;
/** Blocks from either end that are asked and compared whatever their length. */
const AT_THE_EDGES = 5;

const SIZES = [1, 3, 6, 10, 16, 25, 40, 70];
const DOUBTED_SHARES = [0.05, 0.2, 0.4, 0.6];
const PLACES = [0, 1, 2, 4, 8];

const LOWER_CASE = /\p{Ll}/u;
const BEGINS_LOWER = /^\p{Ll}/u;
const LETTER = /\p{L}/u;
const BRACKETED = /^[（(【[].*[）)】\]]$/;
const HEADING = /^h\d/;
const SAID = Object.entries(SAYS);
const WRAPPER = /^(?:a|b|strong|i|em|small|span|time|sub|sup|font)$/;

/** Every block of text of an article's body, in order. Changes nothing. */
export function readBlocks(article: Element, witness: Witness): Block[] {
  const drafts = draftsOf(article);
  const whole = surveyOf(article, drafts, witness);
  let before = 0;
  return drafts.map((draft, index) => {
    const third = Math.min(2, Math.floor((3 * before) / Math.max(1, whole.total)));
    before += draft.size;
    const { element, text, size, isDoubted } = draft;
    return { element, text, size, isDoubted, tell: (say) => tellOf(draft, { index, third }, whole, say) };
  });
}

/** Where a block stands: its number, and in which third of the article's words. */
interface Standing {
  readonly index: number;
  readonly third: number;
}

/** What the blocks of an article have in common, worked out once. */
interface Survey {
  readonly article: Element;
  readonly witness: Witness;
  readonly drafts: readonly Draft[];
  /** What each block is to its neighbours. */
  readonly kinds: readonly string[];
  readonly total: number;
  readonly main: Element | null;
  readonly mainLook: string;
  readonly title: string;
  readonly excerpt: string;
  readonly authors: readonly string[];
  readonly site: string | null;
  readonly often: ReadonlySet<string>;
  /** The letters of each block that is compared, empty for the others, and the number of the first with each. */
  readonly plain: readonly string[];
  readonly first: ReadonlyMap<string, number>;
  readonly shingles: ReadonlySet<string> | null;
  readonly doubtedShare: number;
  readonly names: Map<string, readonly string[]>;
  readonly around: (box: Element | null) => Surroundings;
}

function surveyOf(article: Element, drafts: readonly Draft[], witness: Witness): Survey {
  const total = drafts.reduce((sum, { size }) => sum + size, 0);
  const sizeDoubted = sizeOfDoubted(drafts);
  const names = new Map<string, readonly string[]>();
  const surroundings = new Map<Element, Surroundings>();
  // Nothing long is a title or stands twice.
  const isCompared = (text: string, index: number) => text.length <= LONGEST_COMPARED || index < AT_THE_EDGES;
  const plain = drafts.map(({ text }, index) => (isCompared(text, index) ? comparable(text) : ''));
  return {
    article,
    witness,
    drafts,
    kinds: drafts.map(kindOf),
    total,
    main: mainParent(drafts),
    mainLook: mostOf(drafts, ({ look }) => look) ?? '',
    title: comparable(witness.title),
    excerpt: comparable(witness.excerpt ?? ''),
    authors: witness.authors.filter((name) => name.length > 1),
    site: (witness.siteName ?? '').length > 3 ? witness.siteName : null,
    often: saidAgain(drafts),
    plain,
    first: new Map(plain.map((letters, index) => [letters, index] as const).reverse()),
    shingles: witness.articleBody ? shinglesOf(witness.articleBody) : null,
    doubtedShare: DOUBTED_SHARES.findLast((least) => sizeDoubted >= least * total) ?? 0,
    names,
    around: (box) => {
      if (!box) return NOWHERE;
      const known = surroundings.get(box) ?? surroundingsOf(box, article, names);
      surroundings.set(box, known);
      return known;
    },
  };
}

const NOWHERE: Surroundings = { names: [], elements: [], doubted: '' };

function tellOf(draft: Draft, standing: Standing, whole: Survey, say: Say): void {
  const { text, size } = draft;
  const kind = sizeOf(size);
  const density = size > 0 ? draft.linked / text.length : 0;
  const links = density === 0 ? 'none' : density < 0.25 ? 'few' : density < 0.8 ? 'many' : 'all';
  tellForm(draft, kind, links, say);
  tellPlace(standing, kind, whole, say);
  tellWords(draft, standing, links, whole, say);
  tellBoxes(draft, { kind, links, third: standing.third }, whole, say);
  tellNeighbours(draft, standing, whole, say);
  tellWitness(draft, standing, kind, whole, say);
}

function tellForm({ element }: Draft, kind: number, links: string, say: Say): void {
  const tag = element.localName;
  say('tag', tag);
  say('size', kind);
  say('tag+size', tag === 'p' || tag === 'li' ? tag : HEADING.test(tag) ? 'h' : 'box', kind);
  say('links', links);
  if (links !== 'none') say('links+size', links, kind);
}

function tellPlace({ index, third }: Standing, kind: number, { drafts }: Survey, say: Say): void {
  const behind = drafts.length - 1 - index;
  const [fromStart, fromEnd] = [placeOf(index), placeOf(behind)];
  say('start', fromStart);
  say('end', fromEnd);
  if (behind < 5) say('end+size', fromEnd, kind);
  if (index < 5) say('start+size', fromStart, kind);
  say('third', third);
}

function tellWords({ text, size }: Draft, { index }: Standing, links: string, { drafts }: Survey, say: Say): void {
  const head = text.slice(0, LOOKED_AT);
  const lower = head.toLowerCase();
  let said = 0;
  // Amid others hardly a block as long as this is a leftover, and asking is what takes time.
  const isAtEdge = index < AT_THE_EDGES || drafts.length - index <= AT_THE_EDGES;
  if (size <= LONGEST_ASKED || isAtEdge)
    for (const [name, expression] of SAID) {
      if (!expression.test(lower)) continue;
      said += 1;
      say('says', name);
      say('says+size', name, size > 40 ? 'long' : size > 12 ? 'middle' : 'short');
      if (links !== 'none') say('says+links', name, links);
    }
  if (said === 0) say('says', 'nothing');
  if (said > 1) say('says', 'much');
  const last = text.at(-1) ?? '';
  if (/[.!?…。！？»"”’)）』」]/.test(last)) say('ends', 'sentence');
  if (/[:：]/.test(last)) say('ends', 'colon');
  if (/^[>»→▶•*|–—\-#+]/.test(text)) say('begins', 'mark');
  if (BEGINS_LOWER.test(text)) say('begins', 'lower');
  if (/[|·•]/.test(head)) say('has', 'bar');
  if (!LETTER.test(text)) say('has', 'digits-only');
  if (/^[“"„«「『‘]/.test(text)) say('has', 'quote');
  if (size > 1 && !LOWER_CASE.test(head) && head !== lower) say('capitals');
  if (BRACKETED.test(text)) say('bracketed');
}

/** How a block looks to the weights. */
interface Look {
  readonly kind: number;
  readonly links: string;
  readonly third: number;
}

function tellBoxes({ element, size, look }: Draft, { kind, links, third }: Look, whole: Survey, say: Say): void {
  const { article, main, names } = whole;
  const own = element === article ? [] : namesOf(element, names);
  const parent = element === article ? null : element.parentElement;
  const around = whole.around(parent === article ? null : parent);
  for (const name of own.length === 0 ? around.names : new Set([...own, ...around.names])) {
    say('named', name);
    say('named+size', name, size > 25 ? 'long' : 'short');
  }
  for (const name of own) say('self', name);
  for (const name of around.elements) say('in', name);
  const doubt = element.hasAttribute(DOUBTED) ? element.localName : around.doubted;
  if (doubt !== '') {
    say('doubted', doubt);
    say('doubted+size', kind);
    say('doubted+links', links);
    say('doubted+third', third);
    say('doubted+share', whole.doubtedShare);
    say('doubted+article', String(whole.witness.isArticle));
  }
  if (element.parentElement === main || element === main) say('parent', 'main');
  if (element.parentElement?.parentElement === main) say('parent', 'near-main');
  else if (element.parentElement !== main) say('parent', 'other');
  say('class', look === whole.mainLook ? 'main' : 'other');
}

function tellNeighbours({ element, text }: Draft, { index }: Standing, { kinds, often }: Survey, say: Say): void {
  const child = element.firstElementChild;
  if (child && !child.nextElementSibling && WRAPPER.test(child.localName) && words(child.textContent) === text)
    say('all', child.localName);
  say('before', kinds[index - 1] ?? 'edge');
  say('after', kinds[index + 1] ?? 'edge');
  if (index === kinds.length - 1) say('after', 'end');
  if (hasPictureBeside(element)) say('beside', 'picture');
  if (often.has(text)) say('said', 'often');
}

function tellWitness({ text }: Draft, { index }: Standing, kind: number, whole: Survey, say: Say): void {
  const { authors, site, title, excerpt, shingles } = whole;
  const fromEnd = placeOf(whole.drafts.length - 1 - index);
  if (authors.some((name) => text.startsWith(name))) say('begins', 'author');
  const head = text.slice(0, LOOKED_AT);
  if (authors.some((name) => head.includes(name))) {
    say('names', 'author');
    say('names', 'author+end', fromEnd);
  }
  if (site && text.includes(site)) {
    say('names', 'site');
    say('names', 'site+end', fromEnd);
  }
  const plain = whole.plain[index] ?? '';
  if (plain.length > 3 && (whole.first.get(plain) ?? index) < index) say('again');
  if (title !== '' && plain === title) say('title', 'same');
  if (plain !== title && plain.length > 8 && title.includes(plain)) say('title', 'part');
  const isLong = excerpt.length > 20 && plain.length > 20 && index < 4;
  if (isLong && (excerpt.includes(plain) || plain.includes(excerpt))) say('excerpt', 'same');
  const known = shingles && shareKnown(text, shingles);
  const share = known === null ? 'none' : known > 0.8 ? 'in' : known < 0.2 ? 'out' : 'partly';
  say('body', share);
  if (known !== null) say('body+size', share, kind);
}

function sizeOf(size: number): number {
  return SIZES.findLast((least) => size >= least) ?? 0;
}

function placeOf(index: number): number {
  return PLACES.findLast((least) => index >= least) ?? 0;
}

function kindOf(draft: Draft): string {
  const tag = draft.element.localName;
  const form = HEADING.test(tag) ? 'h' : tag === 'li' ? 'li' : 'p';
  const linked = draft.linked / Math.max(1, draft.text.length) > 0.8;
  return `${form}/${draft.size > 25 ? 'long' : draft.size > 6 ? 'middle' : 'short'}${linked ? '/linked' : ''}`;
}

function hasPictureBeside(element: Element): boolean {
  const isPicture = (other: Element | null) =>
    other !== null &&
    (other.localName === 'img' ||
      other.localName === 'figure' ||
      (other.querySelector('img') !== null && words(other.textContent) === ''));
  return isPicture(element.previousElementSibling) || element.querySelector('img') !== null;
}
