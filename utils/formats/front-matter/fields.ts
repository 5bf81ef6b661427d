import { languageTag } from '../../extraction/language';
import type { FrontMatter } from '../../model/article';

/** What front matter says of an article, in the file's words; null or empty where it says nothing usable. */
export interface FrontMatterFields {
  readonly title: string;
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  readonly authors: readonly string[];
  /** Null unless the file says which, or that none is. */
  readonly organisations: readonly string[] | null;
  readonly siteName: string | null;
  /** As it stands in the file, not yet read as a date; `published_raw` is what a page said where `date` is our reading. */
  readonly published: string | null;
  readonly publishedRaw: string | null;
  readonly modified: string | null;
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl' | null;
  readonly excerpt: string | null;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly leadImage: string | null;
  readonly thumbnail: string | null;
  readonly leadImageCaption: string | null;
  /** Null unless the file says so. */
  readonly isPaywalled: true | null;
  readonly isLiveBlog: true | null;
  readonly nextPage: string | null;
  /** The addresses of the pages that the text was joined of. */
  readonly pages: readonly string[];
}

/** A field of `FrontMatterFields`. */
export type FieldName = keyof FrontMatterFields;

/**
 * The keys each field is read from, the first that has a usable value wins; the first key is the one written for a
 * capture. They are those of Hexo and its themes, Jekyll, Obsidian Web Clipper, MarkDownload and SimpRead (formats note §8).
 */
export const FIELD_KEYS: Readonly<Record<FieldName, readonly string[]>> = {
  title: ['title'],
  url: ['source', 'url', 'link', 'original', 'original_url'],
  canonicalUrl: ['canonical', 'canonical_url'],
  authors: ['author', 'authors', 'byline'],
  organisations: ['organisations', 'organizations'],
  siteName: ['site', 'site_name', 'sitename', 'publisher'],
  published: ['date', 'published', 'publishdate', 'pubdate', 'created'],
  publishedRaw: ['published_raw'],
  modified: ['updated', 'modified', 'lastmod', 'last_modified_at'],
  lang: ['lang', 'language'],
  dir: ['dir'],
  excerpt: ['description', 'excerpt', 'summary'],
  categories: ['categories', 'category'],
  tags: ['tags', 'tag', 'keywords'],
  leadImage: ['headimg', 'cover', 'banner', 'image'],
  thumbnail: ['thumbnail', 'thumb'],
  leadImageCaption: ['headimg_caption'],
  isPaywalled: ['paywalled'],
  isLiveBlog: ['live_blog'],
  nextPage: ['next_page'],
  pages: ['pages'],
};

/** Reads the fields that front matter holds, whichever of the usual keys they stand under. */
export function readFields(frontMatter: FrontMatter): FrontMatterFields {
  const values = new Map(frontMatter.map(([key, value]) => [key.toLowerCase(), value]));
  const first = <T>(field: FieldName, read: (value: unknown) => T | null): T | null => {
    for (const key of FIELD_KEYS[field]) {
      const value = read(values.get(key));
      if (value !== null) return value;
    }
    return null;
  };
  return {
    title: first('title', readTitle) ?? '',
    url: first('url', readUrl),
    canonicalUrl: first('canonicalUrl', readUrl),
    authors: first('authors', readList) ?? [],
    organisations: first('organisations', (value) => (isEmpty(value) ? [] : readList(value))),
    siteName: first('siteName', readText),
    published: first('published', readText),
    publishedRaw: first('publishedRaw', readText),
    modified: first('modified', readText),
    lang: first('lang', (value) => languageTag(readText(value))),
    dir: first('dir', (value) => (value === 'ltr' || value === 'rtl' ? value : null)),
    excerpt: first('excerpt', readText),
    categories: first('categories', readList) ?? [],
    tags: first('tags', readList) ?? [],
    leadImage: first('leadImage', readUrl),
    thumbnail: first('thumbnail', readUrl),
    leadImageCaption: first('leadImageCaption', readText),
    isPaywalled: first('isPaywalled', readTrue),
    isLiveBlog: first('isLiveBlog', readTrue),
    nextPage: first('nextPage', readUrl),
    pages: (first('pages', readList) ?? []).flatMap((page) => readUrl(page) ?? []),
  };
}

/** The key under which a field stands in the file as it is, or null where none of its keys has a usable value. */
export function keyOf(frontMatter: FrontMatter, field: FieldName): string | null {
  for (const wanted of FIELD_KEYS[field]) {
    const entry = frontMatter.find(([key]) => key.toLowerCase() === wanted);
    const alone = entry ? readFields([entry])[field] : null;
    if (entry && (alone === true || (alone !== null && alone.length > 0))) return entry[0];
  }
  return null;
}

function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function readTrue(value: unknown): true | null {
  return value === true || null;
}

/** A title may be a word that YAML takes for a boolean. */
function readTitle(value: unknown): string | null {
  return typeof value === 'boolean' ? String(value) : readText(value);
}

/** http and https only: what else is called a source or an image (a path, a name, `javascript:`) is no address. */
function readUrl(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : null;
}

/** A list or a single value; Hexo's lists of lists are flattened, wikilinks and `{ name }` give their name, each once. */
function readList(value: unknown): readonly string[] | null {
  const names = [value].flat(3).flatMap((item) => {
    const named = typeof item === 'object' && item !== null && 'name' in item ? item.name : item;
    return readText(named)?.replace(/^\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]$/, '$1') ?? [];
  });
  return names.length > 0 ? [...new Set(names)] : null;
}
