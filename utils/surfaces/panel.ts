import { browser } from 'wxt/browser';
import type { ArticleId } from '../model/article';

/** `sidePanel` is Chromium's, `sidebarAction` Firefox's; only one of them exists. */
interface PanelApis {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

const targetKey = (windowId: number) => `panel-article:${windowId}`;

/**
 * Opens the side panel of a window, at an article when one is given. Must be called straight from a click: browsers
 * refuse it once anything was awaited, so the panel opens first and learns its article through session storage.
 */
export function openPanel(windowId: number, articleId: ArticleId | null): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as PanelApis;
  const opened = sidePanel ? sidePanel.open({ windowId }) : (sidebarAction?.open() ?? Promise.resolve());
  const told = browser.storage.session.set({ [targetKey(windowId)]: { articleId, time: Date.now() } });
  return Promise.all([opened, told]).then(() => undefined);
}

/** Calls `listener` with the article the panel of this window was last asked to show, now and whenever it is asked again. */
export function watchPanelTarget(
  windowId: number,
  listener: (articleId: ArticleId | null) => void,
  signal: AbortSignal,
): void {
  const key = targetKey(windowId);
  const tell = (stored: unknown) => {
    const articleId = (stored as { articleId?: unknown } | undefined)?.articleId;
    if (typeof articleId === 'string' || articleId === null) listener(articleId);
  };
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[key]?.newValue) tell(changes[key].newValue);
  };
  browser.storage.session.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(onChanged));
  void browser.storage.session.get(key).then((stored) => tell(stored[key]));
}
