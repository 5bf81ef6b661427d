import { browser } from '#imports';
import { mountApp } from '../../components/app/mount';
import { hashRoute } from '../../components/app/route';
import { reportError } from '../../utils/errors';
import { uiLanguage } from '../../utils/i18n';
import { openLibrary } from '../../utils/library/library';
import { checkPage, fetchPage, refreshIcons, runJobs } from '../../utils/messaging/ask';
import { changeSettings, readSettings, watchSettings } from '../../utils/settings/settings';
import { download } from '../../utils/surfaces/download';
import { openAccessPage, openLibraryPage, openSettingsPage, openStoragePage } from '../../utils/surfaces/library-page';
import { watchPanelTarget } from '../../utils/surfaces/panel';
import { openQueuePage } from '../../utils/surfaces/queue-page';
import { readRoom } from '../../utils/surfaces/room';

start().catch((error) => reportError('side panel', error));

async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const lifetime = new AbortController().signal;
  const route = hashRoute(window, lifetime);
  const [settings, { id: windowId }] = await Promise.all([readSettings(), browser.windows.getCurrent()]);
  mountApp(root, {
    layout: 'panel',
    uiLanguage: uiLanguage(),
    library: openLibrary(),
    route,
    settings,
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
    openInTab: openLibraryPage,
  });
  if (windowId !== undefined) watchPanelTarget(windowId, (id) => (id ? route.open(id) : route.back()), lifetime);
}
