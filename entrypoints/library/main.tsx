import { mountApp } from '../../components/app/mount';
import { hashRoute } from '../../components/app/route';
import { reportError } from '../../utils/errors';
import { uiLanguage } from '../../utils/i18n';
import { openLibrary } from '../../utils/library/library';
import { checkPage, fetchPage, refreshIcons, runJobs } from '../../utils/messaging/ask';
import { changeSettings, readSettings, watchSettings } from '../../utils/settings/settings';
import { download } from '../../utils/surfaces/download';
import { openAccessPage, openSettingsPage, openStoragePage } from '../../utils/surfaces/library-page';
import { openQueuePage } from '../../utils/surfaces/queue-page';
import { readRoom } from '../../utils/surfaces/room';

start().catch((error) => reportError('library page', error));

async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const lifetime = new AbortController().signal;
  mountApp(root, {
    layout: 'page',
    uiLanguage: uiLanguage(),
    library: openLibrary(),
    route: hashRoute(window, lifetime),
    settings: await readSettings(),
    changeSettings,
    watchSettings: (listener) => watchSettings(listener, lifetime),
    runJobs,
    refreshIcons,
    fetchPage,
    checkPage,
    download,
    openSettings: openSettingsPage,
    openQueue: () => void openQueuePage(),
    openStorage: openStoragePage,
    readRoom,
    openAccess: openAccessPage,
  });
}
