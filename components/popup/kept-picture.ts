import type { Article } from '../../utils/model/saved-article';
import type { PopupLibrary } from './popup-ports';

/**
 * A `blob:` address of the picture that stands for a saved article: its lead picture, else its thumbnail, else the
 * first one kept. Null while none is in the library. The caller revokes it.
 */
export async function keptPicture(
  library: Pick<PopupLibrary, 'pictures' | 'picture'>,
  article: Pick<Article, 'id' | 'leadImage' | 'thumbnail'>,
): Promise<string | null> {
  const kept = (await library.pictures(article.id)).filter((picture) => picture.status === 'kept');
  const shows = (url: string | null) =>
    url === null ? undefined : kept.find((picture) => picture.url === url || picture.sources.includes(url));
  const chosen = shows(article.leadImage) ?? shows(article.thumbnail) ?? kept[0];
  if (!chosen?.hash) return null;

  const stored = await library.picture(chosen.hash);
  return stored ? URL.createObjectURL(stored.blob) : null;
}
