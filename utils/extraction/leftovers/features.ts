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

/** A block of text as it stands in the article, with what can be said of it. */
export interface Block {
  readonly element: Element;
  readonly text: string;
  /** Words, two CJK characters counting as one. */
  readonly size: number;
  readonly features: readonly string[];
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

function hasPictureBeside(element: Element): boolean {
  const isPicture = (other: Element | null) =>
    other !== null &&
    (other.localName === 'img' ||
      other.localName === 'figure' ||
      (other.querySelector('img') !== null && words(other.textContent) === ''));
  return isPicture(element.previousElementSibling) || element.querySelector('img') !== null;
}
