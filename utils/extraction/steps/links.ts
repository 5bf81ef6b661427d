import { ANCHOR_PREFIX } from '../../model/anchors';
import type { CleaningState } from '../cleaning';
import { httpUrl, unwrap } from '../dom';

/** Makes every link absolute; what leads nowhere a reader could go (`javascript:`, `data:`, nothing) is no link. */
export function settleLinks(body: HTMLElement, { baseUrl }: CleaningState): void {
  for (const link of body.querySelectorAll('a')) {
    const href = link.getAttribute('href')?.trim() ?? '';
    if (href.startsWith(`#${ANCHOR_PREFIX}`) || /^mailto:/i.test(href)) continue;
    const url = href === '' || href === '#' ? null : httpUrl(href, baseUrl);
    if (url) link.setAttribute('href', url);
    else if (link.id) link.removeAttribute('href');
    else unwrap(link);
  }
}
