import { words } from '../dom';

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

const ASIDE = `nav, footer, aside, form, header, dialog, [hidden], [aria-hidden="true"], ${named(
  'comment related recommend sidebar footer newsletter subscri cookie consent modal popup promo author caption',
)}`;

/** What a paragraph is called itself when it is about another thing than its text. */
const ASIDE_ITSELF = named('caption credit byline author');

/** A selector of whatever has one of these words in its class or id. */
function named(names: string): string {
  return names
    .split(' ')
    .map((name) => `[class*="${name}" i], [id*="${name}" i]`)
    .join(', ');
}

/** The long paragraphs of a prepared page in order. Changes nothing, and finds the same in every copy of the page. */
export function pageParagraphs(document: Document): PageParagraph[] {
  const found: PageParagraph[] = [];
  for (const element of document.body?.querySelectorAll('p') ?? []) {
    const raw = element.textContent ?? '';
    if (raw.length < LONG_CJK) continue;
    const text = words(raw);
    if (text.length < (CJK.test(text) ? LONG_CJK : LONG)) continue;
    let linked = 0;
    for (const link of element.querySelectorAll('a')) linked += link.textContent?.length ?? 0;
    if (linked > text.length * LINKED) continue;
    const aside = element.matches(ASIDE_ITSELF) || Boolean(element.parentElement?.closest(ASIDE));
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
