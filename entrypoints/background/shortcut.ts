import { browser } from '#imports';
import { t } from '../../utils/i18n';
import type { Library, SaveOutcome } from '../../utils/model/library';
import type { Result } from '../../utils/model/result';
import { captureAndSave } from './save';

/** How long the badge stays after a save by key. */
const BADGE_MS = 2_500;

/** Saves the page by key, without the popup; the badge says how it went, the popup opens when there is something to decide. */
export function answerShortcut(library: Library): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== 'save-article' || tab?.id === undefined) return;
    void showOutcome(tab.id, captureAndSave(library, { id: tab.id, url: tab.url }, 'article'));
  });
}

/** Says on the tab's badge that a save is under way and then how it went; `explain` shows what went wrong, the popup unless told otherwise. */
export async function showOutcome<Problem extends string>(
  tabId: number,
  saving: Promise<Result<SaveOutcome, Problem>>,
  explain: (problem: Problem) => Promise<unknown> = openPopup,
): Promise<void> {
  await showBadge(tabId, '…', '#6b675f');
  const saved = await saving;
  if (saved.ok) {
    const title = saved.value.outcome === 'already-saved' ? 'badgeAlreadySaved' : 'badgeSaved';
    await showBadge(tabId, '✓', '#1f6b3a', t(title));
  } else {
    await showBadge(tabId, '!', '#a3201b', t('badgeNotSaved'));
    await explain(saved.error);
  }
  setTimeout(() => void clearBadge(tabId), BADGE_MS);
}

async function showBadge(tabId: number, text: string, color: string, title?: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color });
  await browser.action.setBadgeText({ tabId, text });
  if (title) await browser.action.setTitle({ tabId, title });
}

async function clearBadge(tabId: number): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: '' });
  } catch {
    // The tab is closed: its badge went with it.
  }
}

/** Opens the popup, which looks at the page again and says what is wrong with it. */
export async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    // Not every browser opens a popup without a click; the badge has said it already.
  }
}
