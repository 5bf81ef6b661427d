import { reportError } from '../../utils/errors';
import type { ArticleId } from '../../utils/model/article';
import type { Library } from '../../utils/model/library';
import type { Article } from '../../utils/model/saved-article';

/** Pictures kept ready; a few screens full, so that scrolling back shows them at once. */
const MOST_READY = 120;

/** `blob:` addresses of articles' small pictures, made for rows in sight and revoked when long out of it. */
export interface Thumbnails {
  /** Null when the library holds no picture of the article. */
  get(article: Pick<Article, 'id' | 'thumbnail' | 'leadImage'>): Promise<string | null>;
  /** The address if it is ready. */
  ready(id: ArticleId): string | null;
  dispose(): void;
}

/** Thumbnails out of `library`. A picture of the network is never used, so that looking at the list tells no site. */
export function libraryThumbnails(library: Pick<Library, 'pictures' | 'picture'>): Thumbnails {
  const urls = new Map<ArticleId, string>();
  let disposed = false;

  async function read(article: Pick<Article, 'id' | 'thumbnail' | 'leadImage'>): Promise<Blob | null> {
    const pictures = await library.pictures(article.id);
    const kept = pictures.filter(({ status }) => status === 'kept');
    const shows = (url: string | null) =>
      url === null ? undefined : kept.find((picture) => picture.url === url || picture.sources.includes(url));
    const chosen = shows(article.thumbnail) ?? shows(article.leadImage) ?? kept[0];
    if (!chosen?.hash) return null;
    return (await library.picture(chosen.hash))?.blob ?? null;
  }

  return {
    async get(article) {
      const known = urls.get(article.id);
      if (known) {
        urls.delete(article.id);
        urls.set(article.id, known);
        return known;
      }
      const blob = await read(article).catch((error: unknown) => {
        reportError('library thumbnail', error);
        return null;
      });
      if (!blob || disposed) return null;
      const meanwhile = urls.get(article.id);
      if (meanwhile) return meanwhile;
      const url = URL.createObjectURL(blob);
      urls.set(article.id, url);
      for (const [id, oldest] of urls) {
        if (urls.size <= MOST_READY) break;
        urls.delete(id);
        URL.revokeObjectURL(oldest);
      }
      return url;
    },
    ready: (id) => urls.get(id) ?? null,
    dispose() {
      disposed = true;
      for (const url of urls.values()) URL.revokeObjectURL(url);
      urls.clear();
    },
  };
}
