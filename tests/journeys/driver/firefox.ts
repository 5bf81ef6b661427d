import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox, NO_FIREFOX } from '../../tools/find-firefox.mjs';
import { FirefoxView, type RunInChrome } from './firefox-view';
import { Marionette } from './marionette';
import { type RecordingProxy, type SeenRequest, startRecordingProxy } from './recording-proxy';

/** The address part that Firefox would draw by lot; fixed, so that the tests know it and the library survives a restart. */
const UUID = '0ff0ff00-0000-4000-8000-000000000001';

/** How long Firefox may take to write down what it knows and go, in ms. */
const QUIT_TIMEOUT = 30_000;

/** How to start Firefox. */
export interface FirefoxOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  /** `browser_specific_settings.gecko.id` of its manifest. */
  readonly id: string;
}

/** Where the toolbar's own code lies: since 2025 by its place in the source, before that among the modules. */
const CUSTOMIZABLE_UI = [
  'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
  'resource:///modules/CustomizableUI.sys.mjs',
];

/** Real Firefox with the built extension, driven through Marionette; the counterpart of `Chromium`. */
export class Firefox {
  #process!: ChildProcess;
  #remote!: Marionette;

  private constructor(
    private readonly options: FirefoxOptions,
    private readonly profile: string,
    private readonly proxy: RecordingProxy,
  ) {}

  /** Starts a browser on a fresh profile; rejects with a sentence when none is installed. */
  static async start(options: FirefoxOptions): Promise<Firefox> {
    if (!findFirefox()) throw new Error(NO_FIREFOX);
    const profile = await mkdtemp(join(tmpdir(), 'offprint-firefox-'));
    const firefox = new Firefox(options, profile, await startRecordingProxy());
    await firefox.#launch();
    await firefox.#welcomed();
    return firefox;
  }

  /** The welcome page comes to the front whenever it is ready, in front of what a person has opened meanwhile. */
  async #welcomed(): Promise<void> {
    await this.#chrome(
      `
      const until = Date.now() + 15_000;
      const isWelcome = (tab) => tab.linkedBrowser.currentURI.spec === arguments[0];
      while (!gBrowser.tabs.some(isWelcome)) {
        if (Date.now() > until) throw new Error('No welcome page');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }`,
      [this.url('welcome.html')],
    );
  }

  async #launch(): Promise<void> {
    const port = await freePort();
    await writeFile(join(this.profile, 'user.js'), this.#preferences(port));
    this.#process = spawn(
      findFirefox() ?? '',
      ['--marionette', '--headless', '--no-remote', '--profile', this.profile, '--remote-allow-system-access'],
      { stdio: 'ignore' },
    );
    this.#remote = await Marionette.connect(port, 30_000);
    await this.#remote.send('WebDriver:NewSession', {});
    await this.#remote.send('Addon:Install', { path: this.options.extension, temporary: true });
    await this.#remote.send('Marionette:SetContext', { value: 'chrome' });
    await this.#chrome(
      `
      const load = (address) => { try { return ChromeUtils.importESModule(address); } catch { return null; } };
      const { CustomizableUI } = load(arguments[1]) ?? ChromeUtils.importESModule(arguments[2]);
      CustomizableUI.addWidgetToArea(arguments[0], 'nav-bar');`,
      [this.#buttonId, ...CUSTOMIZABLE_UI],
    );
  }

  /** Firefox's interface is code too: this runs some in its window. */
  readonly #chrome: RunInChrome = async <T>(body: string, args: readonly unknown[] = []): Promise<T> => {
    const script = `const done = arguments[arguments.length - 1];
      (async (...arguments_) => { ${body.replaceAll('arguments[', 'arguments_[')} })(...arguments)
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value } = await this.#remote.send<{ value: { value?: T; error?: string } }>(
      'WebDriver:ExecuteAsyncScript',
      {
        script,
        args,
        newSandbox: true,
      },
    );
    if (value.error) throw new Error(`In Firefox's window: ${value.error}`);
    return value.value as T;
  };

  /** Every request since the browser was first started, without what it asks its maker by itself. */
  get requests(): readonly SeenRequest[] {
    return this.proxy.requests.filter(
      ({ url }) => !/^(https?:\/\/)?([a-z0-9-]+\.)*(mozilla|firefox|mozgcp)\.(com|net|org)[:/]/.test(url),
    );
  }

  /** The address of one of the extension's own files. */
  url(path: string): string {
    return `moz-extension://${UUID}/${path}`;
  }

  /** Opens a page in a tab, in front, and waits until it has loaded. */
  async open(url: string): Promise<FirefoxView> {
    await this.#chrome(
      `
      const tab = gBrowser.addTrustedTab(arguments[0]);
      gBrowser.selectedTab = tab;`,
      [url],
    );
    const view = new FirefoxView(this.#chrome, 'gBrowser.selectedBrowser');
    await view.waitFor(`document.readyState === 'complete' && location.href !== 'about:blank'`);
    return view;
  }

  /** Clicks the extension's button in the toolbar; resolves with the popup it opens. */
  async clickToolbar(): Promise<FirefoxView> {
    await this.#chrome(
      `
      const widget = document.getElementById(arguments[0]);
      (widget.querySelector('.unified-extensions-item-action-button') ?? widget).click();`,
      [this.#buttonId],
    );
    return this.#view(`document.querySelector('browser[webextension-view-type="popup"]')`);
  }

  /** The sidebar, once it is open. */
  sidebar(): Promise<FirefoxView> {
    return this.#view(
      `document.getElementById('sidebar')?.contentDocument?.querySelector('browser[webextension-view-type="sidebar"]')`,
    );
  }

  /** Opens the sidebar as its entry in the View menu does. */
  async openSidebar(): Promise<FirefoxView> {
    await this.#chrome(`await SidebarController.show(arguments[0]);`, [`${widgetId(this.options.id)}-sidebar-action`]);
    return this.sidebar();
  }

  async #view(browserElement: string): Promise<FirefoxView> {
    const view = new FirefoxView(this.#chrome, browserElement);
    await view.waitFor(`location.protocol === 'moz-extension:' && document.readyState === 'complete'`);
    return view;
  }

  goOffline(): void {
    this.proxy.setOnline(false);
  }

  goOnline(): void {
    this.proxy.setOnline(true);
  }

  /** Closes the browser and starts it again on the same profile. */
  async restart(): Promise<void> {
    await this.#quit();
    await this.#launch();
  }

  async close(): Promise<void> {
    await this.#quit();
    await this.proxy.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  /** Resolves once the process is gone: a second Firefox may not open a profile that the first still holds. */
  async #quit(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode === null && signalCode === null) {
      const gone = once(this.#process, 'exit');
      const asked = this.#remote.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      const impatience = setTimeout(() => this.#process.kill('SIGKILL'), QUIT_TIMEOUT);
      await Promise.all([gone, Promise.race([asked, gone])]);
      clearTimeout(impatience);
    }
    this.#remote.close();
  }

  get #buttonId(): string {
    return `${widgetId(this.options.id)}-browser-action`;
  }

  #preferences(port: number): string {
    const { port: proxyPort } = new URL(this.proxy.address);
    const wanted = {
      'marionette.port': port,
      'extensions.webextensions.uuids': JSON.stringify({ [this.options.id]: UUID }),
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': Number(proxyPort),
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': Number(proxyPort),
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'app.update.disabledForTesting': true,
      'app.normandy.enabled': false,
      'browser.aboutwelcome.enabled': false,
      'browser.safebrowsing.update.enabled': false,
      'browser.shell.checkDefaultBrowser': false,
      'browser.startup.page': 0,
      'datareporting.policy.dataSubmissionEnabled': false,
      'extensions.update.enabled': false,
      'extensions.getAddons.cache.enabled': false,
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
    };
    return Object.entries(wanted)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join('');
  }
}

/** How Firefox turns an add-on's id into the start of its elements' ids. */
function widgetId(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
