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

const EXTRACT: Readonly<Record<ExtractorName, (page: Document, url: string) => Omit<Prediction, 'ms'>>> = {
  offprint(page, url) {
    const article = extractArticle(page, url);
    if (!article) return NOTHING;
    const { title, authors, publishedTime, lang, text } = article;
    return { title, authors, publishedTime, lang, text, isArticle: true };
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
      text: textOf(content ?? ''),
      isArticle: true,
    };
  },
  defuddle(page, url) {
    const { title, author, published, language, content } = new Defuddle(page, { url }).parse();
    const text = textOf(content);
    const { wordCount, cjkCharCount } = countText(text);
    return {
      title: title || null,
      authors: author ? [author] : [],
      publishedTime: published || null,
      lang: language || null,
      text,
      isArticle: wordCount + cjkCharCount / 2 >= LEAST_WORDS,
    };
  },
};

const NOTHING = { title: null, authors: [], publishedTime: null, lang: null, text: '', isArticle: false };

/** Runs every extractor on a page of its own, parsed inert from `html`; one that throws has found nothing. */
export function predict(html: string, url: string): Record<ExtractorName, Prediction> {
  const results = EXTRACTORS.map((name) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const base = page.createElement('base');
    base.href = url;
    if (!page.querySelector('base')) page.head.prepend(base);
    const started = performance.now();
    let found: Omit<Prediction, 'ms'> = NOTHING;
    try {
      found = EXTRACT[name](page, url);
    } catch {
      // Counted as a page it cannot do.
    }
    return [name, { ...found, ms: performance.now() - started }] as const;
  });
  return Object.fromEntries(results) as Record<ExtractorName, Prediction>;
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
