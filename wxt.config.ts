import type { Rollup } from 'vite';
import { defineConfig } from 'wxt';

type ManualChunks = Rollup.GetManualChunk;
type ModuleInfoOf = Rollup.GetModuleInfo;

/**
 * The CSP every extension page and the worker run under. `connect-src` is as wide as the web because the worker
 * fetches pictures; pages that show articles narrow it to 'self' again with a meta tag of their own.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "frame-src 'none'",
  "connect-src 'self' https: http: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types reader',
].join('; ');

const EVERY_SITE = ['*://*/*'];

/** Pages on this machine that the granted journeys read; only `--mode e2e` builds hold them at install. */
const LOOPBACK_SITES = ['http://127.0.0.1/*', 'http://localhost/*'];

/**
 * Puts what the popup shares with other pages into one file, and what it shares with the worker, where no document is, into
 * another: the popup opens as fast as its files are read, and the browser takes several ms for each of them.
 */
const sharedWithPopup: ManualChunks = (id, { getModuleInfo }) => {
  const pages = pagesOf(id, getModuleInfo, new Set());
  if (!pages.has('popup') || pages.size === 1) return undefined;
  return pages.has('background') ? 'core' : 'pages';
};

/** The entrypoints that load this module before their first line runs. */
function pagesOf(id: string, getModuleInfo: ModuleInfoOf, seen: Set<string>, pages = new Set<string>()): Set<string> {
  if (seen.has(id)) return pages;
  seen.add(id);
  const page = /\/entrypoints\/([\w-]+)/.exec(id)?.[1];
  if (page) pages.add(page);
  for (const importer of getModuleInfo(id)?.importers ?? []) pagesOf(importer, getModuleInfo, seen, pages);
  return pages;
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  zip: { name: 'offprint' },
  vite: () => ({
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: { target: ['chrome123', 'firefox128'] },
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ name }) => name === 'popup')) return;
      const output = config.build?.rollupOptions?.output;
      if (output && !Array.isArray(output)) output.manualChunks = sharedWithPopup;
    },
  },
  manifest: ({ browser, mode }) => {
    const firefox = browser === 'firefox';
    return {
      name: '__MSG_extensionName__',
      short_name: 'Offprint',
      description: '__MSG_extensionDescription__',
      default_locale: 'en',
      minimum_chrome_version: '123',
      permissions: [
        'activeTab',
        'alarms',
        'contextMenus',
        'declarativeNetRequestWithHostAccess',
        'scripting',
        'storage',
        'unlimitedStorage',
        ...(firefox ? [] : ['declarativeContent', 'offscreen', 'sidePanel']),
      ],
      ...(mode === 'e2e' ? { host_permissions: LOOPBACK_SITES } : {}),
      optional_host_permissions: EVERY_SITE,
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
      action: { default_title: '__MSG_actionTitle__' },
      commands: {
        _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
        'save-article': {
          suggested_key: { default: 'Alt+Shift+S' },
          description: '__MSG_commandSaveArticle__',
        },
      },
      ...(firefox
        ? {
            browser_specific_settings: {
              gecko: {
                id: 'offprint@offprint.example',
                strict_min_version: '128.0',
                data_collection_permissions: { required: ['none'] },
              },
            },
          }
        : {}),
    };
  },
});
