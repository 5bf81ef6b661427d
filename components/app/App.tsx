import { useModel, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { reportError } from '../../utils/errors';
import { t } from '../../utils/i18n';
import type { ArticleId } from '../../utils/model/article';
import type { Library } from '../../utils/model/library';
import type { Room } from '../../utils/model/room';
import type { ReaderSettings } from '../../utils/model/settings';
import type { AskWeb } from '../check/check-article';
import { ImportReport } from '../library/ImportReport';
import type { ImportProgress, ImportUndo } from '../library/import-report-model';
import { LibraryScreen } from '../library/LibraryScreen';
import { LibraryActions } from '../library/library-actions';
import type { TagCount } from '../library/library-model';
import { TagEditor } from '../library/TagEditor';
import { ArticleReader } from '../reader/ArticleReader';
import type { FetchPage } from '../reader/pages-model';
import { RoomWarning } from '../storage/RoomWarning';
import { Toasts } from '../ui/Toasts';
import { ToastsModel } from '../ui/toasts-model';
import styles from './App.module.css';
import type { Route } from './route';

/** What the library's two surfaces, the side panel and the full page, ask of the world. */
export interface AppPorts {
  readonly library: Library;
  readonly uiLanguage: string;
  readonly layout: 'panel' | 'page';
  /** Reads files and adds their articles, telling how far it is. */
  importFiles(files: readonly File[], onProgress: (progress: ImportProgress) => void): Promise<void>;
  /** Hands the articles to the reader as files. */
  exportArticles(ids: readonly ArticleId[]): Promise<void>;
  changeReader(patch: Partial<ReaderSettings>): void;
  /** Makes missing pictures pending again and has the worker fetch them. */
  retryPictures(id: ArticleId): void;
  /** Fetches a page and extracts its article, which is not kept. */
  fetchPage: FetchPage;
  /** Asks what a page's address answers now. */
  checkPage: AskWeb['checkPage'];
  openSettings(): void;
  /** The page where many pages are saved. */
  openQueue?(): void;
  /** The page about what takes up room, with the restore points. */
  openStorage(): void;
  /** How much room the browser gives. */
  readRoom(): Promise<Room>;
  /** The page that explains host access and asks for it. */
  openAccess(): void;
  /** Opens the library in a tab, at an article when one is given; absent where this is that tab. */
  openInTab?(id: ArticleId | null): void;
}

interface AppProps {
  ports: AppPorts;
  route: Route;
  reader: ReaderSettings;
}

/** The library: the list and, over it or beside it where there is room, the article being read. */
export function App({ ports, route, reader }: AppProps) {
  const { library, layout, openInTab } = ports;
  const toasts = useModel(ToastsModel);
  const actions = useModel(() => new LibraryActions(library, toasts));
  const imported = useSignal<ImportProgress | null>(null);
  const undone = useSignal<ImportUndo | null>(null);
  const known = useSignal<readonly TagCount[]>([]);
  const pane = useRef<HTMLDivElement>(null);
  const reading = route.articleId.value;
  /** The article opened from a search, and what was searched for. */
  const opened = useSignal<{ readonly id: ArticleId; readonly search: string } | null>(null);

  // The list keeps its place below; what is read gets the keyboard.
  useEffect(() => {
    if (reading) pane.current?.focus({ preventScroll: true });
  }, [reading]);

  const undoImport = async (id: string) => {
    undone.value = { done: 0, total: 1 };
    const onProgress = (done: number, total: number) => {
      undone.value = { done, total };
    };
    const back = await library.restoreTo(id, { onProgress }).catch((error: unknown) => {
      reportError('undoing an import', error);
      return { ok: false };
    });
    undone.value = back.ok ? 'undone' : 'failed';
  };
  const importFiles = (files: File[]) =>
    void ports.importFiles(files, (progress) => {
      if (progress.done === 0) undone.value = null;
      imported.value = progress;
    });
  const editTags = async (id: ArticleId) => {
    known.value = await library.tags();
    await actions.beginTagging([id]);
  };

  return (
    <div class={[styles.app, styles[layout], reading ? styles.reading : ''].join(' ')}>
      <div class={styles.list} inert={layout === 'panel' && reading !== null}>
        <LibraryScreen
          library={library}
          uiLanguage={ports.uiLanguage}
          selectedId={reading}
          layout={layout}
          onOpen={(id, search) => {
            opened.value = search ? { id, search } : null;
            route.open(id);
          }}
          onImport={importFiles}
          onExport={(ids) => void ports.exportArticles(ids)}
          openQueue={ports.openQueue}
          openSettings={ports.openSettings}
          ask={ports}
          onAllow={ports.openAccess}
          openStorage={ports.openStorage}
          openInTab={openInTab && (() => openInTab(null))}
        />
        <RoomWarning readRoom={ports.readRoom} library={library} openStorage={ports.openStorage} />
        {imported.value && (
          <ImportReport
            progress={imported.value}
            onOpen={route.open}
            undo={undone.value}
            onUndo={() => void undoImport(imported.peek()?.pointId ?? '')}
            onDismiss={() => {
              imported.value = null;
            }}
          />
        )}
      </div>
      <div class={styles.article} ref={pane} tabIndex={-1}>
        {reading && (
          <ArticleReader
            library={library}
            articleId={reading}
            search={opened.value?.id === reading ? opened.value.search : null}
            settings={reader}
            uiLanguage={ports.uiLanguage}
            onSettings={ports.changeReader}
            onBack={route.back}
            openInTab={openInTab && (() => openInTab(reading))}
            onFavourite={(id) => void actions.toggleFavourite([id])}
            onArchive={(id) => void actions.toggleArchived([id])}
            onDelete={(id, deleted) => {
              void (deleted ? actions.trash([id]) : actions.restore([id]));
              if (deleted) route.back();
            }}
            onTags={(id) => void editTags(id)}
            onRetryPictures={ports.retryPictures}
            onAllowPictures={ports.openAccess}
            fetchPage={ports.fetchPage}
            checkPage={ports.checkPage}
          />
        )}
        {!reading && layout === 'page' && <p class={styles.nothing}>{t('appNothingOpen')}</p>}
      </div>
      {actions.tagging.value && (
        <TagEditor tagging={actions.tagging.value} actions={actions} known={known.value} anchor={pane} />
      )}
      <div class={styles.toasts}>
        <Toasts model={toasts} />
      </div>
    </div>
  );
}
