import { render } from 'preact';
import { browser } from '#imports';
import '../../components/theme/tokens.css';
import '../../components/theme/reset.css';
import { PopupScreen } from '../../components/popup/PopupScreen';
import type { PopupPorts } from '../../components/popup/popup-ports';
import { captureTab } from '../../utils/capture/capture-tab';
import { startPicking } from '../../utils/capture/pick-tab';
import { pictureOnScreen } from '../../utils/capture/picture-on-screen';
import { reportError } from '../../utils/errors';
import { linkArticle } from '../../utils/extraction/link-article';
import { uiLanguage } from '../../utils/i18n';
import type { Shelves } from '../../utils/library/shelves';
import { refreshIcons, runJobs } from '../../utils/messaging/ask';
import { commands } from '../../utils/messaging/protocol';
import { fail } from '../../utils/model/result';
import { readRecipes } from '../../utils/settings/recipes';
import { readSettings } from '../../utils/settings/settings';
import { hasHostAccess } from '../../utils/surfaces/host-access';
import { openPanel } from '../../utils/surfaces/panel';
import { readRoom } from '../../utils/surfaces/room';

start().catch((error) => reportError('popup', error));

async function start(): Promise<void> {
  document.documentElement.lang = uiLanguage();
  const [[tab], settings, granted, recipes] = await Promise.all([
    browser.tabs.query({ active: true, currentWindow: true }),
    readSettings(),
    hasHostAccess(),
    readRecipes(),
  ]);
  if (tab?.id === undefined) return;
  const { id: tabId, windowId, url = '', title = '' } = tab;
  const library = shelves();

  const save: PopupPorts['save'] = async (article, mode, tags) => {
    try {
      return await commands.sendMessage('saveArticle', { article, mode, tags: [...tags], tabId });
    } catch (error) {
      reportError('asking for a save', error);
      return fail('library-unavailable');
    }
  };

  const ports: PopupPorts = {
    tab: { id: tabId, url, title },
    settings,
    library: {
      ...library,
      async setDeleted(ids, deleted) {
        const done = await library.setDeleted(ids, deleted);
        refreshIcons(ids);
        return done;
      },
    },
    capture: (scope) => captureTab({ id: tabId, url }, { scope, recipes: recipes.map(({ recipe }) => recipe) }),
    save,
    addTo: addPage,
    saveLink: (address, name) => save(linkArticle(address, name), 'add', []),
    read(articleId) {
      openPanel(windowId, articleId).then(
        () => window.close(),
        (error) => reportError('opening the side panel', error),
      );
    },
    async pick() {
      await startPicking(tabId);
      window.close();
    },
    openLibrary: () => openPage('/library.html'),
    openQueue: () => openPage('/queue.html'),
    openAccess: granted || settings.hostAccessDeclined ? undefined : () => openPage('/welcome.html'),
    openSettings: () => openPage('/options.html'),
    openStorage: () => openPage('/storage.html'),
    readRoom,
    close: () => window.close(),
    previewPicture: (picture) => pictureOnScreen({ id: tabId, windowId }, picture),
  };
  const root = document.getElementById('app');
  if (root) render(<PopupScreen ports={ports} />, root);
}

/** Joins a page to a saved article here, where there is a document, and has the worker keep the pictures that come with it. */
const addPage: PopupPorts['addTo'] = async (article, page) => {
  try {
    const [{ openLibrary }, { addPageTo }] = await Promise.all([
      import('../../utils/library/library'),
      import('../../components/reader/add-page'),
    ]);
    const problem = await addPageTo(openLibrary(), article, page);
    if (!problem) runJobs('retry');
    return !problem;
  } catch (error) {
    reportError('adding a page', error);
    return false;
  }
};

function openPage(path: '/library.html' | '/queue.html' | '/options.html' | '/storage.html' | '/welcome.html'): void {
  void browser.tabs.create({ url: browser.runtime.getURL(path) });
  window.close();
}

/** The library, its code fetched once the popup shows the page and asks for it: the first paint needs none of it. */
function shelves(): Shelves {
  let opening: Promise<Shelves> | undefined;
  const opened = () => {
    opening ??= import('../../utils/library/shelves').then(({ openShelves }) => openShelves());
    return opening;
  };
  return {
    findSaved: async (urls) => (await opened()).findSaved(urls),
    list: async (query) => (await opened()).list(query),
    items: async (ids) => (await opened()).items(ids),
    article: async (id) => (await opened()).article(id),
    content: async (id) => (await opened()).content(id),
    tags: async () => (await opened()).tags(),
    setDeleted: async (ids, deleted) => (await opened()).setDeleted(ids, deleted),
    changeTags: async (ids, change) => (await opened()).changeTags(ids, change),
    pictures: async (id) => (await opened()).pictures(id),
    picture: async (hash) => (await opened()).picture(hash),
    subscribe: (listener, signal) => void opened().then((library) => library.subscribe(listener, signal)),
  };
}
