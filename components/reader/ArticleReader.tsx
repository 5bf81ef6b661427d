import { useModel } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import type { SavedContent } from '../../utils/model/saved-article';
import type { ReaderSettings } from '../../utils/model/settings';
import type { AskWeb } from '../check/check-article';
import { Button } from '../ui/Button';
import { ArticleVersions } from '../versions/ArticleVersions';
import { VersionNote } from '../versions/VersionNote';
import { VersionsModel } from '../versions/versions-model';
import { ArticleBody } from './ArticleBody';
import { ArticleFooter } from './ArticleFooter';
import { ArticleHeader } from './ArticleHeader';
import styles from './ArticleReader.module.css';
import './article.css';
import { typesetLanguage } from './article-language';
import { NextPages } from './NextPages';
import { PicturesNote } from './PicturesNote';
import type { FetchPage } from './pages-model';
import { ReaderToolbar } from './ReaderToolbar';
import { handleReaderKey } from './reader-keys';
import { type ReaderLibrary, ReaderModel } from './reader-model';
import { scrollerOf } from './reading-place';
import { webUrl } from './web-url';

export interface ArticleReaderProps {
  library: ReaderLibrary;
  articleId: ArticleId;
  /** What it was found by, to be marked in its text. */
  search?: string | null;
  settings: ReaderSettings;
  /** In the language of Offprint's own screens, for dates and numbers: BCP 47. */
  uiLanguage: string;
  onSettings(patch: Partial<ReaderSettings>): void;
  /** To the list; without it the reader stands alone. */
  onBack?(): void;
  openInTab?(): void;
  onFavourite(id: ArticleId, favourite: boolean): void;
  onArchive(id: ArticleId, archived: boolean): void;
  /** Into the trash, or back out of it. The caller offers the undo. */
  onDelete(id: ArticleId, deleted: boolean): void;
  onTags?(id: ArticleId): void;
  onRetryPictures(id: ArticleId): void;
  /** Leads to where the host permission is asked for; offered when pictures are missing for want of it. */
  onAllowPictures?(): void;
  /** Fetches a page and extracts its article; without it none is added to one that goes on. */
  fetchPage?: FetchPage;
  /** Asks what a page's address answers now; without it no article is checked for changes. */
  checkPage?: AskWeb['checkPage'];
}

/** One saved article, laid out to be read. Shows the library as it is, changes made elsewhere included; requests nothing. */
export function ArticleReader(props: ArticleReaderProps) {
  return <OpenArticle key={props.articleId} {...props} />;
}

function OpenArticle(props: ArticleReaderProps) {
  const { library, articleId, settings, uiLanguage } = props;
  const model = useModel(() => new ReaderModel(library, articleId));
  const versions = useModel(() => new VersionsModel(library, articleId, askOf(props)));
  const reader = useRef<HTMLElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const original = useRef<HTMLAnchorElement>(null);
  const progress = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const closing = new AbortController();
    model.follow(closing.signal);
    void model.load();
    return () => closing.abort();
  }, [model]);

  const edges = useCallback(
    () => ({ top: toolbar.current?.getBoundingClientRect().bottom ?? 0, bottom: window.innerHeight }),
    [],
  );
  const progressed = useCallback(
    (share: number) => progress.current?.style.setProperty('--read', share.toFixed(4)),
    [],
  );

  const article = model.article.value;
  const content = model.content.value;
  const state = model.state.value;
  const favourite = state?.favourite.value ?? false;
  const archived = state?.archived.value ?? false;
  const deleted = state?.deleted.value ?? false;
  const actions = article && {
    favourite: () => props.onFavourite(articleId, !favourite),
    archive: () => props.onArchive(articleId, !archived),
    remove: () => props.onDelete(articleId, !deleted),
    original: () => original.current?.click(),
  };

  const keyActions = useRef({});
  keyActions.current = { back: props.onBack, ...actions };
  useEffect(() => {
    const closing = new AbortController();
    const scroll = (lines: number) => {
      if (reader.current) scrollerOf(reader.current).scrollBy({ top: lines * 1.6 * settings.size });
    };
    const press = (event: KeyboardEvent) =>
      reader.current && handleReaderKey(event, reader.current, { ...keyActions.current, scroll });
    document.addEventListener('keydown', press, { signal: closing.signal });
    return () => closing.abort();
  }, [settings.size]);

  /** Offprint's own words inside an article of another language or direction. */
  const inUiLanguage = { lang: uiLanguage, dir: document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr' } as const;
  const language = article ? typesetLanguage(article, content?.text ?? article.title) : undefined;
  return (
    <main
      ref={reader}
      class={`${styles.reader} offprint-article`}
      data-theme={settings.theme}
      data-font={settings.font}
      data-width={settings.width}
      style={{ '--size': `${settings.size}px` }}
      aria-busy={model.screen.value === 'loading'}
    >
      <div class={styles.bar}>
        <ReaderToolbar
          toolbarRef={toolbar}
          ready={article !== null}
          favourite={favourite}
          archived={archived}
          deleted={deleted}
          settings={settings}
          originalUrl={article && (webUrl(article.canonicalUrl) ?? webUrl(article.url))}
          originalRef={original}
          onSettings={props.onSettings}
          onBack={props.onBack}
          onFavourite={() => actions?.favourite()}
          onArchive={() => actions?.archive()}
          onDelete={() => actions?.remove()}
          openInTab={props.openInTab}
        />
        <div class={styles.progress} ref={progress} aria-hidden="true" />
      </div>
      {model.screen.value === 'loading' && <Skeleton />}
      {model.screen.value === 'gone' && (
        <div class={styles.state} role="alert">
          <h1>{t('readerGone')}</h1>
          <p>{t('readerGoneHint')}</p>
          {props.onBack && <Button onClick={props.onBack}>{t('readerBack')}</Button>}
        </div>
      )}
      {model.screen.value === 'unavailable' && (
        <div class={styles.state} role="alert">
          <p>{t('readerUnavailable')}</p>
          <Button onClick={() => void model.load()}>{t('readerTryAgain')}</Button>
        </div>
      )}
      {article && (
        <article class={`${styles.page} typeset`} lang={language} dir={article.dir}>
          {deleted && (
            <div class={`${styles.banner} ${styles.ui}`} {...inUiLanguage} role="status">
              <span>{t('readerInTrash')}</span>
              <Button onClick={() => actions?.remove()}>{t('readerRestore')}</Button>
            </div>
          )}
          <div {...inUiLanguage}>
            <VersionNote
              model={versions}
              article={article}
              page={state?.page?.value ?? null}
              library={library}
              uiLanguage={uiLanguage}
            />
          </div>
          <ArticleHeader
            article={article}
            content={content}
            pictures={model.pictures.value}
            library={library}
            language={language}
            uiLanguage={uiLanguage}
          />
          <div {...inUiLanguage}>
            <PicturesNote
              counts={model.counts.value}
              needsPermission={model.needsPermission.value}
              onRetry={() => props.onRetryPictures(articleId)}
              onAllow={props.onAllowPictures}
            />
          </div>
          {content === null || isEmpty(content) ? (
            <div class={styles.state} {...inUiLanguage}>
              {article.excerpt && <blockquote dir="auto">{article.excerpt}</blockquote>}
              <p>{t('readerNoText')}</p>
              <p>{t('readerNoTextHint')}</p>
            </div>
          ) : (
            <ArticleBody
              article={article}
              content={content}
              search={props.search ?? null}
              model={model}
              library={library}
              settings={settings}
              language={language}
              startAt={state?.position.value ?? null}
              edges={edges}
              progressed={progressed}
            />
          )}
          <div {...inUiLanguage}>
            {props.fetchPage && content && (
              <NextPages
                article={article}
                content={content}
                library={library}
                fetchPage={props.fetchPage}
                onAllow={props.onAllowPictures}
              />
            )}
            <ArticleVersions
              model={versions}
              article={article}
              page={state?.page?.value ?? null}
              library={library}
              uiLanguage={uiLanguage}
              canCheck={askOf(props) !== null}
              onAllow={props.onAllowPictures}
            />
            <ArticleFooter
              savedAt={article.savedAt}
              url={article.canonicalUrl || article.url}
              receipt={content?.receipt ?? []}
              tags={Object.entries(state?.tags ?? {}).flatMap(([tag, { value }]) => (value ? [tag] : []))}
              uiLanguage={uiLanguage}
              onTags={props.onTags && (() => props.onTags?.(articleId))}
              onToggleBlock={model.toggleBlock}
              onToggleChange={model.toggleChange}
            />
          </div>
        </article>
      )}
    </main>
  );
}

function askOf({ checkPage, fetchPage }: ArticleReaderProps): AskWeb | null {
  return checkPage && fetchPage ? { checkPage, fetchPage } : null;
}

/** Whether there is nothing to lay out: a kept link. A page of pictures alone has no text either, but is not empty. */
function isEmpty(content: SavedContent): boolean {
  return content.text.trim() === '' && content.images.length === 0;
}

/** Lines where the article will be, once opening takes long enough to be noticed (150 ms, by the style's delay). */
function Skeleton() {
  return (
    <div class={styles.skeleton} role="status">
      <span class="visually-hidden">{t('readerLoading')}</span>
      {[40, 92, 64, 100, 96, 98, 90, 70].map((width, at) => (
        <span key={at} aria-hidden="true" style={{ inlineSize: `${width}%` }} />
      ))}
    </div>
  );
}
