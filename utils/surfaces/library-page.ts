import { browser } from 'wxt/browser';
import type { ArticleId } from '../model/article';

/** Opens the full library page in a tab, at an article when one is given. */
export function openLibraryPage(articleId: ArticleId | null): void {
  const hash = articleId === null ? '' : `#/article/${articleId}`;
  void browser.tabs.create({ url: `${browser.runtime.getURL('/library.html')}${hash}` });
}

/** Opens the page that explains host access and asks for it. */
export function openAccessPage(): void {
  void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

/** Opens the settings. */
export function openSettingsPage(): void {
  void browser.tabs.create({ url: browser.runtime.getURL('/options.html') });
}

/** Opens the page about what takes up room, with the restore points. */
export function openStoragePage(): void {
  void browser.tabs.create({ url: browser.runtime.getURL('/storage.html') });
}
