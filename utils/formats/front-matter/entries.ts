import { directionOf } from '../../extraction/language';
import { isOrganisation } from '../../extraction/metadata/organisations';
import { shownZone } from '../../extraction/metadata/zones';
import type { ExtractedArticle, FrontMatter } from '../../model/article';
import { cleanUrl } from '../../model/canonical-url';
import { isEmbeddedPicture } from '../../model/embedded-picture';
import { wallTime, zoneOf } from '../../model/moment';
import { FIELD_KEYS, type FieldName, keyOf } from './fields';
import { type HeldFields, heldFields } from './held-fields';

/** How one field of an article is written. */
interface FieldWriter {
  readonly field: FieldName;
  /** The property of the article it holds. */
  readonly property: keyof HeldFields;
  /** Plain data; null where there is nothing to write. */
  readonly write: (article: ExtractedArticle) => unknown;
}

/** The address of an article whose file has none; it is not written out, since import makes the same one again. */
export const MADE_UP_URL = 'urn:offprint:';

/** In the seed's order, then what a capture knows besides (formats note §8, recommended superset). */
const WRITERS: readonly FieldWriter[] = [
  { field: 'title', property: 'title', write: (article) => article.title },
  { field: 'categories', property: 'categories', write: (article) => list(article.categories) },
  { field: 'leadImage', property: 'leadImage', write: ({ leadImage }) => writeImage(leadImage) },
  {
    field: 'authors',
    property: 'authors',
    write: ({ authors }) => (authors.length === 1 ? authors[0] : list(authors)),
  },
  { field: 'published', property: 'publishedTime', write: (article) => writeDate(article.publishedTime, article) },
  { field: 'thumbnail', property: 'thumbnail', write: ({ thumbnail }) => writeImage(thumbnail) },
  { field: 'url', property: 'url', write: ({ url }) => (url.startsWith(MADE_UP_URL) ? null : url) },
  { field: 'canonicalUrl', property: 'canonicalUrl', write: writeCanonical },
  { field: 'organisations', property: 'organisations', write: writeOrganisations },
  { field: 'siteName', property: 'siteName', write: (article) => article.siteName },
  { field: 'lang', property: 'lang', write: (article) => article.lang },
  { field: 'dir', property: 'dir', write: ({ dir, lang }) => (dir === directionOf(lang) ? null : dir) },
  { field: 'publishedRaw', property: 'publishedTimeRaw', write: writeRaw },
  { field: 'modified', property: 'modifiedTime', write: (article) => writeDate(article.modifiedTime, article) },
  { field: 'excerpt', property: 'excerpt', write: (article) => article.excerpt || null },
  { field: 'leadImageCaption', property: 'leadImageCaption', write: (article) => article.leadImageCaption ?? null },
  { field: 'isPaywalled', property: 'isPaywalled', write: (article) => article.isPaywalled || null },
  { field: 'isLiveBlog', property: 'isLiveBlog', write: (article) => article.isLiveBlog || null },
  { field: 'nextPage', property: 'nextPage', write: (article) => article.nextPage?.url ?? null },
  { field: 'pages', property: 'pages', write: (article) => list(article.pages ?? []) },
];

function list(values: readonly string[]): string[] | null {
  return values.length > 0 ? [...values] : null;
}

/** Only what import would not tell from the names by itself. */
function writeOrganisations({ authors, organisations, siteName }: ExtractedArticle): string[] | null {
  if (!organisations) return null;
  const told = authors.filter((name) => isOrganisation(name, siteName));
  return JSON.stringify(told) === JSON.stringify(organisations) ? null : [...organisations];
}

/** A picture of the text that stands in the file has no other address. */
function writeImage(url: string | null): string | null {
  return url && isEmbeddedPicture(url) ? null : url;
}

function writeCanonical({ url, canonicalUrl }: ExtractedArticle): string | null {
  return canonicalUrl === cleanUrl(url) || canonicalUrl.startsWith(MADE_UP_URL) ? null : canonicalUrl;
}

/**
 * As the seed writes it: RFC 1123 in GMT. A zone that import would not give the moment by itself, for the language has another,
 * is written instead (RFC 2822 §3.3).
 */
function writeDate(iso: string | null, { lang }: ExtractedArticle): string | null {
  if (iso === null) return null;
  const zone = zoneOf(iso);
  if (zone === 0 || zone === shownZone(0, lang)) return new Date(iso).toUTCString();
  const [hours, minutes] = [Math.trunc(Math.abs(zone) / 60), Math.abs(zone) % 60];
  const offset = `${zone < 0 ? '-' : '+'}${String(hours * 100 + minutes).padStart(4, '0')}`;
  return new Date(wallTime(iso)).toUTCString().replace('GMT', offset);
}

function writeRaw(article: ExtractedArticle): string | null {
  const { publishedTime, publishedTimeRaw } = article;
  return publishedTimeRaw === writeDate(publishedTime, article) ? null : publishedTimeRaw;
}

/** The front matter of a captured article: the seed's keys in the seed's order, then what else is known. */
export function entriesOf(article: ExtractedArticle): FrontMatter {
  return WRITERS.flatMap(({ field, write }) => {
    const value = write(article);
    const entry = value === null ? [] : [[FIELD_KEYS[field][0] ?? field, value] as const];
    // Every file of the seed's family carries it; a copy has no discussion of its own.
    return field === 'authors' ? [...entry, ['comments', false] as const] : entry;
  });
}

/** Lists by what is in them, moments by when they are: rows of older libraries have theirs in UTC. */
function isSame(held: unknown, now: unknown): boolean {
  return (
    JSON.stringify(held) === JSON.stringify(now) ||
    (isMoment(held) && isMoment(now) && +new Date(held) === +new Date(now))
  );
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(value);
}

/** The front matter an imported article came with, every value as it was, save those whose field has changed since. */
export function updatedEntries(frontMatter: FrontMatter, article: ExtractedArticle): FrontMatter {
  const held = heldFields(frontMatter, article.lang);
  const changed = new Map<string, unknown>();
  for (const { field, property, write } of WRITERS) {
    const key = keyOf(frontMatter, field);
    if (key !== null && !isSame(held[property], article[property])) changed.set(key, write(article));
  }
  return frontMatter.map(([key, value]) => [key, changed.has(key) ? changed.get(key) : value]);
}
