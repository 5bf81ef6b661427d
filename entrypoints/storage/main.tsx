import { render } from 'preact';
import '../../components/theme/tokens.css';
import '../../components/theme/reset.css';
import { StorageScreen } from '../../components/storage/StorageScreen';
import { reportError } from '../../utils/errors';
import { t, uiLanguage } from '../../utils/i18n';
import { requestPersistence } from '../../utils/library/db';
import { openUpkeep } from '../../utils/library/health/upkeep';
import { openLibrary } from '../../utils/library/library';
import { refreshIcons, runJobs } from '../../utils/messaging/ask';
import type { Library } from '../../utils/model/library';
import { shrinkPicture } from '../../utils/pictures/shrink-picture';
import { readSettings, watchSettings } from '../../utils/settings/settings';
import { openAccessPage, openLibraryPage } from '../../utils/surfaces/library-page';
import { readRoom } from '../../utils/surfaces/room';

start().catch((error) => reportError('storage page', error));

async function start(): Promise<void> {
  document.documentElement.lang = uiLanguage();
  document.title = `${t('storageTitle')} – Offprint`;
  const root = document.getElementById('app');
  if (!root) return;
  const dress = (theme: string) => {
    document.documentElement.dataset.theme = theme;
  };
  dress((await readSettings()).reader.theme);
  watchSettings(({ reader }) => dress(reader.theme), new AbortController().signal);
  const ports = {
    uiLanguage: uiLanguage(),
    library: tellingTheWorker(openLibrary()),
    upkeep: openUpkeep(),
    shrink: shrinkPicture,
    readRoom,
    persist: requestPersistence,
    runJobs: () => runJobs('retry'),
    openArticle: openLibraryPage,
    openLibrary: () => openLibraryPage(null),
    openAccess: openAccessPage,
  };
  render(<StorageScreen ports={ports} />, root);
}

/** The library, telling the worker, which may be asleep, of articles that come and go and of pictures that are wanted. */
function tellingTheWorker(library: Library): Library {
  return {
    ...library,
    async restoreTo(id, progressing) {
      const done = await library.restoreTo(id, progressing);
      if (done.ok) refreshIcons(done.value.articles);
      runJobs('retry');
      return done;
    },
  };
}
