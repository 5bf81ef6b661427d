import { browser } from 'wxt/browser';

/** Rule ids only have to differ between fetches that run at the same time. */
let lastRuleId = 0;

/**
 * Runs `fetchIt` while requests of ours to `url` carry `pageUrl` as their referrer: some sites serve their pictures to
 * their own pages only (防盗链). The browser lets nobody set that header in a fetch, so a session rule does it, for this one
 * address and for requests that no tab makes. Works only with host access to `url`.
 */
export async function withReferrer<T>(url: string, pageUrl: string, fetchIt: () => Promise<T>): Promise<T> {
  const id = ++lastRuleId;
  await browser.declarativeNetRequest.updateSessionRules({
    addRules: [
      {
        id,
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'referer', operation: 'set', value: pageUrl }],
        },
        condition: { urlFilter: `|${url}|`, tabIds: [browser.tabs.TAB_ID_NONE], isUrlFilterCaseSensitive: true },
      },
    ],
  });
  try {
    return await fetchIt();
  } finally {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [id] });
  }
}

/** Removes rules that a worker stopped in the middle of a fetch left behind; called when the worker starts. */
export async function dropReferrerRules(): Promise<void> {
  const rules = await browser.declarativeNetRequest.getSessionRules();
  if (rules.length > 0) {
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map((rule) => rule.id) });
  }
}
