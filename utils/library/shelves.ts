import type { Library } from '../model/library';
import { findSaved, readArticle, readContent } from './articles';
import { listArticles, listItems, listTags } from './list';
import { type LibraryOptions, libraryContext } from './open';
import { readPicture, readPictures } from './pictures';
import { changeTags, setDeleted } from './states';

/** What can be seen and changed of the library without saving into it or purging from it. */
export type Shelves = Pick<
  Library,
  | 'findSaved'
  | 'list'
  | 'items'
  | 'article'
  | 'content'
  | 'tags'
  | 'setDeleted'
  | 'changeTags'
  | 'pictures'
  | 'picture'
  | 'subscribe'
>;

/** The same library as `openLibrary`, less what writes articles: a popup that must open at once carries none of that code. */
export function openShelves(options: LibraryOptions = {}): Shelves {
  const context = libraryContext(options);
  return {
    findSaved: (urls) => findSaved(context, urls),
    list: (query) => listArticles(context, query),
    items: (ids) => listItems(context, ids),
    article: (id) => readArticle(context, id),
    content: (id) => readContent(context, id),
    tags: () => listTags(context),
    setDeleted: (ids, deleted, point) => setDeleted(context, ids, deleted, point),
    changeTags: (ids, change, point) => changeTags(context, ids, change, point),
    pictures: (id) => readPictures(context, id),
    picture: (hash) => readPicture(context, hash),
    subscribe: (listener, signal) => context.changes.subscribe(listener, signal),
  };
}
