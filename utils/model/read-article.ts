import type {
  ArticleImage,
  CaptureKind,
  Confidence,
  ExtractedArticle,
  MetadataSource,
  NextPage,
  ReceiptEntry,
} from './article';
import { MAX_PAGES } from './pages';

const LEVELS: readonly Confidence[] = ['high', 'medium', 'low'];

/** The longest content that is kept, in UTF-16 units: what `sanitize` agrees to show (20 MB). */
const MAX_CONTENT = 20 * 1024 * 1024;

/** The longest single field (a title, a name, an address other than a `data:` picture) that is believed. */
const MAX_FIELD = 20_000;

/** The most list entries (authors, categories, receipt lines) and pictures that are believed. */
const MAX_ENTRIES = 1_000;
const MAX_IMAGES = 5_000;

/** The longest left-out block that can be put back: longer than any box that is taken for none of the article. */
const MAX_BLOCK = 200_000;
/** The deepest place of one: deeper than what `sanitize` agrees to show. */
const MAX_STEPS = 256;

const KINDS: readonly CaptureKind[] = ['article', 'selection', 'visible-text', 'link', 'import'];

/**
 * An article as it came across a border (out of a page, in a message): checked field by field and rebuilt, so that nothing
 * but what the model names goes on. Null when it is not an article at all or is larger than what is kept. HTML in it is
 * still untrusted and stays so until it is sanitised where it is shown.
 */
export function readArticle(value: unknown): ExtractedArticle | null {
  if (!isRecord(value)) return null;
  const { kind, url, title, content, text } = value;
  if (!KINDS.includes(kind as CaptureKind) || !isText(url) || url === '' || typeof title !== 'string') return null;
  if (typeof content !== 'string' || typeof text !== 'string') return null;
  if (content.length > MAX_CONTENT || text.length > MAX_CONTENT) return null;
  return {
    kind: kind as CaptureKind,
    url,
    canonicalUrl: textOr(value.canonicalUrl, url),
    title: title.slice(0, MAX_FIELD),
    authors: texts(value.authors),
    organisations: texts(value.organisations),
    siteName: textOrNull(value.siteName),
    publishedTime: textOrNull(value.publishedTime),
    publishedTimeRaw: textOrNull(value.publishedTimeRaw),
    modifiedTime: textOrNull(value.modifiedTime),
    lang: textOrNull(value.lang),
    dir: value.dir === 'rtl' ? 'rtl' : 'ltr',
    excerpt: textOr(value.excerpt, ''),
    categories: texts(value.categories),
    leadImage: addressOrNull(value.leadImage),
    thumbnail: addressOrNull(value.thumbnail),
    leadImageCaption: textOrNull(value.leadImageCaption),
    isPaywalled: value.isPaywalled === true,
    isLiveBlog: value.isLiveBlog === true,
    nextPage: isRecord(value.nextPage) ? readNextPage(value.nextPage) : null,
    pages: texts(value.pages).slice(0, MAX_PAGES),
    content,
    text,
    wordCount: count(value.wordCount),
    cjkCharCount: count(value.cjkCharCount),
    readingMinutes: count(value.readingMinutes),
    images: records(value.images, MAX_IMAGES).flatMap(readImage),
    sources: isRecord(value.sources) ? readSources(value.sources) : {},
    confidence: isRecord(value.confidence) ? readConfidence(value.confidence) : {},
    receipt: records(value.receipt, MAX_ENTRIES).map(readReceipt),
    frontMatter: Array.isArray(value.frontMatter) ? (value.frontMatter as ExtractedArticle['frontMatter']) : null,
  };
}

function readNextPage({ url, isSure, total }: Record<string, unknown>): NextPage | null {
  if (!isText(url) || !/^https?:\/\//i.test(url)) return null;
  return { url, isSure: isSure === true, total: isIndex(total) ? (total as number) : null };
}

function readImage(image: Record<string, unknown>): ArticleImage[] {
  const url = addressOrNull(image.url);
  if (url === null) return [];
  const sources = list(image.sources).filter(isAddress);
  return [
    {
      url,
      sources: sources.includes(url) ? sources : [...sources, url],
      alt: textOr(image.alt, ''),
      width: lengthOrNull(image.width),
      height: lengthOrNull(image.height),
    },
  ];
}

/** One entry of a receipt as it came across a border, rebuilt of what can be believed. */
export function readReceipt(entry: Record<string, unknown>): ReceiptEntry {
  const { step, reason, text, url, html, at, back } = entry;
  const link = isText(url) && isRecord(entry.link) ? readLink(entry.link) : null;
  return {
    step: textOr(step, ''),
    reason: textOr(reason, ''),
    text: textOr(text, ''),
    ...(isText(url) ? { url } : {}),
    ...(link ? { link } : {}),
    ...(isBlock(html) && isPath(at) ? { html, at } : {}),
    ...(back === true && (isText(url) || (isBlock(html) && isPath(at))) ? { back } : {}),
  };
}

function readLink({ href, before }: Record<string, unknown>): ReceiptEntry['link'] | null {
  if (href !== null && !isText(href)) return null;
  return { href, before: textOr(before, '') };
}

function isBlock(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MAX_BLOCK;
}

function isPath(value: unknown): value is number[] {
  return list(value).length > 0 && list(value).length <= MAX_STEPS && list(value).every(isIndex);
}

function isIndex(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function readSources(sources: Record<string, unknown>): ExtractedArticle['sources'] {
  const believed = Object.entries(sources).filter(([, source]) => isText(source)) as [string, MetadataSource][];
  return Object.fromEntries(believed);
}

function readConfidence(confidence: Record<string, unknown>): ExtractedArticle['confidence'] {
  const believed = Object.entries(confidence).filter(([, level]) => LEVELS.includes(level as Confidence));
  return Object.fromEntries(believed);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function records(value: unknown, most: number): Record<string, unknown>[] {
  return list(value).slice(0, most).filter(isRecord);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_FIELD;
}

/** An address may be a whole picture (`data:`), so only the content's own limit holds. */
function isAddress(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MAX_CONTENT;
}

function texts(value: unknown): string[] {
  return list(value).slice(0, MAX_ENTRIES).filter(isText);
}

function textOr(value: unknown, fallback: string): string {
  return isText(value) ? value : fallback;
}

function textOrNull(value: unknown): string | null {
  return isText(value) ? value : null;
}

function addressOrNull(value: unknown): string | null {
  return isAddress(value) ? value : null;
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.floor(value) : 0;
}

function lengthOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}
