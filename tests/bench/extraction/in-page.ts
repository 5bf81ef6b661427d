import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { extractArticle } from '../../../utils/extraction/extract';
import { countText } from '../../../utils/model/reading-time';

export { replaceArticle } from './replace-article';

/** What one extractor makes of one page. */
export interface Prediction {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publishedTime: string | null;
  readonly lang: string | null;
  /** The text of its content, blocks kept apart. */
  readonly text: string;
  /** Whether it takes the page for an article: Defuddle never says, so that any 40 words of content count. */
  readonly isArticle: boolean;
  readonly ms: number;
}

const LEAST_WORDS = 40;

/** The extractors compared, ours first. */
export const EXTRACTORS = ['offprint', 'readability', 'defuddle'] as const;
export type ExtractorName = (typeof EXTRACTORS)[number];

/** What an extractor finds, its text yet to be made where it gives none: that is the bench's work and not timed. */
type Extracted = Omit<Prediction, 'ms' | 'text' | 'isArticle'> & {
  readonly text: () => string;
  readonly isArticle: (text: string) => boolean;
};

const EXTRACT: Readonly<Record<ExtractorName, (page: Document, url: string) => Extracted>> = {
  offprint(page, url) {
    const article = extractArticle(page, url);
    if (!article) return NOTHING;
    const { title, authors, publishedTime, lang, text } = article;
    return { title, authors, publishedTime, lang, text: () => text, isArticle: () => true };
  },
  readability(page) {
    const article = new Readability(page.cloneNode(true) as Document).parse();
    if (!article) return NOTHING;
    const { title, byline, publishedTime, lang, content } = article;
    return {
      title: title ?? null,
      authors: byline ? [byline] : [],
      publishedTime: publishedTime ?? null,
      lang: lang ?? null,
      text: () => textOf(content ?? ''),
      isArticle: () => true,
    };
  },
  defuddle(page, url) {
    const { title, author, published, language, content } = new Defuddle(page, { url }).parse();
    return {
      title: title || null,
      authors: author ? [author] : [],
      publishedTime: published || null,
      lang: language || null,
      text: () => textOf(content),
      isArticle: isLong,
    };
  },
};

const NOTHING: Extracted = {
  title: null,
  authors: [],
  publishedTime: null,
  lang: null,
  text: () => '',
  isArticle: () => false,
};

/**
 * Runs every extractor on a page of its own, parsed inert from `html`; one that throws has found nothing. `rounds`: how often, the extractors
 * taking turns; the fastest round of each is its time, for a busy machine only ever adds to it.
 */
export function predict(html: string, url: string, rounds = 1): Record<ExtractorName, Prediction> {
  const results = new Map<ExtractorName, Prediction>();
  for (let round = 0; round < rounds; round++)
    for (const name of EXTRACTORS) {
      const found = predictBy(name, html, url);
      results.set(name, { ...found, ms: Math.min(found.ms, results.get(name)?.ms ?? found.ms) });
    }
  return Object.fromEntries(results) as Record<ExtractorName, Prediction>;
}

function predictBy(name: ExtractorName, html: string, url: string): Prediction {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const base = page.createElement('base');
  base.href = url;
  if (!page.querySelector('base')) page.head.prepend(base);
  const started = performance.now();
  let found = NOTHING;
  try {
    found = EXTRACT[name](page, url);
  } catch {
    // Counted as a page it cannot do.
  }
  const ms = performance.now() - started;
  const text = found.text();
  return { ...found, text, isArticle: found.isArticle(text), ms };
}

function isLong(text: string): boolean {
  const { wordCount, cjkCharCount } = countText(text);
  return wordCount + cjkCharCount / 2 >= LEAST_WORDS;
}

const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|ruby|rt|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;

/** All the words of an extractor's content, with a line break at the edges of blocks: `textContent` would fuse words there. */
function textOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('*')) {
    if (!INLINE.test(element.localName)) {
      element.before('\n');
      element.after('\n');
    }
  }
  return body.textContent ?? '';
}
