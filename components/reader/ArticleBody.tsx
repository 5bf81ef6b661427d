import { useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { Article, ReadingPosition, SavedContent } from '../../utils/model/saved-article';
import type { ReaderSettings } from '../../utils/model/settings';
import { sanitizeArticle } from '../../utils/sanitize';
import styles from './ArticleBody.module.css';
import { ArticlePictures } from './article-pictures';
import { markFound } from './mark-found';
import type { ReaderLibrary, ReaderModel } from './reader-model';
import { ReadingPlace } from './reading-place';
import { followAnchors, followScrollers, typeset } from './typeset';
import { webUrl } from './web-url';

interface ArticleBodyProps {
  article: Article;
  content: SavedContent;
  /** What is marked in it. */
  search: string | null;
  model: InstanceType<typeof ReaderModel>;
  library: Pick<ReaderLibrary, 'picture'>;
  settings: ReaderSettings;
  language: string | undefined;
  startAt: ReadingPosition | null;
  edges(): { top: number; bottom: number };
  progressed(share: number): void;
}

/** The article's text as it may be shown: sanitised here, at the last moment, and set with its pictures. */
export function ArticleBody(props: ArticleBodyProps) {
  const { article, content, search, model, library, settings, language, startAt, edges, progressed } = props;
  const body = useRef<HTMLDivElement>(null);
  const place = useRef<ReadingPlace | null>(null);
  const pictures = useRef<ArticlePictures | null>(null);
  /** Where the reader was when a newer text of the article took this one's place. */
  const lastPlace = useRef(startAt);
  const sanitized = useMemo(() => sanitizeArticle(content.content), [content.id]);

  useLayoutEffect(() => {
    const root = body.current;
    if (!root) return;
    const ending = new AbortController();
    if (sanitized.ok) {
      const copy = document.importNode(sanitized.value, true);
      typeset(copy, webUrl(article.canonicalUrl) ?? webUrl(article.url));
      root.replaceChildren(copy);
      followScrollers(root, ending.signal);
      followAnchors(root, ending.signal);
    }
    pictures.current = new ArticlePictures(root, library.picture);
    pictures.current.update(model.pictures.value);
    place.current = new ReadingPlace(root, { edges, progressed, moved: model.moveTo }, ending.signal);
    place.current.restore(lastPlace.current);
    return () => {
      lastPlace.current = place.current?.read() ?? lastPlace.current;
      void model.writePosition();
      ending.abort();
      pictures.current?.dispose();
    };
  }, [sanitized]);

  useEffect(() => {
    const ending = new AbortController();
    if (search && body.current) void markFound(body.current, search, ending.signal);
    return () => ending.abort();
  }, [sanitized, search]);

  useLayoutEffect(() => place.current?.hold(), [settings.font, settings.size, settings.width]);

  useSignalEffect(() => pictures.current?.update(model.pictures.value));

  useEffect(() => {
    const leaving = new AbortController();
    const write = () => {
      place.current?.read();
      void model.writePosition();
    };
    const hidden = () => document.visibilityState === 'hidden' && write();
    window.addEventListener('pagehide', write, { signal: leaving.signal });
    document.addEventListener('visibilitychange', hidden, { signal: leaving.signal });
    return () => leaving.abort();
  }, [model]);

  return (
    <>
      {!sanitized.ok && (
        <p class={styles.notice} role="note">
          {t('readerPlain')}
        </p>
      )}
      <div
        ref={body}
        class={`article-text${sanitized.ok ? '' : ' plain-text'}`}
        lang={language}
        dir={article.dir}
        // Plain text is the only child Preact ever draws here; sanitised nodes are inserted by hand.
        {...(sanitized.ok ? {} : { children: content.text })}
      />
    </>
  );
}
