import { selectAny, words } from '../dom';
import type { Facts } from './facts';

const ARTICLE =
  '[itemtype*="Article" i], [itemtype*="BlogPosting" i], [typeof~="Article" i], [typeof~="NewsArticle" i], [typeof*="schema:Article" i], .hentry, .h-entry';

/** Whatever says what it is: quicker to find than what says that it is an article. */
const TYPED = ['[itemtype]', '[typeof]', '.hentry', '.h-entry'];

const NAME = '[itemprop~="name"], [property~="name"], [property~="schema:name"]';

/** What the page's microdata, RDFa and microformats say of the article, read from the elements that carry them. */
export function readMicrodata(document: Document): Facts {
  const article = selectAny(document, TYPED).find((element) => element.matches(ARTICLE)) ?? null;
  const scope: ParentNode = article ?? document;
  const properties = new Map<string, Element[]>();
  for (const element of scope.querySelectorAll('[itemprop], [property]:not(meta)')) {
    const names = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`;
    for (const name of names.split(/\s+/)) {
      const plain = name.replace(/^schema:/, '');
      if (plain) properties.set(plain, [...(properties.get(plain) ?? []), element]);
    }
  }
  const all = (name: string) =>
    (properties.get(name) ?? []).map(read).filter((found): found is string => found !== undefined);
  const microformat = (selector: string) => read(article?.querySelector(selector));
  return {
    title: all('headline')[0] ?? microformat('.entry-title, .p-name'),
    authors: authors(properties.get('author') ?? []),
    siteName: all('publisher')[0],
    published:
      all('datePublished')[0] ?? all('dateCreated')[0] ?? microformat('time.published, .dt-published, abbr.published'),
    modified: all('dateModified')[0] ?? microformat('time.updated, .dt-updated'),
    categories: all('articleSection'),
    image: all('image')[0],
    thumbnail: all('thumbnailUrl')[0],
    isPaywalled: /(?:^|\/)false$/i.test(all('isAccessibleForFree')[0] ?? ''),
    isLiveBlog: article?.matches('[itemtype*="LiveBlogPosting" i]'),
    isArticle: article !== null && !article.matches('.hentry, .h-entry'),
  };
}

function authors(elements: readonly Element[]): string[] {
  const found = elements
    .filter((element) => !element.closest('[itemtype*="Comment" i], [itemtype*="Rating" i]'))
    .map((element) => read(element.querySelector(NAME) ?? element))
    .filter((name): name is string => name !== undefined && name.length < 120);
  return [...new Set(found)];
}

/** A property's value: its attribute where the element has one for it, its words otherwise. */
function read(element: Element | null | undefined): string | undefined {
  if (!element) return undefined;
  for (const name of ['content', 'datetime']) {
    const given = words(element.getAttribute(name));
    if (given) return given;
  }
  if (element.localName === 'img' || element.localName === 'link') {
    return element.getAttribute('src') ?? element.getAttribute('href') ?? undefined;
  }
  if (element.localName === 'abbr' && element.hasAttribute('title')) return words(element.getAttribute('title'));
  const nested = element.querySelector('meta[itemprop="url"], meta[itemprop="name"], img');
  const text = words(element.textContent);
  return text || (nested ? read(nested) : undefined);
}
