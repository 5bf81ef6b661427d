import { ANCHOR_PREFIX } from '../../model/anchors';
import type { CleaningState } from '../cleaning';

/**
 * Keeps links inside the article (footnotes, tables of contents) working: their targets get ids of ours, all other ids go.
 * A link whose target is not in the article leads to that place on the page.
 */
export function keepAnchors(body: HTMLElement, { baseUrl }: CleaningState): void {
  const links = body.querySelectorAll('a[href*="#"]');
  const kept = links.length === 0 ? new Map<Element, string>() : settleAnchors(body, links, baseUrl);
  for (const element of body.querySelectorAll('[id]')) if (!kept.has(element)) element.removeAttribute('id');
  for (const [element, id] of kept) element.setAttribute('id', id);
}

/** Lets the links lead to ids of ours; returns the elements that get them. */
function settleAnchors(body: HTMLElement, links: Iterable<Element>, baseUrl: string): Map<Element, string> {
  const targets = new Map<string, Element>();
  for (const element of body.querySelectorAll('[id], a[name]')) {
    const name = element.getAttribute('id') || element.getAttribute('name');
    if (name && !targets.has(name)) targets.set(name, element);
  }
  const kept = new Map<Element, string>();
  for (const link of links) {
    const name = fragmentHere(link.getAttribute('href') ?? '', baseUrl);
    if (name === null) continue;
    const target = targets.get(name);
    if (!target) continue;
    const id = kept.get(target) ?? anchorId(name);
    kept.set(target, id);
    link.setAttribute('href', `#${id}`);
  }
  return kept;
}

function fragmentHere(href: string, baseUrl: string): string | null {
  const hash = href.indexOf('#');
  const page = href.slice(0, hash).trim();
  if (page !== '' && page !== baseUrl.split('#', 1)[0]) return null;
  const fragment = href.slice(hash + 1).trim();
  if (fragment === '') return null;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function anchorId(name: string): string {
  const safe = name.replace(/[\s"'<>&#%]+/g, '-').slice(0, 180);
  return safe.startsWith(ANCHOR_PREFIX) ? safe : `${ANCHOR_PREFIX}${safe}`;
}
