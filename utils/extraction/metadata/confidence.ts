import type { Confidence, ExtractedArticle, MetadataField, MetadataSource } from '../../model/article';
import { urlKey } from '../../model/canonical-url';
import type { TellLanguage } from '../language';
import { comparable } from '../steps/repeated-title';
import { authorNames } from './authors';
import { readDate } from './dates';
import type { Facts, Found } from './facts';

/** Sources that are data, not words or an address. */
const DATA: readonly MetadataSource[] = ['json-ld', 'meta', 'microdata'];

/** What was chosen, and what it was chosen from. */
export interface Choice {
  readonly fields: Omit<Pick<ExtractedArticle, MetadataField>, 'excerpt'> & { readonly excerpt: string | null };
  readonly sources: ExtractedArticle['sources'];
  readonly found: Found;
  /** The page's address. */
  readonly url: string;
  /** Tells the language of its text. */
  readonly tellLanguage: TellLanguage;
}

type Field = Exclude<MetadataField, 'canonicalUrl'>;

/** What a source says of each field, in a form that is the same for the same thing; empty where it says nothing. */
const SAID: Readonly<Record<Field, (facts: Facts, lang: string | null) => string>> = {
  title: ({ title }) => comparable(title ?? ''),
  authors: ({ authors }) => list(authorNames(authors ?? [])),
  siteName: ({ siteName }) => comparable(siteName ?? ''),
  publishedTime: ({ published }, lang) => day(readDate(published, lang)?.iso),
  modifiedTime: ({ modified }, lang) => day(readDate(modified, lang)?.iso),
  lang: ({ lang }) => primary(lang),
  excerpt: ({ excerpt }) => comparable(excerpt ?? ''),
  categories: ({ categories }) => list(categories ?? []),
  leadImage: ({ image }) => path(image),
  thumbnail: ({ thumbnail }) => path(thumbnail),
};

/** What the page's words say without being searched for; the rest is not looked for only to agree. */
const AT_HAND: ReadonlySet<MetadataField> = new Set(['title', 'lang']);

/** How far each field that has a source can be relied on (see `Confidence`). */
export function confidenceOf(choice: Choice): NonNullable<ExtractedArticle['confidence']> {
  const { sources } = choice;
  const fields = (Object.keys(sources) as MetadataField[]).filter((field) => sources[field]);
  return Object.fromEntries(fields.map((field) => [field, confidenceIn(field, sources[field] ?? 'none', choice)]));
}

function confidenceIn(
  field: MetadataField,
  source: MetadataSource,
  { fields, found, url, tellLanguage }: Choice,
): Confidence {
  if (field === 'canonicalUrl')
    return source !== 'url' && urlKey(fields.canonicalUrl) === urlKey(url) ? 'high' : 'medium';
  const value = chosen(field, fields);
  if (field === 'lang' && primary(tellLanguage([])) === value) return 'high';
  const others = found.filter(([other]) => other !== source && (other !== 'page' || AT_HAND.has(field)));
  if (value !== '' && others.some(([, facts]) => agrees(SAID[field](facts, fields.lang), value))) return 'high';
  return DATA.includes(source) ? 'medium' : 'low';
}

/** The chosen value in the form in which sources are compared. */
function chosen(field: Field, fields: Choice['fields']): string {
  const { title, authors, siteName, publishedTime, modifiedTime, lang, excerpt, categories, leadImage, thumbnail } =
    fields;
  const facts: Facts = {
    title,
    authors,
    siteName: siteName ?? '',
    published: publishedTime ?? '',
    modified: modifiedTime ?? '',
    lang: lang ?? '',
    excerpt: excerpt ?? '',
    categories,
    image: leadImage ?? '',
    thumbnail: thumbnail ?? '',
  };
  return SAID[field](facts, lang);
}

/** Whether one says the other, perhaps with a site's name after it. */
function agrees(said: string, value: string): boolean {
  return said === value || (value.length > 5 && said.startsWith(value));
}

function list(names: readonly string[]): string {
  return names.map(comparable).sort().join(' ');
}

function day(iso: string | undefined): string {
  return iso?.slice(0, 10) ?? '';
}

function primary(tag: string | null | undefined): string {
  return tag?.trim().split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
}

/** An address without host and parameters, by which sites serve the same picture at different sizes. */
function path(url: string | undefined): string {
  return url?.replace(/^(?:https?:)?\/\/[^/]*/i, '').replace(/[?#].*$/s, '') ?? '';
}
