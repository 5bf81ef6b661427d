import { words } from '../dom';
import type { Facts } from './facts';

const ARTICLE =
  '[itemtype*="Article" i], [itemtype*="BlogPosting" i], [typeof~="Article" i], [typeof~="NewsArticle" i], [typeof*="schema:Article" i], .hentry, .h-entry';

/** What the page's microdata, RDFa and microformats say of the article, read from the elements that carry them. */
export function readMicrodata(document: Document): Facts {
  const article = document.querySelector(ARTICLE);
  const scope: ParentNode = article ?? document;
  return {
    title: value(scope, 'headline') ?? read(article?.querySelector('.entry-title, .p-name')),
    authors: authors(scope),
    siteName: value(scope, 'publisher'),
    published:
      value(scope, 'datePublished') ??
      value(scope, 'dateCreated') ??
      read(article?.querySelector('time.published, .dt-published, abbr.published')),
    modified: value(scope, 'dateModified') ?? read(article?.querySelector('time.updated, .dt-updated')),
    categories: all(scope, 'articleSection'),
    image: value(scope, 'image'),
    thumbnail: value(scope, 'thumbnailUrl'),
    isArticle: article !== null && !article.matches('.hentry, .h-entry'),
  };
}

const property = (name: string) => `[itemprop~="${name}"], [property~="${name}"], [property~="schema:${name}"]`;

function value(scope: ParentNode, name: string): string | undefined {
  for (const element of scope.querySelectorAll(property(name))) {
    const found = read(element);
    if (found) return found;
  }
  return undefined;
}

function all(scope: ParentNode, name: string): string[] {
  return [...scope.querySelectorAll(property(name))].map(read).filter((found): found is string => found !== undefined);
}

function authors(scope: ParentNode): string[] {
  const found = [...scope.querySelectorAll(property('author'))]
    .filter((element) => !element.closest('[itemtype*="Comment" i], [itemtype*="Rating" i]'))
    .map((element) => read(element.querySelector(property('name')) ?? element))
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
