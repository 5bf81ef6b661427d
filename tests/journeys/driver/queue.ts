import type { Page } from 'puppeteer-core';

/** A row of the queue page: the last part of its page's address, and what it says of itself. */
export type QueueRows = Readonly<Record<string, string>>;

/** Puts a text into the box of the queue page and adds what is found in it. */
export async function addAddresses(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.$eval(
    'textarea',
    (box, value) => {
      box.value = value;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    text,
  );
  await page.locator('button[type="submit"]:not(:disabled)').click();
}

/** What each row in sight says of where its page stands, by the page's path. */
export function queueRows(page: Page): Promise<QueueRows> {
  return page.$$eval('li[data-id]', (rows) =>
    Object.fromEntries(
      rows.map((row) => [
        new URL(row.querySelector<HTMLElement>('[data-title]')?.title ?? 'about:blank').pathname,
        row.querySelector('p > span')?.textContent ?? '',
      ]),
    ),
  );
}

/** Waits until the queue page says that so many are done; rejects after `timeout` ms. */
export async function waitUntilDone(page: Page, done: number, all: number, timeout = 90_000): Promise<void> {
  await page.waitForFunction(
    (words: string) => document.querySelector('strong')?.textContent === words,
    { timeout },
    `${done} of ${all} done`,
  );
}
