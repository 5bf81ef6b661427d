import type { CleaningState } from '../cleaning';
import { unwrap, words } from '../dom';
import { settleLink } from '../links/settle-link';
import { textBefore } from '../links/text-position';

/** More changed links than this are changed all the same, but not told one by one: what is kept of a receipt ends there. */
const MOST_TOLD = 1_000;

/**
 * Takes click counters out of clean content: a link that carries the address it leads to goes there directly, without tracking parameters;
 * a planted shop link that does not becomes plain words. Nothing of the text is lost, and the receipt can put each one back
 * (`restoreLink`). Those in `leaving`, a block that will go, are changed and not told: whoever looked would not find them.
 */
export function unwrapTrackingLinks(
  body: HTMLElement,
  { receipt }: CleaningState,
  leaving: Element | null = null,
): void {
  let told = 0;
  let isUnwrapped = false;
  for (const link of body.querySelectorAll('a')) {
    const title = link.getAttribute('title') ?? '';
    link.removeAttribute('title');
    const url = link.getAttribute('href');
    if (!url?.startsWith('http')) continue;
    const settled = settleLink(url, () => [words(link.textContent), title]);
    if (!settled) continue;
    const { href, reason } = settled;
    const text = words(link.textContent);
    const isTold = !leaving?.contains(link);
    if (isTold) told += 1;
    if (isTold && told <= MOST_TOLD) {
      receipt.push({
        step: 'unwrap-tracking-links',
        reason,
        text,
        url,
        link: { href, before: textBefore(link, body) },
      });
    }
    if (href) link.setAttribute('href', href);
    else if (link.id) link.removeAttribute('href');
    else {
      unwrap(link);
      isUnwrapped = true;
    }
  }
  if (isUnwrapped) body.normalize();
}
