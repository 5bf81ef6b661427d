import { signal } from '@preact/signals';
import { render } from 'preact';
import '../theme/tokens.css';
import '../theme/reset.css';
import type { ArticleId } from '../../utils/model/article';
import type { Library } from '../../utils/model/library';
import type { ReaderSettings, Settings } from '../../utils/model/settings';
import { App, type AppPorts } from './App';
import type { Route } from './route';
import { type ExportFile, exportFile, importFiles } from './transfer';

/** What a library page is made of: handed over by the entrypoint, which alone knows the browser. */
export interface AppSurroundings {
  readonly layout: 'panel' | 'page';
  readonly uiLanguage: string;
  readonly library: Library;
  readonly route: Route;
  readonly settings: Settings;
  changeSettings(patch: { readonly reader: Partial<ReaderSettings> }): Promise<void>;
  /** Hears of settings changed in any context. */
  watchSettings(listener: (settings: Settings) => void): void;
  /** Has the worker work on what the library has queued. */
  runJobs(reason: 'retry' | 'import'): void;
  /** Has the worker bring the toolbar icon up to date for these articles' pages. */
  refreshIcons(ids: readonly ArticleId[]): void;
  /** Has the worker fetch a page and extract its article. */
  fetchPage: AppPorts['fetchPage'];
  /** Has the worker ask what a page's address answers now. */
  checkPage: AppPorts['checkPage'];
  download(file: ExportFile): void;
  openSettings(): void;
  openQueue?(): void;
  openStorage(): void;
  readRoom: AppPorts['readRoom'];
  openAccess(): void;
  openInTab?(id: ArticleId | null): void;
}

/** Draws the library into the page and keeps its look what the settings say. */
export function mountApp(root: HTMLElement, surroundings: AppSurroundings): void {
  const { route, settings, uiLanguage } = surroundings;
  const current = signal(settings);
  const dress = ({ reader }: Settings) => {
    document.documentElement.dataset.theme = reader.theme;
  };
  dress(settings);
  surroundings.watchSettings((changed) => {
    current.value = changed;
    dress(changed);
  });
  document.documentElement.lang = uiLanguage;

  const ports = portsOf(surroundings);
  function Page() {
    return <App ports={ports} route={route} reader={current.value.reader} />;
  }
  render(<Page />, root);
}

function portsOf(surroundings: AppSurroundings): AppPorts {
  const { layout, uiLanguage, openSettings, openQueue, openStorage, readRoom, openAccess, openInTab } = surroundings;
  const library = withWorker(surroundings);
  return {
    library,
    layout,
    uiLanguage,
    openSettings,
    openQueue,
    openStorage,
    readRoom,
    openAccess,
    openInTab,
    fetchPage: surroundings.fetchPage,
    checkPage: surroundings.checkPage,
    async importFiles(files, onProgress) {
      await importFiles(library, files, onProgress);
      surroundings.runJobs('import');
    },
    async exportArticles(ids) {
      const file = await exportFile(library, ids);
      if (file) surroundings.download(file);
    },
    changeReader: (patch) => void surroundings.changeSettings({ reader: patch }),
    retryPictures: (id) => void library.retryPictures(id).then(() => surroundings.runJobs('retry')),
  };
}

/**
 * The library, telling the worker of articles that leave or come back, and of texts that may show other pictures: it may be asleep and
 * hears of no change by itself.
 */
function withWorker({ library, refreshIcons, runJobs }: AppSurroundings): Library {
  const thenRun =
    <Of extends readonly unknown[], Done>(change: (...of: Of) => Promise<Done>) =>
    async (...of: Of): Promise<Done> => {
      const done = await change(...of);
      runJobs('retry');
      return done;
    };
  return {
    ...library,
    async setDeleted(ids, deleted, point) {
      const done = await library.setDeleted(ids, deleted, point);
      refreshIcons(ids);
      return done;
    },
    async changeArticles(steps, options) {
      const done = await library.changeArticles(steps, options);
      const moved = steps.filter(({ change }) => change.deleted !== undefined);
      if (moved.length > 0) refreshIcons(moved.flatMap(({ ids }) => ids));
      return done;
    },
    async purge(ids, point) {
      const done = await library.purge(ids, point);
      refreshIcons(ids);
      return done;
    },
    async restoreTo(id, progressing) {
      const done = await library.restoreTo(id, progressing);
      if (done.ok) refreshIcons(done.value.articles);
      runJobs('retry');
      return done;
    },
    revise: thenRun(library.revise),
    showVersion: thenRun(library.showVersion),
    putBack: thenRun(library.putBack),
    async save(request) {
      const done = await library.save(request);
      // An import saves thousands and tells of them at its end.
      if (request.into) runJobs('retry');
      return done;
    },
  };
}
