import type { ExtractedArticle, MetadataField, MetadataSource } from '../model/article';
import { cleanUrl, trustedCanonical } from '../model/canonical-url';
import { httpUrl, words } from './dom';
import { directionOf, languageTag, languageTeller } from './language';
import { authorNames } from './metadata/authors';
import { chooseAuthors } from './metadata/choose-authors';
import { chooseTitle } from './metadata/choose-title';
import { confidenceOf } from './metadata/confidence';
import { type ReadDate, readDate } from './metadata/dates';
import { decodeEntities } from './metadata/entities';
import type { Facts, Found } from './metadata/facts';
import { readJsonLd } from './metadata/json-ld';
import { captionInPage } from './metadata/lead-caption';
import { readMetaTags } from './metadata/meta-tags';
import { readMicrodata } from './metadata/microdata';
import { isOrganisation } from './metadata/organisations';
import { readPageWords } from './metadata/page-words';

import { readUrl } from './metadata/url-words';

/** What a page says of its article, each field with the source that won. */
export interface Metadata {
  readonly canonicalUrl: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly siteName: string | null;
  readonly publishedTime: string | null;
  readonly publishedTimeRaw: string | null;
  readonly modifiedTime: string | null;
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly excerpt: string | null;
  readonly categories: readonly string[];
  readonly leadImage: string | null;
  readonly thumbnail: string | null;
  readonly organisations: readonly string[];
  readonly leadImageCaption: string | null;
  readonly isPaywalled: boolean;
  readonly isLiveBlog: boolean;
  readonly sources: Partial<Record<MetadataField, MetadataSource>>;
  readonly confidence: NonNullable<ExtractedArticle['confidence']>;
  /** The article's text as the page's own data gives it, markup and all; null when it gives none. */
  readonly articleBody: string | null;
  /** Whether the page itself claims to be an article. */
  readonly isArticle: boolean;
}

/**
 * Reads the page's metadata from every source. `sample`: words of the article, to check the declared language against;
 * `byline`: what the extractor took for the author's line. Reads the document only.
 */
export function readMetadata(
  document: Document,
  page: {
    readonly url: string;
    readonly baseUrl: string;
    readonly sample: string;
    readonly end?: string;
    readonly byline: string | null;
  },
): Metadata {
  const found: Found = [
    ['json-ld', readJsonLd(document)],
    ['meta', readMetaTags(document)],
    ['microdata', readMicrodata(document)],
    ['page', readPageWords(document)],
    ['url', readUrl(page.url)],
  ];
  const sources: Partial<Record<MetadataField, MetadataSource>> = {};
  /** The first source that has a usable value, and a note of it. */
  const pick = <T>(
    field: MetadataField,
    read: (facts: Facts, source: MetadataSource) => T | null | undefined,
  ): T | null => {
    for (const [source, facts] of found) {
      const value = read(facts, source);
      if (value === null || value === undefined || value === '') continue;
      sources[field] = source;
      return value;
    }
    return null;
  };
  const absolute = (url: string | undefined) => httpUrl(url, page.baseUrl);

  const pageLang = found.find(([source]) => source === 'page')?.[1].lang;
  const tellLanguage = languageTeller(page.sample);
  const lang = tellLanguage([pageLang, ...found.map(([, facts]) => facts.lang)]);
  if (lang) sources.lang = languageSource(lang, pageLang, found);
  const siteName = pick('siteName', (facts) => decodeEntities(facts.siteName ?? ''));
  type ReadWords = (facts: Facts, source: MetadataSource) => string | undefined;
  const date = (field: 'publishedTime' | 'modifiedTime', said: ReadWords) =>
    pick(field, (facts, source) => unambiguous(readDate(said(facts, source), lang))) ??
    pick(field, (facts, source) => readDate(said(facts, source), lang));
  const appeared = date('publishedTime', (facts) => facts.published);
  // The page's words are searched, which takes time, only where its data says neither.
  const isData = appeared !== null && sources.publishedTime !== 'page';
  const modified = date('modifiedTime', (facts, source) => (isData && source === 'page' ? undefined : facts.modified));
  const published = appeared ?? modified;
  const isGuess = published !== null && published === modified;
  if (isGuess) sources.publishedTime = sources.modifiedTime;
  const authors = chooseAuthors(found, siteName, lang, page);
  if (authors) sources.authors = authors.source;
  const title = chooseTitle(document, page.url, found, siteName);
  if (title) sources.title = title.source;
  const leadImage = pick('leadImage', (facts) => absolute(facts.image));
  const candidates = addresses(found);
  const canonicalUrl = trustedCanonical(
    page.url,
    candidates.map(({ url }) => url),
  );
  const named = candidates.find(({ url }) => cleanUrl(httpUrl(url, page.url) ?? '') === canonicalUrl);
  sources.canonicalUrl = named?.source ?? 'url';
  const fields = {
    canonicalUrl,
    title: title?.text ?? '',
    authors: authors?.names ?? [],
    siteName,
    publishedTime: published?.iso ?? null,
    modifiedTime: modified?.iso ?? null,
    lang,
    excerpt: pick('excerpt', (facts) => words(facts.excerpt)),
    categories: pick('categories', (facts) => nonEmpty(distinct(facts.categories ?? []))) ?? [],
    leadImage,
    thumbnail: pick('thumbnail', (facts) => absolute(facts.thumbnail)),
  };
  return {
    ...fields,
    publishedTimeRaw: published?.raw ?? null,
    dir: declaredDirection(document) ?? directionOf(lang),
    organisations: organisationsAmong(fields.authors, siteName, found),
    leadImageCaption: leadImage === null ? null : readCaption(document, leadImage, found),
    isPaywalled: found.some(([, facts]) => facts.isPaywalled),
    isLiveBlog: found.some(([, facts]) => facts.isLiveBlog),
    sources,
    // When it was last changed is a guess at when it appeared.
    confidence: {
      ...confidenceOf({ fields, sources, found, url: page.url, tellLanguage }),
      ...(isGuess ? { publishedTime: 'low' } : {}),
    },
    articleBody: found.find(([, facts]) => facts.articleBody)?.[1].articleBody ?? null,
    isArticle: found.some(([, facts]) => facts.isArticle),
  };
}

/** Those of the authors that a source calls organisations, or whose names say so. */
function organisationsAmong(authors: readonly string[], siteName: string | null, found: Found): string[] {
  const said = found.flatMap(([, facts]) => authorNames(facts.organisations ?? []));
  return authors.filter((name) => said.includes(name) || isOrganisation(name, siteName));
}

function readCaption(document: Document, leadImage: string, found: Found): string | null {
  const said = found.find(([, { imageCaption }]) => imageCaption)?.[1].imageCaption;
  return captionInPage(document, leadImage) ?? (words(decodeEntities(said ?? '')) || null);
}

/** What the page calls its address, what it tells search engines first: `link` and `meta`, then JSON-LD. */
function addresses(found: Found): { readonly source: MetadataSource; readonly url: string }[] {
  return (['meta', 'json-ld'] as const).flatMap((source) => {
    const facts = found.find(([name]) => name === source)?.[1];
    return (facts?.urls ?? []).map((url) => ({ source, url }));
  });
}

function unambiguous(date: ReadDate | null): ReadDate | null {
  return date?.isAmbiguous ? null : date;
}

function languageSource(lang: string, pageLang: string | undefined, found: Found): MetadataSource {
  if (languageTag(pageLang) === lang) return 'page';
  return found.find(([, facts]) => languageTag(facts.lang) === lang)?.[0] ?? 'none';
}

function declaredDirection(document: Document): 'ltr' | 'rtl' | null {
  const dir = (document.documentElement.getAttribute('dir') ?? document.body?.getAttribute('dir'))?.toLowerCase();
  return dir === 'rtl' || dir === 'ltr' ? dir : null;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => words(decodeEntities(value))).filter((value) => value !== ''))];
}

function nonEmpty<T>(values: readonly T[]): readonly T[] | null {
  return values.length > 0 ? values : null;
}
