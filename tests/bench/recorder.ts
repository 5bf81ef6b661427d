import type { Browser, CDPSession, Page, Protocol } from 'puppeteer-core';
import { NAME_HELPER } from '../journeys/driver/chromium';

/** What a watched page writes down: names and the wall clock in ms since 1970, with fractions. */
export type Moments = Readonly<Record<string, number>>;

/**
 * Something to look for in a page: it has happened once an element matches and, where given, its text matches too.
 * Both are looked at after every change of the page, so a moment is exact to that change.
 */
export interface Watched {
  readonly selector: string;
  /** Source of a regular expression. */
  readonly text?: string;
}

/**
 * Puts a recorder into every page of the extension at the paths given, from before its first line, for as long as the browser
 * runs. It writes down `start`, `paint` (the browser's own first contentful paint), `press` (a trusted click) and each watched moment.
 */
export async function recordPages(
  browser: Browser,
  watched: Readonly<Record<string, Readonly<Record<string, Watched>>>>,
): Promise<void> {
  const session = await browser.target().createCDPSession();
  const paths = Object.keys(watched);
  const source = Object.entries(watched)
    .map(([path, moments]) => `if (location.pathname === '/${path}') { ${sourceOf(moments)} }`)
    .join('\n');
  session.on('Target.attachedToTarget', (event) => void prepare(session, event, paths, source));
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
}

/** The same recorder in a tab that is about to be sent to a page. */
export async function recordTab(tab: Page, watched: Readonly<Record<string, Watched>>): Promise<void> {
  await tab.evaluateOnNewDocument(sourceOf(watched));
}

function sourceOf(watched: Readonly<Record<string, Watched>>): string {
  return `${NAME_HELPER}; (${recorder})(${JSON.stringify(watched)})`;
}

async function prepare(
  session: CDPSession,
  { sessionId, targetInfo }: Protocol.Target.AttachedToTargetEvent,
  paths: readonly string[],
  source: string,
): Promise<void> {
  const target = session.connection()?.session(sessionId);
  if (!target) return;
  // A popup or panel that is just being made has neither an address nor a page's type yet.
  const made = paths.some((path) => targetInfo.url.includes(path));
  const maybe = made || (targetInfo.type === 'other' && targetInfo.url === '');
  try {
    if (maybe) {
      await target.send('Page.enable');
      await target.send('Page.addScriptToEvaluateOnNewDocument', { source });
    }
    await target.send('Runtime.runIfWaitingForDebugger');
    if (!maybe) await target.detach();
  } catch {
    // The target is gone already.
  }
}

/** Runs in the page, alone: must not refer to anything outside itself. */
function recorder(watched: Record<string, { selector: string; text?: string }>): void {
  const moments: Record<string, number> = { start: performance.timeOrigin };
  Object.assign(globalThis, { moments });
  const note = (name: string, time = performance.now()) => {
    moments[name] ??= performance.timeOrigin + time;
  };
  const look = () => {
    for (const [name, { selector, text }] of Object.entries(watched)) {
      if (name in moments) continue;
      const pattern = text === undefined ? null : new RegExp(text);
      const elements = [...document.querySelectorAll(selector)];
      if (elements.some((element) => !pattern || pattern.test(element.textContent ?? ''))) note(name);
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') note('paint', startTime);
  }).observe({ type: 'paint', buffered: true });
  addEventListener('click', (event) => event.isTrusted && note('press', event.timeStamp), { capture: true });
}
