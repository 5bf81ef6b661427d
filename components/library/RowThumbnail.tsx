import { useEffect, useState } from 'preact/hooks';
import type { ListItem } from '../../utils/model/saved-article';
import styles from './RowThumbnail.module.css';
import type { Thumbnails } from './thumbnails';

interface RowThumbnailProps {
  item: ListItem;
  thumbnails: Thumbnails;
  /** The site's name, whose first letter stands in for a picture. */
  site: string;
}

/** The article's kept picture, else a tile with its site's initial in the site's own tint; under it how far it was read. */
export function RowThumbnail({ item, thumbnails, site }: RowThumbnailProps) {
  const { article, position, pictures } = item;
  const [url, setUrl] = useState(() => thumbnails.ready(article.id));
  const [broken, setBroken] = useState(false);
  const progress = Math.min(1, position?.progress ?? 0);

  // An article keeps its picture once there is one; until then each picture that arrives may be it.
  useEffect(() => {
    if (url || pictures.kept === 0) return;
    let gone = false;
    void thumbnails.get(article).then((found) => gone || setUrl(found));
    return () => {
      gone = true;
    };
  }, [article.id, pictures.kept > 0]);

  return (
    <span class={styles.thumbnail}>
      {url && !broken ? (
        <img
          class={styles.picture}
          src={url}
          alt=""
          decoding="async"
          draggable={false}
          onError={() => setBroken(true)}
        />
      ) : (
        <span class={styles.initial} style={{ '--hue': String(hueOf(site)) }} aria-hidden="true">
          {initialOf(site)}
        </span>
      )}
      {progress > 0.005 && (
        <span class={styles.progress} aria-hidden="true">
          <span style={{ inlineSize: `${progress * 100}%` }} />
        </span>
      )}
    </span>
  );
}

function initialOf(site: string): string {
  const [first = '·'] = site.match(/[\p{L}\p{N}]/u) ?? [];
  return first.toLocaleUpperCase();
}

/** A hue in degrees that is always the same for a site. */
function hueOf(site: string): number {
  let sum = 0;
  for (const letter of site) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return sum;
}
