import { browser } from 'wxt/browser';
import { openShadowOf } from '../extraction/steps/inner-trees';

/** Firefox gives content scripts every element's shadow tree: https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot */
interface FirefoxElement extends Element {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** What may hold a shadow tree besides elements of the page's own making: https://dom.spec.whatwg.org/#valid-shadow-host-name */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/**
 * The shadow tree of an element, those that the page keeps closed included: for content scripts, to whom browsers show them. Elsewhere,
 * and in browsers that do not, only open ones.
 */
export function anyShadowOf(element: Element): ShadowRoot | null {
  const open = openShadowOf(element);
  if (open || !mayHoldOne(element)) return open;
  const { openOrClosedShadowRoot } = element as FirefoxElement;
  return openOrClosedShadowRoot ?? askChromium(element);
}

/** Asking costs some microseconds. A box of a usual name with something of its own in it is taken for what it shows. */
function mayHoldOne(element: Element): boolean {
  const name = nameOf(element);
  if (name.includes('-')) return true;
  return HOSTS.has(name) && !element.firstElementChild && element.textContent?.trim() === '';
}

/** A form's control may be called `localName`: no form holds a shadow tree. */
function nameOf({ localName }: { readonly localName: unknown }): string {
  return typeof localName === 'string' ? localName : '';
}

/** https://developer.chrome.com/docs/extensions/reference/api/dom: refuses what is no HTML element. */
function askChromium(element: Element): ShadowRoot | null {
  if (!browser.dom || !(element instanceof HTMLElement)) return null;
  return browser.dom.openOrClosedShadowRoot(element);
}
