import { useEffect, useState } from 'preact/hooks';
import { t, tCount } from '../../utils/i18n';
import { wallTime } from '../../utils/model/moment';
import type { ArticlePicture } from '../../utils/model/picture';
import type { Article, SavedContent } from '../../utils/model/saved-article';
import styles from './ArticleHeader.module.css';
import type { ReaderLibrary } from './reader-model';
import { webUrl } from './web-url';

interface ArticleHeaderProps {
  article: Article;
  content: SavedContent | null;
  pictures: readonly ArticlePicture[];
  library: Pick<ReaderLibrary, 'picture'>;
  language: string | undefined;
  uiLanguage: string;
}

/** What the article is: site, title, who wrote it and when, how long it takes, and its lead picture unless the text shows it. */
export function ArticleHeader({ article, content, pictures, library, language, uiLanguage }: ArticleHeaderProps) {
  const site = article.siteName ?? hostOf(article.url);
  const lead = leadPicture(article, content, pictures);
  /** Offprint's own words beside the article's. */
  const ui = { lang: uiLanguage, dir: 'auto' } as const;
  return (
    <header class={styles.header}>
      {site && (
        <p class={styles.site} dir="auto">
          {site}
        </p>
      )}
      <h1 class={styles.title} lang={language} dir={article.dir}>
        {article.title}
      </h1>
      <p class={styles.facts}>
        {article.authors.length > 0 && (
          <span class={styles.byline} lang={language} dir="auto">
            {new Intl.ListFormat(uiLanguage, { type: 'conjunction' }).format(article.authors)}
          </span>
        )}
        <PublishedTime {...ui} iso={article.publishedTime} raw={article.publishedTimeRaw} uiLanguage={uiLanguage} />
        {article.kind !== 'link' && <span {...ui}>{tCount('readerMinutes', article.readingMinutes)}</span>}
      </p>
      <Notes {...ui} article={article} />
      {lead?.hash && (
        <figure class={styles.lead}>
          <LeadPicture key={lead.hash} picture={lead} hash={lead.hash} library={library} />
          {article.leadImageCaption && (
            <figcaption class={styles.caption} lang={language} dir="auto">
              {article.leadImageCaption}
            </figcaption>
          )}
        </figure>
      )}
    </header>
  );
}

/** What a reader should know of the copy: that its page went on, or did not show all. */
function Notes({ article, ...ui }: { article: Article; lang: string; dir: 'auto' }) {
  const notes = [article.isLiveBlog && t('readerLive'), article.isPaywalled && t('readerPaywalled')].filter(Boolean);
  return notes.length === 0 ? null : (
    <p class={styles.notes} {...ui}>
      {notes.join(' ')}
    </p>
  );
}

interface PublishedTimeProps {
  iso: string | null;
  raw: string | null;
  uiLanguage: string;
  lang: string;
  dir: 'auto';
}

/** The day that the page names, in the UI's words; the exact moment where the reader is, and what the page said, on hover. */
function PublishedTime({ iso, raw, uiLanguage, lang, dir }: PublishedTimeProps) {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  if (iso === null || Number.isNaN(time)) return null;
  const exact = new Intl.DateTimeFormat(uiLanguage, { dateStyle: 'full', timeStyle: 'long' }).format(time);
  return (
    <time dateTime={iso} lang={lang} dir={dir} title={raw && raw !== iso ? `${exact}\n${raw}` : exact}>
      {new Intl.DateTimeFormat(uiLanguage, { dateStyle: 'long', timeZone: 'UTC' }).format(wallTime(iso))}
    </time>
  );
}

function LeadPicture({
  picture,
  hash,
  library,
}: {
  picture: ArticlePicture;
  hash: string;
  library: Pick<ReaderLibrary, 'picture'>;
}) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let over = false;
    void library.picture(hash).then((stored) => {
      if (!stored || over) return;
      made = URL.createObjectURL(stored.blob);
      setAddress(made);
    });
    return () => {
      over = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [hash]);
  const known = picture.width && picture.height ? { aspectRatio: `${picture.width} / ${picture.height}` } : {};
  return (
    <div class={styles.picture} style={known}>
      {address && <img src={address} alt={picture.alt} />}
    </div>
  );
}

/** The lead picture's row when it is kept and the text does not show the same picture, whatever its size or thumbnail. */
function leadPicture(
  article: Article,
  content: SavedContent | null,
  pictures: readonly ArticlePicture[],
): ArticlePicture | undefined {
  const { leadImage } = article;
  if (leadImage === null) return undefined;
  const name = fileName(leadImage);
  const inText = content?.images.some(
    (image) =>
      (image.url === leadImage || image.sources.includes(leadImage) || (name !== '' && fileName(image.url) === name)) &&
      stands(image.url, content.content),
  );
  if (inText) return undefined;
  return pictures.find(
    ({ url, sources, status }) => status === 'kept' && (url === leadImage || sources.includes(leadImage)),
  );
}

/** Whether the markup shows the url; a capture may list a lead picture that its text does not show. */
function stands(url: string, html: string): boolean {
  return html.includes(url) || html.includes(url.replaceAll('&', '&amp;'));
}

/** Sites serve one picture from many folders; a name this long is the picture's own. */
function fileName(url: string): string {
  const name = /([^/?#]*)(?:[?#]|$)/.exec(url)?.[1] ?? '';
  return name.length >= 12 ? name : '';
}

function hostOf(url: string): string {
  const web = webUrl(url);
  return web ? new URL(web).hostname.replace(/^www\./, '') : '';
}
