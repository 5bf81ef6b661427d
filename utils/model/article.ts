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

/**
 * How far a field's value can be relied on: `high` where two sources say the same, `medium` where one says it in the page's data,
 * `low` where it is read from words, the address or the text alone.
 */
export type Confidence = 'high' | 'medium' | 'low';

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
  /** For a link that was changed: which one of the content it is, so that the old url can be put back. */
  readonly link?: ChangedLink;
  /** A block that can be put back, as clean HTML; untrusted like all content. */
  readonly html?: string;
  /** Where it goes: child indices from the content's top down to the place, counted with none of the blocks put back. */
  readonly at?: readonly number[];
  /** The reader put it back: the content has it. */
  readonly back?: true;
}

/** What finds a changed link in the content again. */
export interface ChangedLink {
  /** Where it leads now; null when its words stand alone. */
  readonly href: string | null;
  /** The last characters of the content's text before the link, without white space. */
  readonly before: string;
}

/** The page on which an article goes on. */
export interface NextPage {
  readonly url: string;
  /** False where the page's links let one only suppose so. */
  readonly isSure: boolean;
  /** How many pages the article has in all; null when its page does not say. */
  readonly total: number | null;
}

/** A clean article with its metadata, as plain data: what a capture, a fetched link or an imported file yields. */
export interface ExtractedArticle {
  readonly kind: CaptureKind;
  /** The page's address as the browser showed it. */
  readonly url: string;
  /** The article's own address: trusted `rel=canonical` or `og:url`, without fragment and tracking parameters. */
  readonly canonicalUrl: string;
  readonly title: string;
  /** Names of people and organisations, each once, in the page's order. */
  readonly authors: readonly string[];
  /** Which of `authors` are no people: the site, a publisher, an agency. Rows of older libraries do not say. */
  readonly organisations?: readonly string[];
  readonly siteName: string | null;
  /** ISO 8601 in the zone the page wrote it in (`2021-03-31T11:25:15.000+08:00`): compare moments, not the words. Null when unknown. */
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
  /** The words below the lead picture on its page. Rows of older libraries have none of the next three. */
  readonly leadImageCaption?: string | null;
  /** Whether the page says that it is not free to read: what is kept is what it showed. */
  readonly isPaywalled?: boolean;
  /** Whether the page reports on something while it happens, and will have more to say later. */
  readonly isLiveBlog?: boolean;
  /** Where the article goes on after the last page that the content has; older libraries do not say. */
  readonly nextPage?: NextPage | null;
  /** The addresses of the pages that the content was joined of, in order, the first included; none for an article of one page. */
  readonly pages?: readonly string[];
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
  /** How far each of these fields can be relied on; contents of older libraries do not say. */
  readonly confidence?: Readonly<Partial<Record<MetadataField, Confidence>>>;
  readonly receipt: readonly ReceiptEntry[];
  /** An imported file's front matter as it stood, so that export can write the same keys in the same order; null for captures. */
  readonly frontMatter: FrontMatter | null;
}

/** A file's front matter in its own order; values are plain data (strings, numbers, booleans, null, arrays, objects). */
export type FrontMatter = ReadonlyArray<readonly [key: string, value: unknown]>;
