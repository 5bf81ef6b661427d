/// <reference types="chrome" />
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Extension, launch, type Page, type Target, type WebWorker } from 'puppeteer-core';
import { findChromium } from '../../tools/find-chromium.mjs';
import { type RecordingProxy, type SeenRequest, startRecordingProxy } from './recording-proxy';

/** How to start Chromium. */
export interface ChromiumOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  /** Language of the browser's own interface, as in `zh-CN`. */
  readonly lang?: string;
  readonly headless?: boolean;
  /** Let the browser use the network as it finds it, unrecorded; offline works by `restart` only. */
  readonly direct?: boolean;
  /** A profile folder to use and leave standing; without one a fresh profile is made and removed on `close`. */
  readonly profile?: string;
}

/** A window of 1280 × 860 leaves a page beside the side panel at a size people really use. */
const WINDOW = { width: 1280, height: 860 };

const FLAGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider',
  '--enable-unsafe-extension-debugging',
  `--window-size=${WINDOW.width},${WINDOW.height}`,
];

const ITS_MAKER = /^(https?:\/\/)?([a-z0-9-]+\.)*(google|googleapis|gstatic|gvt1)\.com[:/]/;

/** How long a page may take to load what it shows, in ms. */
const LOADING = 10_000;

/** Where nothing listens: a browser sent here has no network. */
const NOWHERE = 'http://127.0.0.1:9';

/** Functions that go into a page may have been compiled by a tool that marks each inner function's name with this helper. */
export const NAME_HELPER = 'globalThis.__name ??= (value) => value';

/**
 * Real Chromium with the built extension and the person at its toolbar. The profile survives `restart`, as it does on a
 * person's machine. Everything the browser asks of the network passes through a proxy that writes it down.
 */
export class Chromium {
  #browser!: Browser;
  #extension!: Extension;
  #online = true;

  private constructor(
    private readonly options: ChromiumOptions,
    private readonly profile: string,
    private readonly proxy: RecordingProxy | null,
  ) {}

  /** Starts a browser; rejects with a sentence when none is installed. */
  static async start(options: ChromiumOptions): Promise<Chromium> {
    const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'offprint-profile-')));
    await pinButton(profile, options.extension);
    const chromium = new Chromium(options, profile, options.direct ? null : await startRecordingProxy());
    await chromium.#launch();
    return chromium;
  }

  async #launch(): Promise<void> {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('No Chromium found: run `node tests/tools/setup.mjs`.');
    const { extension, lang, headless = true } = this.options;
    const proxy = this.proxy?.address ?? (this.#online ? null : NOWHERE);
    this.#browser = await launch({
      executablePath,
      headless,
      pipe: true,
      enableExtensions: [extension],
      userDataDir: this.profile,
      // Without this a person at the window would be told that a test program is at the wheel.
      ignoreDefaultArgs: headless ? [] : ['--enable-automation'],
      defaultViewport: null,
      env: lang ? { ...process.env, ...localeOf(lang) } : process.env,
      args: [
        ...FLAGS,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...(lang ? [`--lang=${lang}`] : []),
        ...(proxy ? [`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
      ],
    });
    this.#extension = await this.#loaded();
  }

  /** The browser knows its extensions only once the worker of one has been started. */
  async #loaded(): Promise<Extension> {
    await this.#browser.waitForTarget((target) => target.type() === 'service_worker', { timeout: 15_000 });
    const [found] = (await this.#browser.extensions()).values();
    if (!found) throw new Error(`Chromium did not load the extension in ${this.options.extension}`);
    return found;
  }

  /** Every request made since the browser was first started, without what it asks its maker by itself (updates, time, account). */
  get requests(): readonly SeenRequest[] {
    return (this.proxy?.requests ?? []).filter(({ url }) => !ITS_MAKER.test(url));
  }

  get browser(): Browser {
    return this.#browser;
  }

  get extensionId(): string {
    return this.#extension.id;
  }

  /** The address of one of the extension's own files. */
  url(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  /** Opens a tab, in front, and waits until its page has loaded; of a page whose servers never answer, at least its document. */
  async open(url: string): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    const loaded = page.waitForFunction(() => document.readyState === 'complete', { timeout: LOADING });
    await loaded.catch(() => undefined);
    return this.#ready(page);
  }

  /** Clicks the extension's button in the toolbar of `page`'s tab, for real; resolves with the popup it opens. */
  async clickToolbar(page: Page): Promise<Page> {
    await page.bringToFront();
    await this.#extension.triggerAction(page);
    return this.pageAt('popup.html');
  }

  /** The side panel, once it is open. */
  sidePanel(): Promise<Page> {
    return this.pageAt('sidepanel.html');
  }

  /** The page of the extension at this path, once there is one; rejects after `timeout` ms. */
  async pageAt(path: string, timeout = 10_000): Promise<Page> {
    const target = await this.#browser.waitForTarget((candidate) => this.#isAt(candidate, path), { timeout });
    return this.#ready(await target.asPage());
  }

  /** A page that functions of tests can run in, also after it was loaded anew. */
  async #ready(page: Page): Promise<Page> {
    await page.evaluateOnNewDocument(NAME_HELPER);
    // A page that goes elsewhere at this moment has it from the line above.
    await page.evaluate(NAME_HELPER).catch((error: unknown) => {
      if (!/context was destroyed/i.test(String(error))) throw error;
    });
    return page;
  }

  /** True while a page of the extension at this path is open. */
  has(path: string): boolean {
    return this.#browser.targets().some((target) => this.#isAt(target, path));
  }

  /** Waits until no page of the extension at this path is left, as a popup that has closed. */
  async gone(path: string, timeout = 10_000): Promise<void> {
    const until = Date.now() + timeout;
    while (this.has(path)) {
      if (Date.now() > until) throw new Error(`${path} is still open after ${timeout} ms`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** The extension's service worker, woken if it sleeps. */
  async worker(): Promise<WebWorker> {
    const running = this.#workerTarget();
    if (!running) await this.wakeWorker();
    const target = running ?? (await this.#browser.waitForTarget((candidate) => this.#isWorker(candidate)));
    const worker = await target.worker();
    if (!worker) throw new Error('The service worker went away while it was asked for');
    return worker;
  }

  get workerRuns(): boolean {
    return this.#workerTarget() !== undefined;
  }

  /** Stops the service worker at once, as the browser does to one it wants gone: nothing in it gets to finish. */
  async killWorker(): Promise<void> {
    const target = this.#workerTarget();
    if (!target) return;
    const worker = await target.worker();
    await worker?.close();
    const until = Date.now() + 5_000;
    while (this.#workerTarget() === target) {
      if (Date.now() > until) throw new Error('The service worker could not be stopped');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Wakes the worker as an event would, through a message from a page of the extension that nobody answers. */
  async wakeWorker(): Promise<void> {
    const page = await this.#browser.newPage();
    await page.goto(this.url('manifest.json'));
    await page.evaluate(() => void chrome.runtime.sendMessage({ type: 'wake' }).catch(() => undefined));
    await this.#browser.waitForTarget((candidate) => this.#isWorker(candidate), { timeout: 10_000 });
    await page.close();
  }

  /** Cuts the network: what is under way breaks off and nothing more gets through until `goOnline`. */
  goOffline(): void {
    this.#online = false;
    this.proxy?.setOnline(false);
  }

  goOnline(): void {
    this.#online = true;
    this.proxy?.setOnline(true);
  }

  /** Closes the browser and starts it again on the same profile, with the network as it was left. */
  async restart(): Promise<void> {
    await this.#browser.close();
    await this.#launch();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.proxy?.close();
    if (!this.options.profile) await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #isAt(target: Target, path: string): boolean {
    return target.url().startsWith(this.url(path));
  }

  #isWorker(target: Target): boolean {
    return target.type() === 'service_worker' && target.url().startsWith(this.url(''));
  }

  #workerTarget(): Target | undefined {
    return this.#browser.targets().find((target) => this.#isWorker(target));
  }
}

/** Puts the extension's button into the toolbar of a new profile, where a person would pin it. */
async function pinButton(profile: string, extension: string): Promise<void> {
  const folder = join(profile, 'Default');
  await mkdir(folder, { recursive: true });
  const preferences = { extensions: { pinned_extensions: [idOf(extension)] } };
  await writeFile(join(folder, 'Preferences'), JSON.stringify(preferences), { flag: 'wx' }).catch(() => undefined);
}

/** An unpacked extension's id: the first 32 hex digits of its folder's SHA-256, spelt with the letters a to p. */
function idOf(folder: string): string {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digits].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

/**
 * Linux takes the interface's language from the environment, and looks at LANGUAGE only where a locale is set. English is
 * what it speaks without one; C.UTF-8 is always installed, and only an installed locale can write file names of other scripts.
 */
function localeOf(lang: string): Record<string, string> {
  const language = lang.replace('-', '_');
  const locale = lang.startsWith('en') ? 'C.UTF-8' : `${language}.UTF-8`;
  return { LANGUAGE: language, LANG: locale, LC_ALL: locale };
}
