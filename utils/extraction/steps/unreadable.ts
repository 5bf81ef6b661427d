import { selectEach } from '../dom';

/** Elements that hold nothing to read; frames and players are handled by `replaceMedia`. */
const UNREADABLE = [
  ...'script style link meta base template noscript svg canvas map dialog input button select textarea datalist progress meter'.split(
    ' ',
  ),
  '[hidden]',
  '[aria-hidden="true"]:not(math *, img)',
];

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;

/** Removes scripts, styles, controls and what the page itself hides. */
export function dropUnreadable(body: HTMLElement): void {
  for (const element of selectEach(body, UNREADABLE)) element.remove();
  for (const element of body.querySelectorAll('[style]')) {
    if (isHiddenByStyle(element)) element.remove();
  }
}

/** Whether an element's own `style` attribute hides it. */
export function isHiddenByStyle(element: Element): boolean {
  const style = element.getAttribute('style');
  return style !== null && HIDDEN_STYLE.test(style);
}
