import { Image } from 'lucide';
import { t, tCount, uiLanguage } from '../../utils/i18n';
import { Icon } from '../ui/Icon';
import styles from './PagePreview.module.css';
import type { Preview } from './popup-states';
import { dayOf } from './when';

interface PagePreviewProps {
  preview: Preview;
  /** A `data:` or `blob:` address; null shows a stand-in where the page has a lead picture. */
  picture: string | null;
  /** The page is being read: what is shown is only what the tab says. */
  looking: boolean;
}

/** The sheet that would be kept, or is: source, title, byline, length and lead picture. */
export function PagePreview({ preview, picture, looking }: PagePreviewProps) {
  const { title, siteName, authors, publishedTime, lang, dir } = preview;
  const source = [siteName ?? hostOf(preview.url), publishedTime ? dayOf(publishedTime) : ''].filter(Boolean);
  const length = [
    preview.readingMinutes ? tCount('popupMinutes', preview.readingMinutes) : '',
    preview.pictures ? tCount('popupPictures', preview.pictures) : '',
  ].filter(Boolean);
  const names = new Intl.ListFormat(uiLanguage(), { type: 'conjunction' }).format(authors);

  return (
    <article class={styles.sheet} aria-busy={looking}>
      <div class={styles.words}>
        {source.length > 0 && (
          <p class={styles.source}>
            <bdi>{source[0]}</bdi>
            {source[1] && <span>{source[1]}</span>}
          </p>
        )}
        <h1 class={styles.title} lang={lang ?? undefined} dir={dir} title={title}>
          {title}
        </h1>
        {authors.length > 0 && (
          <p class={styles.byline}>
            <bdi>{t('popupBy', names)}</bdi>
          </p>
        )}
        {length.length > 0 && <p class={styles.length}>{length.join(' · ')}</p>}
        {looking && <p class={styles.reading}>{t('popupReading')}</p>}
      </div>
      {picture ? (
        <img class={styles.picture} src={picture} alt="" />
      ) : (
        preview.leadImage && (
          <span class={styles.noPicture}>
            <Icon icon={Image} size={22} />
          </span>
        )
      )}
    </article>
  );
}

/** The site of a web page; empty for the browser's own. */
function hostOf(url: string): string {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
  return /^https?:$/.test(protocol) ? hostname.replace(/^www\./, '') : '';
}
