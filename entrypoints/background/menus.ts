import { browser } from '#imports';
import { t } from '../../utils/i18n';
import type { LinkProblem } from '../../utils/messaging/protocol';
import type { Library } from '../../utils/model/library';
import { hasAccessTo } from '../../utils/surfaces/host-access';
import { QUEUE_ENTRIES } from './queue/menus';
import { captureAndSave } from './save';
import { saveLink } from './save-link';
import { openPopup, showOutcome } from './shortcut';

/** The entries of the context menu: what they are offered on and what they are called. */
const ENTRIES = [
  { id: 'save-page', contexts: ['page'], title: 'menuSavePage' },
  { id: 'save-selection', contexts: ['selection'], title: 'menuSaveSelection' },
  { id: 'save-link', contexts: ['link'], title: 'menuSaveLink' },
  ...QUEUE_ENTRIES,
] as const;

/** Offers saving the page, the selection or a link from the context menu. */
export function offerMenus(library: Library): void {
  browser.runtime.onInstalled.addListener(() => void createEntries());
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    const source = { id: tab.id, url: tab.url };
    if (info.menuItemId === 'save-page') {
      void showOutcome(source.id, captureAndSave(library, source, 'article'));
    } else if (info.menuItemId === 'save-selection') {
      void showOutcome(source.id, captureAndSave(library, source, 'selection'));
    } else if (info.menuItemId === 'save-link' && info.linkUrl) {
      void saveLinkOrAsk(library, source.id, info.linkUrl);
    }
  });
}

async function createEntries(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, contexts, title } of ENTRIES) {
    browser.contextMenus.create({ id, contexts: [...contexts], title: t(title) });
  }
}

/** Fetching a page that is not open needs host access; without it a full page explains and asks, and can keep the address alone. */
async function saveLinkOrAsk(library: Library, tabId: number, url: string): Promise<void> {
  if (await hasAccessTo(url)) {
    // The popup knows the page that the link stands on, and nothing of where it leads.
    const explain = (why: LinkProblem) => (why === 'other-site' ? openLinkPage({ link: url, why }) : openPopup());
    await showOutcome(tabId, saveLink(library, url), explain);
  } else {
    await openLinkPage({ link: url });
  }
}

async function openLinkPage(about: { link: string; why?: 'other-site' }): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/welcome.html')}?${new URLSearchParams(about)}` });
}
