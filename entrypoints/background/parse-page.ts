import { browser } from '#imports';
import type { ParsePage } from '../../utils/capture/fetch-page';
import { offscreenCommands } from '../../utils/messaging/protocol';
import { readRecipes } from '../../utils/settings/recipes';

/** The offscreen page being made, so that two links saved at once share one: a browser allows no second. */
let opening: Promise<void> | null = null;

/** Has a fetched page extracted where there is a DOM: in an offscreen page in Chromium, right here in Firefox's event page. */
export const parsePage: ParsePage = async (fetched) => {
  const recipes = (await readRecipes()).map(({ recipe }) => recipe);
  const page = { ...fetched, recipes };
  if (import.meta.env.FIREFOX) {
    const { extractFetchedPage } = await import('../../utils/capture/extract-fetched');
    return extractFetchedPage(page);
  }
  opening ??= openOffscreenPage().finally(() => {
    opening = null;
  });
  await opening;
  return offscreenCommands.sendMessage('extractPage', page);
};

async function openOffscreenPage(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  await browser.offscreen.createDocument({
    url: '/offscreen.html',
    reasons: [browser.offscreen.Reason.DOM_PARSER],
    justification: 'Extracts the article of a page whose link is saved',
  });
}
