import { words } from '../dom';
import { decodeEntities } from './entities';
import type { Facts } from './facts';

/** Names each fact goes by in `<meta>`, best first: Open Graph, Twitter, Dublin Core, Parse.ly, Sailthru and those of large sites. */
const NAMES = {
  title: [
    'og:title',
    'twitter:title',
    'dc.title',
    'dcterms.title',
    'parsely-title',
    'sailthru.title',
    'headline',
    'title',
  ],
  author: [
    'author',
    'article:author',
    'og:article:author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'byl',
    'authors',
    'citation_author',
    'article:author_name',
    'mediaid',
    'twitter:data1',
  ],
  siteName: [
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'twitter:app:name:iphone',
    'dc.publisher',
  ],
  published: [
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'datepublished',
    'date',
    'pubdate',
    'publishdate',
    'publish_date',
    'publish-date',
    'publication_date',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date.issued',
    'dcterms.created',
    'dcterms.date',
    'dc.date',
    'dc.date.created',
    'cxenseparse:recs:publishtime',
    'article_date_original',
    'og:release_date',
    'release_date',
    'weibo:article:create_at',
    'weibo:webpage:create_at',
    'citation_publication_date',
    'article.published',
    'article:published',
    'rnews:datepublished',
    'bytedance:published_time',
    'last-modified-date',
  ],
  modified: [
    'article:modified_time',
    'og:updated_time',
    'datemodified',
    'lastmod',
    'last-modified',
    'dcterms.modified',
    'dc.date.modified',
    'bytedance:updated_time',
    'weibo:article:update_at',
    'revised',
  ],
  lang: ['og:locale', 'content-language', 'dc.language', 'language', 'inlanguage'],
  excerpt: [
    'og:description',
    'description',
    'twitter:description',
    'dc.description',
    'dcterms.abstract',
    'weibo:article:description',
  ],
  category: [
    'article:section',
    'og:article:section',
    'parsely-section',
    'section',
    'category',
    'news_category',
    'cxenseparse:recs:category',
  ],
  imageCaption: ['og:image:caption', 'image_caption'],
  image: [
    'og:image:secure_url',
    'og:image',
    'og:image:url',
    'twitter:image',
    'twitter:image:src',
    'parsely-image-url',
    'sailthru.image.full',
    'weibo:article:image',
    'image',
    'thumbnail',
  ],
} as const;

/** What the page's `<meta>` tags and `<link>`s say of the article. */
export function readMetaTags(document: Document): Facts {
  const values = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = words(decodeEntities(meta.getAttribute('content') ?? ''));
    if (content === '') continue;
    const keys = ['property', 'name', 'itemprop', 'http-equiv'].map((key) => meta.getAttribute(key) ?? '').join(' ');
    for (const key of keys.toLowerCase().split(/\s+/)) if (key) values.set(key, [...(values.get(key) ?? []), content]);
  }
  const all = (fact: keyof typeof NAMES): string[] => NAMES[fact].flatMap((name) => values.get(name) ?? []);
  const first = (fact: keyof typeof NAMES): string | undefined => all(fact)[0];
  const authorKey = NAMES.author.find((name) =>
    (values.get(name) ?? []).some((value) => !/^https?:|^www\.|\//.test(value)),
  );
  const sectionKey = NAMES.category.find((name) => values.has(name));
  const links = [...document.querySelectorAll('link[rel~="canonical" i][href]')].map(
    (link) => link.getAttribute('href') ?? '',
  );
  return {
    title: first('title'),
    authors: authorKey && !(authorKey === 'twitter:data1' && isNoName(values)) ? values.get(authorKey) : undefined,
    siteName: first('siteName'),
    published: first('published') ?? publishedBySystem(values),
    modified: first('modified'),
    lang: first('lang'),
    excerpt: first('excerpt'),
    categories: sectionKey ? values.get(sectionKey) : undefined,
    image: first('image'),
    imageCaption: first('imageCaption'),
    // What Facebook asks of publishers: https://developers.facebook.com/docs/instant-articles/subscriptions/content-tiering
    isPaywalled: values.get('article:content_tier')?.[0]?.toLowerCase() === 'locked',
    urls: [...links, ...(values.get('og:url') ?? [])],
    isArticle:
      (values.get('og:type') ?? []).some((type) => /article|news|blog/i.test(type)) ||
      values.has('article:published_time'),
  };
}

/** `twitter:data1` is what `twitter:label1` says it is. */
function isNoName(values: ReadonlyMap<string, readonly string[]>): boolean {
  return !/written by|author|by|verfasst|écrit|escrito/i.test(values.get('twitter:label1')?.[0] ?? '');
}

/** Publishing systems put their own letters before the usual words: `w-published-date`, `sj.publish_time`. */
function publishedBySystem(values: ReadonlyMap<string, readonly string[]>): string | undefined {
  const key = [...values.keys()].find((name) => /publi(?:sh(?:ed)?|cation)[-_.:]?(?:at|on|date|time)$/.test(name));
  return key && values.get(key)?.[0];
}
