import { words } from '../dom';
import { decodeEntities } from './entities';
import type { Facts } from './facts';

type Json = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Review|SocialMediaPosting|LiveBlogPosting|NewsStory|AnalysisNews)$/;

const NEWS_TYPE = /(?:NewsArticle|LiveBlogPosting|NewsStory|AnalysisNews)$/;

/** A script longer than this is data for the page's programs, not about the article; live pages carry every entry in theirs. */
const MAX_LENGTH = 2_000_000;
/** How deep nested things are looked into. */
const MAX_DEPTH = 6;

/**
 * What the page's JSON-LD says of the article: graphs, arrays, nested and referenced authors; comments, stray line breaks and HTML
 * entities inside the JSON are put up with. Also reads the `title`/`pubDate` form that Baidu asks of Chinese sites.
 */
export function readJsonLd(document: Document): Facts {
  const things: Json[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const text = script.textContent ?? '';
    if (text.length <= MAX_LENGTH) gather(parseLenient(text), things, 0);
  }
  // What has nothing but an `@id` is a reference to another thing, not the thing itself.
  const named = things.filter((thing) => typeof thing['@id'] === 'string' && Object.keys(thing).length > 1);
  const byId = new Map(named.map((thing) => [thing['@id'], thing]));
  const resolve = (value: unknown): unknown =>
    isThing(value) && Object.keys(value).length === 1 ? (byId.get(value['@id']) ?? value) : value;
  const articles = things.filter((thing) => types(thing).some((type) => ARTICLE_TYPE.test(type)));
  const article = articles.find((thing) => thing.headline !== undefined) ?? articles[0];
  const baidu = things.find((thing) => thing.pubDate !== undefined && typeof thing.title === 'string');
  const page = things.find((thing) => types(thing).some((type) => /WebPage$/.test(type)));
  const crumbs = things.find((thing) => types(thing).includes('BreadcrumbList'));
  const best = article ?? baidu;
  return {
    title: text(best?.headline) ?? text(best?.name) ?? text(best?.title),
    authors: names(best?.author ?? best?.creator, resolve),
    siteName: names(best?.publisher ?? best?.sourceOrganization, resolve)[0] ?? siteName(things),
    published: text(best?.datePublished) ?? text(best?.dateCreated) ?? text(best?.pubDate) ?? text(page?.datePublished),
    modified: text(best?.dateModified) ?? text(best?.upDate) ?? text(page?.dateModified),
    lang: text(best?.inLanguage) ?? text(page?.inLanguage),
    excerpt: text(best?.description),
    // As it stands: line ends and tags are its paragraphs.
    articleBody: typeof best?.articleBody === 'string' ? best.articleBody : undefined,
    categories: categories(best, crumbs),
    image: urls(best?.image ?? best?.images, resolve)[0],
    thumbnail: urls(best?.thumbnailUrl ?? best?.thumbnail, resolve)[0],
    isArticle: article !== undefined || baidu !== undefined,
    urls: urls(best?.mainEntityOfPage, resolve).concat(urls(best?.url, resolve)),
    organisations: names(organisations(best?.author ?? best?.creator, resolve), resolve),
    imageCaption: caption(best?.image, resolve),
    isPaywalled: [best, page].some((thing) => isFalse(thing?.isAccessibleForFree)),
    isLiveBlog: articles.some((thing) => types(thing).some((type) => /LiveBlogPosting$/.test(type))),
    isNews: articles.some((thing) => types(thing).some((type) => NEWS_TYPE.test(type))),
  };
}

function gather(value: unknown, things: Json[], depth: number): void {
  if (depth > MAX_DEPTH || things.length > 2000) return;
  if (Array.isArray(value)) for (const entry of value) gather(entry, things, depth + 1);
  if (!isThing(value)) return;
  things.push(value);
  for (const [key, entry] of Object.entries(value)) {
    if (key !== '@context' && typeof entry === 'object') gather(entry, things, depth + 1);
  }
}

/** JSON as pages write it: wrapped in comments or CDATA, with raw control characters, trailing commas or a stray semicolon. */
function parseLenient(source: string): unknown {
  const plain = source
    .replace(/^\s*(?:\/\/\s*)?<!(?:--|\[CDATA\[)/, '')
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>)\s*$/, '')
    .replace(/^\s*\/\*[\s\S]*?\*\/|\/\*[^*"]*\*\/\s*$/g, '')
    .replace(/;\s*$/, '')
    .trim();
  if (plain === '') return null;
  for (const attempt of [plain, plain.replace(/\p{Cc}+/gu, ' ').replace(/,\s*(?=[}\]])/g, '')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or nothing.
    }
  }
  return null;
}

function isThing(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function types(thing: Json): string[] {
  return [thing['@type']].flat().filter((type): type is string => typeof type === 'string');
}

function text(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  const plain = isThing(first) ? (first['@value'] ?? first.name) : first;
  if (typeof plain !== 'string' && typeof plain !== 'number') return undefined;
  return words(decodeEntities(String(plain)).replace(/<[^<>]{1,200}>/g, '')) || undefined;
}

function names(value: unknown, resolve: (value: unknown) => unknown): string[] {
  return [value].flat().flatMap((entry) => {
    const thing = resolve(entry);
    const name = isThing(thing) ? [thing.name].flat().map(text) : [text(thing)];
    return name.filter((part): part is string => part !== undefined);
  });
}

function organisations(value: unknown, resolve: (value: unknown) => unknown): unknown[] {
  return [value].flat().filter((entry) => {
    const thing = resolve(entry);
    return isThing(thing) && types(thing).some((type) => /Organization|Corporation/.test(type));
  });
}

function caption(value: unknown, resolve: (value: unknown) => unknown): string | undefined {
  const image = resolve([value].flat()[0]);
  return isThing(image) ? text(image.caption) : undefined;
}

/** As sites write it: `false`, `"False"`, `"https://schema.org/False"`. */
function isFalse(value: unknown): boolean {
  return /(?:^|\/)false$/i.test(String(value));
}

function urls(value: unknown, resolve: (value: unknown) => unknown): string[] {
  return [value].flat().flatMap((entry) => {
    const thing = resolve(entry);
    const url = isThing(thing) ? (thing.url ?? thing.contentUrl ?? thing['@id']) : thing;
    return typeof url === 'string' && url !== '' ? [url] : [];
  });
}

function siteName(things: readonly Json[]): string | undefined {
  const site = things.find((thing) => types(thing).includes('WebSite'));
  return text(site?.name);
}

function categories(article: Json | undefined, crumbs: Json | undefined): string[] {
  const sections = [article?.articleSection].flat().map(text);
  const said = sections.filter((section): section is string => section !== undefined);
  if (said.length > 0 || !crumbs) return said;
  const items = [crumbs.itemListElement].flat().filter(isThing);
  const trail = items.map((item) => text(item.name) ?? text(isThing(item.item) ? item.item.name : undefined));
  // The first leads home, the last is the article itself.
  return trail.slice(1, -1).filter((name): name is string => name !== undefined);
}
