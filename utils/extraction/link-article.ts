import type { ExtractedArticle } from '../model/article';
import { cleanUrl } from '../model/canonical-url';

/** An article of which only the address and the title are kept: what is left for pages that cannot be read. */
export function linkArticle(url: string, title: string): ExtractedArticle {
  const address = cleanUrl(url);
  return {
    kind: 'link',
    url: address,
    canonicalUrl: address,
    title: title.trim() || address,
    authors: [],
    siteName: null,
    publishedTime: null,
    publishedTimeRaw: null,
    modifiedTime: null,
    lang: null,
    dir: 'ltr',
    excerpt: '',
    categories: [],
    leadImage: null,
    thumbnail: null,
    content: '',
    text: '',
    wordCount: 0,
    cjkCharCount: 0,
    readingMinutes: 0,
    images: [],
    sources: { title: 'page' },
    confidence: { title: 'low' },
    receipt: [],
    frontMatter: null,
  };
}
