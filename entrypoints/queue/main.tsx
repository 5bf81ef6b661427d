import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from '#imports';
import '../../components/theme/tokens.css';
import '../../components/theme/reset.css';
import { QueueScreen } from '../../components/queue/QueueScreen';
import type { QueuePorts } from '../../components/queue/queue-ports';
import { reportError } from '../../utils/errors';
import { t, uiLanguage } from '../../utils/i18n';
import { openLibrary } from '../../utils/library/library';
import { openQueue } from '../../utils/library/queue/queue';
import { runJobs } from '../../utils/messaging/ask';
import { readSettings, watchSettings } from '../../utils/settings/settings';
import { hasHostAccess, requestHostAccess, watchHostAccess } from '../../utils/surfaces/host-access';
import { openLibraryPage } from '../../utils/surfaces/library-page';
import { NO_LINKS, readAskedTabs } from '../../utils/surfaces/queue-page';
import { readTabs } from '../../utils/surfaces/tabs';

start().catch((error) => reportError('queue page', error));

async function start(): Promise<void> {
  document.documentElement.lang = uiLanguage();
  document.title = `${t('queueTitle')} – Offprint`;
  const lifetime = new AbortController().signal;
  const [settings, granted] = await Promise.all([readSettings(), hasHostAccess()]);
  document.documentElement.dataset.theme = settings.reader.theme;
  watchSettings(({ reader }) => {
    document.documentElement.dataset.theme = reader.theme;
  }, lifetime);

  const access = signal(granted);
  watchHostAccess((now) => (access.value = now), lifetime);
  const isOnline = signal(navigator.onLine);
  for (const event of ['online', 'offline']) {
    addEventListener(event, () => {
      isOnline.value = navigator.onLine;
      runJobs('queue');
    });
  }
  const asked = readAskedTabs(location.search);
  const library = openLibrary();
  const ports: QueuePorts = {
    queue: openQueue(),
    uiLanguage: uiLanguage(),
    work: () => runJobs('queue'),
    readTabs: (scope) => readTabs(scope, asked?.scope === scope ? asked.windowId : undefined),
    askedTabs: asked?.scope ?? null,
    hasNoLinks: new URLSearchParams(location.search).has(NO_LINKS),
    access,
    requestAccess: requestHostAccess,
    isOnline,
    knownTags: async () => (await library.tags()).map(({ tag }) => tag),
    articleUrl: (id) => `${browser.runtime.getURL('/library.html')}#/article/${id}`,
    openLibrary: () => openLibraryPage(null),
  };
  const root = document.getElementById('app');
  if (root) render(<QueueScreen ports={ports} />, root);
}
