import { readDate } from '../../extraction/metadata/dates';
import { isOrganisation } from '../../extraction/metadata/organisations';
import type { ExtractedArticle, FrontMatter } from '../../model/article';
import { cleanUrl } from '../../model/canonical-url';
import { MAX_PAGES } from '../../model/pages';
import { type FrontMatterFields, readFields } from './fields';

/** The fields of an article that front matter can hold. */
export type HeldFields = Pick<
  ExtractedArticle,
  | 'url'
  | 'canonicalUrl'
  | 'title'
  | 'authors'
  | 'organisations'
  | 'siteName'
  | 'publishedTime'
  | 'publishedTimeRaw'
  | 'modifiedTime'
  | 'lang'
  | 'excerpt'
  | 'categories'
  | 'leadImage'
  | 'thumbnail'
  | 'leadImageCaption'
  | 'isPaywalled'
  | 'isLiveBlog'
  | 'nextPage'
  | 'pages'
> & { readonly dir: ExtractedArticle['dir'] | null };

/**
 * What front matter says, in the article's terms; empty or null where it says nothing.
 * @param textLang the language of the text, for files that do not name one: it decides what a time without a zone means.
 */
export function heldFields(frontMatter: FrontMatter, textLang: string | null): HeldFields {
  const fields = readFields(frontMatter);
  const url = fields.url ?? fields.canonicalUrl ?? '';
  const lang = fields.lang ?? textLang;
  return {
    url,
    canonicalUrl: fields.canonicalUrl ?? cleanUrl(url),
    title: fields.title,
    authors: fields.authors,
    organisations: organisationsAmong(fields),
    siteName: fields.siteName,
    publishedTime: readDate(fields.published, lang)?.iso ?? null,
    publishedTimeRaw: fields.publishedRaw ?? fields.published,
    modifiedTime: readDate(fields.modified, lang)?.iso ?? null,
    lang: fields.lang,
    dir: fields.dir,
    excerpt: fields.excerpt ?? '',
    categories: fields.categories,
    leadImage: fields.leadImage ?? fields.thumbnail,
    thumbnail: fields.thumbnail,
    leadImageCaption: fields.leadImageCaption,
    isPaywalled: fields.isPaywalled ?? false,
    isLiveBlog: fields.isLiveBlog ?? false,
    // How sure its page was is not written: whoever asks for the page sees its address.
    nextPage: fields.nextPage ? { url: fields.nextPage, isSure: false, total: null } : null,
    pages: fields.pages.slice(0, MAX_PAGES),
  };
}

/** What the file calls organisations, or what the names of its authors say where it calls none so. */
function organisationsAmong({ authors, organisations, siteName }: FrontMatterFields): readonly string[] {
  return organisations ?? authors.filter((name) => isOrganisation(name, siteName));
}
