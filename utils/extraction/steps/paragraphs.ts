import { words } from '../dom';
import type { PageCopy } from './page-copy';

/** A paragraph of a prepared page that is long enough to be somebody's text. */
export interface PageParagraph {
  readonly element: Element;
  readonly text: string;
  /** What its box is called, the same for boxes of one kind; empty where boxes have no names. */
  readonly kind: string;
  /** Whether it stands where pages keep what is not their article: navigation, comments, related stories. */
  readonly aside: boolean;
}

/** Characters from which a paragraph is somebody's text; CJK says in one what takes Latin three. */
const LONG = 80;
const LONG_CJK = 30;
const CJK = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Share of a paragraph's characters in links above which it leads elsewhere. */
const LINKED = 0.4;

/** Elements and names of boxes that hold what is not the article. */
const ASIDE_ELEMENT = /^(?:nav|footer|aside|form|header|dialog)$/;
const ASIDE_NAME =
  /comment|related|recommend|sidebar|footer|newsletter|subscri|cookie|consent|modal|popup|promo|author|caption|fact-?box/i;

/** What a paragraph is called itself when it is about another thing than its text. */
const ASIDE_ITSELF = /comment|caption|credit|byline|author/i;

/** The long paragraphs of a prepared page in order. Changes nothing, and finds the same in every copy of the page. */
export function pageParagraphs({ body }: PageCopy): PageParagraph[] {
  const found: PageParagraph[] = [];
  const known = new Map<Element, boolean>();
  for (const element of body.querySelectorAll('p')) {
    const raw = element.textContent ?? '';
    if (raw.length < LONG_CJK) continue;
    const text = words(raw);
    if (text.length < (CJK.test(text) ? LONG_CJK : LONG)) continue;
    let linked = 0;
    for (const link of element.querySelectorAll('a')) linked += link.textContent?.length ?? 0;
    if (linked > text.length * LINKED) continue;
    const aside = ASIDE_ITSELF.test(nameOf(element)) || isAside(element.parentElement, known);
    found.push({ element, text, kind: kindOf(element), aside });
  }
  return found;
}

/** The box's first name, figures left out: `div.text-12.first` and `div.text-13` are boxes of one kind. */
function kindOf(paragraph: Element): string {
  const box = paragraph.parentElement;
  const name = box?.classList[0]?.replace(/\d+/g, '') ?? '';
  return box && name !== '' ? `${box.localName}.${name}` : '';
}

function isAside(box: Element | null, known: Map<Element, boolean>): boolean {
  if (!box) return false;
  const before = known.get(box);
  if (before !== undefined) return before;
  const isHidden = box.hasAttribute('hidden') || box.getAttribute('aria-hidden') === 'true';
  const is =
    isHidden || ASIDE_ELEMENT.test(box.localName) || ASIDE_NAME.test(nameOf(box)) || isAside(box.parentElement, known);
  known.set(box, is);
  return is;
}

function nameOf(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.id}`;
}
