/** An article's id: 32 hex digits of the SHA-256 of its identity (see `utils/library/ids.ts`), the same on every machine. */
export type ArticleId = string;

/** The id of one immutable text of an article: SHA-256 hex of what it holds. */
export type ContentId = string;

/** How an article came to be: the page's article, the words the reader had selected, the page's visible text as it stood,
 * a link kept without its text, or an imported file. */
export type CaptureKind = 'article' | 'selection' | 'visible-text' | 'link' | 'import';

/** Where a metadata field's value was found, best first: the order in which extraction prefers them. */
export type MetadataSource = 'json-ld' | 'meta' | 'microdata' | 'page' | 'url' | 'front-matter' | 'none';

/** The metadata fields of an article that remember their source. */
export type MetadataField =
  | 'canonicalUrl'
  | 'title'
  | 'authors'
  | 'siteName'
  | 'publishedTime'
  | 'modifiedTime'
  | 'lang'
  | 'excerpt'
  | 'categories'
  | 'leadImage'
  | 'thumbnail';

/** A picture that an article's content shows. */
export interface ArticleImage {
  /** The absolute url that stands as `src` in the content HTML: the key of the picture within its article. */
  readonly url: string;
  /** Absolute urls to try, the largest useful one first; `url` is always among them. */
  readonly sources: readonly string[];
  readonly alt: string;
  /** In CSS pixels; null where the page does not say. */
  readonly width: number | null;
  readonly height: number | null;
}

/** One thing extraction took out of or changed in the content, kept so that the reader can say what is not shown. */
export interface ReceiptEntry {
  /** Name of the extraction step. */
  readonly step: string;
  /** Why, as a short machine word, e.g. `tracking-link`. */
  readonly reason: string;
  /** Words concerned: the link's text or the block's first line. */
  readonly text: string;
  /** The url that was unwrapped or dropped, where there is one. */
  readonly url?: string;
  /** A block that can be put back, as clean HTML; untrusted like all content. */
  readonly html?: string;
  /** Where it goes: child indices from the content's top down to the place, counted with none of the blocks put back. */
  readonly at?: readonly number[];
  /** The reader put it back: the content has it. */
  readonly back?: true;
}

/** A clean article with its metadata, as plain data: what a capture, a fetched link or an imported file yields. */
export interface ExtractedArticle {
  readonly kind: CaptureKind;
  /** The page's address as the browser showed it. */
  readonly url: string;
  /** The article's own address: trusted `rel=canonical` or `og:url`, without fragment and tracking parameters. */
  readonly canonicalUrl: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly siteName: string | null;
  /** ISO 8601 with zone (`2021-03-31T03:25:15.000Z`); null when the page does not say. */
  readonly publishedTime: string | null;
  /** The words `publishedTime` was read from. */
  readonly publishedTimeRaw: string | null;
  readonly modifiedTime: string | null;
  /** BCP 47, e.g. `zh-CN`; null when unknown. */
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly excerpt: string;
  readonly categories: readonly string[];
  /** Absolute url of the lead picture, and of a small one for lists. */
  readonly leadImage: string | null;
  readonly thumbnail: string | null;
  /** Clean HTML, every url absolute. Untrusted: sanitised where it is shown. */
  readonly content: string;
  /** The content as plain text, blocks separated by a blank line. */
  readonly text: string;
  /** Words of scripts that separate them by spaces. */
  readonly wordCount: number;
  /** Han, kana and hangul characters. */
  readonly cjkCharCount: number;
  /** Whole minutes, at least 1 for any text. */
  readonly readingMinutes: number;
  readonly images: readonly ArticleImage[];
  /** Where each field that has a value was found. */
  readonly sources: Readonly<Partial<Record<MetadataField, MetadataSource>>>;
  readonly receipt: readonly ReceiptEntry[];
  /** An imported file's front matter as it stood, so that export can write the same keys in the same order; null for captures. */
  readonly frontMatter: FrontMatter | null;
}

/** A file's front matter in its own order; values are plain data (strings, numbers, booleans, null, arrays, objects). */
export type FrontMatter = ReadonlyArray<readonly [key: string, value: unknown]>;
