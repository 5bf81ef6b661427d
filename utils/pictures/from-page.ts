import { browser } from 'wxt/browser';
import type { PictureFailure, StoredPicture } from '../model/picture';
import { fail, type Result } from '../model/result';
import { MAX_PICTURE_BYTES, toStoredPicture } from './fetch-picture';

/**
 * Fetches a picture from inside the page it stands on, with the page's cookies and referrer: the last resort, for pictures
 * behind a login and `blob:` addresses. Fails as `unreachable` when the tab is closed, has moved on, or may not be entered.
 */
export async function fetchFromPage(
  tabId: number,
  pageUrl: string,
  url: string,
): Promise<Result<StoredPicture, PictureFailure>> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      args: [pageUrl, url, MAX_PICTURE_BYTES],
      func: readInPage,
    });
    const dataUrl = frame?.result;
    if (typeof dataUrl !== 'string' || !dataUrl.startsWith('data:')) return fail('unreachable');
    return await toStoredPicture(await (await fetch(dataUrl)).blob());
  } catch {
    return fail('unreachable');
  }
}

/** Runs in the page: must not refer to anything outside itself. Returns a data url, since only JSON comes back. */
async function readInPage(pageUrl: string, url: string, limit: number): Promise<string | null> {
  if (location.href !== pageUrl) return null;
  try {
    const response = await fetch(url, { credentials: 'include' });
    if (!response.ok) return null;
    const blob = await response.blob();
    if (blob.size > limit) return null;
    return await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => resolve(null);
      reader.readAsDataURL(blob);
    });
  } catch {
    return null;
  }
}
