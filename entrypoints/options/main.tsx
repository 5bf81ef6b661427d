import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from '#imports';
import '../../components/theme/tokens.css';
import '../../components/theme/reset.css';
import { exportFile } from '../../components/app/transfer';
import type { StorageFacts } from '../../components/settings/LibrarySection';
import type { TriedRecipe } from '../../components/settings/RecipeForm';
import { SettingsScreen } from '../../components/settings/SettingsScreen';
import type { HostAccess } from '../../components/welcome/WelcomeScreen';
import { captureTab } from '../../utils/capture/capture-tab';
import { reportError } from '../../utils/errors';
import { mayBeFor } from '../../utils/extraction/recipes/match';
import { t, uiLanguage } from '../../utils/i18n';
import { requestPersistence } from '../../utils/library/db';
import { openLibrary } from '../../utils/library/library';
import type { Library } from '../../utils/model/library';
import type { Recipe } from '../../utils/model/recipe';
import { fail, type Result } from '../../utils/model/result';
import { dropRecipe, keepRecipe, readRecipes, watchRecipes } from '../../utils/settings/recipes';
import { changeSettings, readSettings, watchSettings } from '../../utils/settings/settings';
import { download } from '../../utils/surfaces/download';
import { dropHostAccess, hasHostAccess, requestHostAccess, watchHostAccess } from '../../utils/surfaces/host-access';
import { openLibraryPage, openStoragePage } from '../../utils/surfaces/library-page';
import { readShortcuts } from '../../utils/surfaces/shortcuts';

/** Where the browser lets shortcuts be changed. */
const SHORTCUTS_PAGE = import.meta.env.FIREFOX ? 'about:addons' : 'chrome://extensions/shortcuts';

start().catch((error) => reportError('settings page', error));

async function start(): Promise<void> {
  document.documentElement.lang = uiLanguage();
  const lifetime = new AbortController().signal;
  const library = openLibrary();
  const [stored, granted, shortcuts, kept] = await Promise.all([
    readSettings(),
    hasHostAccess(),
    readShortcuts(t('commandOpenPopup')),
    readRecipes(),
  ]);
  const settings = signal(stored);
  const access = signal<HostAccess>(granted ? 'granted' : stored.hostAccessDeclined ? 'declined' : 'undecided');
  const storage = signal<StorageFacts | null>(null);
  const count = () => void readStorage(library).then((facts) => (storage.value = facts));

  const recipes = signal(kept);

  watchRecipes((changed) => (recipes.value = changed), lifetime);
  watchSettings((changed) => (settings.value = changed), lifetime);
  watchHostAccess((now) => (access.value = now ? 'granted' : 'undecided'), lifetime);
  library.subscribe(count, lifetime);
  count();

  function Options() {
    return (
      <SettingsScreen
        settings={settings.value}
        onChange={changeSettings}
        access={access.value}
        onAllow={requestHostAccess}
        onRevoke={dropHostAccess}
        shortcuts={shortcuts}
        shortcutsAddress={SHORTCUTS_PAGE}
        openShortcuts={import.meta.env.FIREFOX ? undefined : () => void browser.tabs.create({ url: SHORTCUTS_PAGE })}
        storage={storage.value}
        onPersist={async () => {
          const persistent = await requestPersistence();
          count();
          return persistent;
        }}
        rules={library}
        recipes={{ recipes: recipes.value, onKeep: keepRecipe, onDrop: dropRecipe, onTry: tryRecipe }}
        onImport={() => openLibraryPage(null)}
        onExport={() => void exportEverything(library)}
        onStorage={openStoragePage}
        version={browser.runtime.getManifest().version}
      />
    );
  }
  const root = document.getElementById('app');
  if (root) render(<Options />, root);
}

/** Reads the page looked at last that the recipe is for and that Offprint was invoked on: of others the browser tells nothing. */
async function tryRecipe(recipe: Recipe): Promise<Result<TriedRecipe, 'no-page' | 'nothing-found'>> {
  const tabs = await browser.tabs.query({});
  const [tab] = tabs
    .filter(({ url }) => url !== undefined && mayBeFor(recipe, url))
    .sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0));
  if (tab?.id === undefined) return fail('no-page');
  const request = { scope: 'article', recipes: [recipe], recipesOnly: true } as const;
  const captured = await captureTab({ id: tab.id, url: tab.url }, request);
  return captured.ok ? captured : fail('nothing-found');
}

async function readStorage(library: Library): Promise<StorageFacts> {
  const [persistent, estimate, counts] = await Promise.all([
    navigator.storage.persisted(),
    navigator.storage.estimate(),
    library.counts(),
  ]);
  return { persistent, usedBytes: estimate.usage ?? 0, articles: counts.all };
}

async function exportEverything(library: Library): Promise<void> {
  const file = await exportFile(library, await library.list({ shelf: 'all', sort: 'newest' }));
  if (file) download(file);
}
